// The table of segments of the page.
#pragma once

#include "engine/report/confidenceplot_p.h"

namespace lipwright::report {

[[nodiscard]] std::string segmentTable(const QcReport& report, const ConfidenceScale& scale);

}  // namespace lipwright::report
