// The whole state of a training run in one file: weights, their average, the optimiser, the same of
// an opponent, random states and counters. Written atomically.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/tensorarchive_p.h"
#include "engine/training/random.h"

#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lipwright::training {

using Metrics = std::map<std::string, double>;

struct Validation {
    std::int64_t step = 0;
    double seconds = 0.0;  ///< spent on the run until then
    Metrics metrics;
};

struct RunState {
    std::int64_t step = 0;
    double seconds = 0.0;  ///< spent, stops left out
    std::vector<Validation> validations;
    std::int64_t bestStep = 0;
    double bestScore = -1e300;
    nets::TensorMap average;
    nets::TensorMap best;  ///< averaged weights of the best step
    Random random{1};
};

/// A network in training and its optimiser; both or neither.
struct Player {
    torch::nn::Module* module = nullptr;
    torch::optim::Optimizer* optimizer = nullptr;
};

[[nodiscard]] core::Result<void> writeCheckpoint(const std::filesystem::path& path,
                                                 const RunState& state, const Player& player,
                                                 const Player& opponent = {});
/// An opponent whom the checkpoint does not know is left as it is; one it knows but who is not
/// asked for is skipped.
[[nodiscard]] core::Result<void> readCheckpoint(const std::filesystem::path& path, RunState& state,
                                                const Player& player, const Player& opponent = {});

}  // namespace lipwright::training
