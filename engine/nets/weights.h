// What a weights file holds, without building a network from it: used to compare a file with the
// manifest's shapes before a network is loaded. Free functions, safe from any thread.
#pragma once

#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lipwright::nets {

using WeightShapes = std::map<std::string, std::vector<std::int64_t>>;

/// Tensor names and shapes of a weights file; a damaged file is ErrorCode::modelInvalid.
[[nodiscard]] core::Result<WeightShapes> weightShapes(const std::filesystem::path& weights);

/// Fails, naming the first tensor that is missing, unexpected or of another shape.
[[nodiscard]] core::Result<void> checkWeights(const std::filesystem::path& weights,
                                              const WeightShapes& expected);

}  // namespace lipwright::nets
