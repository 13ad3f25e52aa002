// The picture of a training: what its log.csv has collected, over the steps.
#pragma once

#include "engine/core/result.h"

#include <filesystem>

namespace lipwright::cli {

/// Draws `loss` in one panel and `score` and every other column whose values lie in 0..1 in
/// another. Replaces `target`.
[[nodiscard]] core::Result<void> writeTrainingPlot(const std::filesystem::path& log,
                                                   const std::filesystem::path& target);

}  // namespace lipwright::cli
