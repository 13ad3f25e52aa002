// The engines that take part in an evaluation, and what their results depend on.
#pragma once

#include "engine/assessment/evaluation.h"

#include <string>
#include <vector>

namespace lipwright::assessment {

struct ReadyEngine {
    std::string name;      ///< in the results: "warped", or "warped-adapted"
    std::string engine;    ///< "warped"
    bool adapted = false;  ///< works with EvaluationOptions::model
    std::string madeWith;  ///< its weights and all that matters beside them
};

struct EngineRoster {
    std::vector<ReadyEngine> engines;  ///< at least one
    std::string madeWith;              ///< what every result depends on
};

/// Those asked for whose weights are there and in order; the others are told of. A name that no
/// engine has is an error.
[[nodiscard]] core::Result<EngineRoster> engineRoster(const EvaluationOptions& options,
                                                      const Notice& notice);

}  // namespace lipwright::assessment
