// The picture of a score: confidence over the film's time, and mean distance over AV offsets.
#pragma once

#include "app/cli/scorereport.h"

#include <filesystem>

namespace lipwright::cli {

[[nodiscard]] core::Result<void> writeScorePlot(const ScoreReport& report,
                                                const std::filesystem::path& target);

}  // namespace lipwright::cli
