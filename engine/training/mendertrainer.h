// Trains the mender (METHOD, "Mend") on pairs made by buildMenderPairs(), exports it, and judges it
// on a split. Resumable: calling again with the same folder goes on. Belongs to one thread
// (LibTorch uses `threads` of its own).
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/training/trainingreport.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>

namespace lipwright::training {

struct MenderTrainingOptions {
    std::filesystem::path dataset;  ///< folder of pairs
    std::filesystem::path folder;   ///< checkpoint.pt, log.csv and, at the end, the weights
    std::filesystem::path expert;   ///< weights of the lip-sync expert; empty: no perceptual loss
    std::int64_t steps = 4000;
    std::int64_t annealSteps = 1500;
    std::int64_t width = 24;
    int runsPerStep = 8;  ///< of two frames
    double learningRate = 1e-3;
    double perceptualWeight = 0.03;
    double shiftedWeight = 0.5;
    bool augment = true;
    std::int64_t validateEvery = 250;
    double checkpointSeconds = 120.0;
    std::uint64_t seed = 1;
    int threads = 2;
};

[[nodiscard]] core::Result<TrainingReport> trainMender(const MenderTrainingOptions& options,
                                                       std::stop_token stop = {},
                                                       const core::ProgressCallback& progress = {});

/// The same measures on all pairs of a split. `expert` as above.
[[nodiscard]] core::Result<std::map<std::string, double>> evaluateMender(
    const std::filesystem::path& dataset, const std::filesystem::path& weights,
    const std::string& split, const std::filesystem::path& expert, int threads = 2);

}  // namespace lipwright::training
