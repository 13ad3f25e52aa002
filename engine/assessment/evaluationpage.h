// The page of an evaluation: one self-contained HTML file without scripts that shows, per metric,
// every clip's value for every engine, and per clip the contact sheets one below the other.
#pragma once

#include "engine/assessment/results.h"

#include <filesystem>

namespace lipwright::assessment {

/// `pictures`: folder of the contact sheets; those that are there are shown.
[[nodiscard]] std::string evaluationPage(const Results& results,
                                         const std::filesystem::path& pictures);

}  // namespace lipwright::assessment
