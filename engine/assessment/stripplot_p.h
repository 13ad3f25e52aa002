// One metric as SVG: a row per engine with a point per clip, the quartiles as a box, median and
// mean, and the wanted value as a line across.
#pragma once

#include "engine/assessment/metrics.h"

#include <string>
#include <utility>
#include <vector>

namespace lipwright::assessment {

[[nodiscard]] std::string stripPlot(const Metric& metric,
                                    const std::vector<std::pair<std::string, Aggregate>>& engines);

}  // namespace lipwright::assessment
