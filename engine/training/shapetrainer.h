// Trains the audio → mouth-shape network on a prepared data set, with a speaking style for each
// speaker, sets its gain, exports it, and judges it on a split.
// Resumable: calling again with the same folder goes on. Belongs to one thread (LibTorch uses
// `threads` of its own).
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

struct ShapeTrainingOptions {
    std::filesystem::path dataset;
    std::filesystem::path
        folder;  ///< checkpoint.pt, log.csv and, at the end, shape-network.weights
    /// Weights to begin from. With `styleOnly` all of them stay as they are and only the speaking
    /// style is learnt, on all speakers of the train split: the universal network stays the same.
    std::filesystem::path initialWeights;
    bool styleOnly = false;
    std::int64_t steps = 3000;
    std::int64_t width = 128;
    std::int64_t blocks = 4;
    std::int64_t phonetic = 42;  ///< must be what the data set holds; 0: mel and loudness only
    double learningRate = 1.5e-3;
    double weightDecay = 3e-2;
    double dropout = 0.2;
    double wordShare = 0.2;
    bool holdOut = true;  ///< false: validation speakers are trained on too, nothing is chosen
    std::int64_t validateEvery = 250;
    double checkpointSeconds = 120.0;
    std::uint64_t seed = 1;
    int threads = 2;
};

[[nodiscard]] core::Result<TrainingReport> trainShapeNetwork(
    const ShapeTrainingOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// Correlation of predicted with measured opening, width, height and jaw (natural clips of 3 s or
/// more, and isolated words apart), the same with another speaker's sound, the ratio of standard
/// deviations, and the share of clips whose best shift lies within one frame.
[[nodiscard]] core::Result<std::map<std::string, double>> evaluateShapeNetwork(
    const std::filesystem::path& dataset, const std::filesystem::path& weights,
    const std::string& split, int threads = 2);

}  // namespace lipwright::training
