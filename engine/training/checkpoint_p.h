// The whole state of a training run in one file: weights, their average, the optimiser, random
// states and counters. Written atomically.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/tensorarchive_p.h"
#include "engine/training/random.h"

#include <torch/torch.h>

#include <filesystem>

namespace lipwright::training {

struct RunState {
    std::int64_t step = 0;
    std::int64_t bestStep = 0;
    double bestScore = -1e300;
    nets::TensorMap average;
    nets::TensorMap best;  ///< averaged weights of the best step
    Random random{1};
};

[[nodiscard]] core::Result<void> writeCheckpoint(const std::filesystem::path& path,
                                                 const RunState& state,
                                                 const torch::nn::Module& module,
                                                 const torch::optim::Optimizer& optimizer);
[[nodiscard]] core::Result<void> readCheckpoint(const std::filesystem::path& path, RunState& state,
                                                torch::nn::Module& module,
                                                torch::optim::Optimizer& optimizer);

}  // namespace lipwright::training
