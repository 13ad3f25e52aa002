// Trains the lip-sync expert of paper 001 §3.3 on a prepared data set, contrastively, calibrates
// its cosine to a probability and exports it. Resumable: calling again with the same folder goes
// on. Belongs to one thread (LibTorch uses `threads` of its own).
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>

namespace lipwright::training {

struct ExpertTrainingOptions {
    std::filesystem::path dataset;  ///< made by buildDataset
    std::filesystem::path folder;   ///< checkpoint.pt, log.csv and, at the end, expert.weights
    std::int64_t steps = 6000;
    std::int64_t annealSteps = 1500;
    std::int64_t width = 24;
    std::int64_t embedding = 512;
    int clipsPerStep = 12;
    int windowsPerClip = 6;
    double learningRate = 5e-4;
    double measureWeight = 0.5;            ///< of telling the mouth's measures, beside the pairing
    double phoneWeight = 0.3;              ///< of telling the phones, where the data set has them
    std::filesystem::path initialWeights;  ///< exported weights of the same size to begin from
    std::int64_t validateEvery = 400;
    double checkpointSeconds = 120.0;
    std::uint64_t seed = 1;
    int threads = 2;
};

struct TrainingReport {
    std::int64_t steps = 0;
    std::int64_t bestStep = 0;
    std::map<std::string, double> metrics;  ///< of the best step, on speakers held out from train
    std::filesystem::path weights;          ///< exported, half precision
};

[[nodiscard]] core::Result<TrainingReport> trainExpert(const ExpertTrainingOptions& options,
                                                       std::stop_token stop = {},
                                                       const core::ProgressCallback& progress = {});

/// The same measures on clips of a split ("test"), with exported weights.
[[nodiscard]] core::Result<std::map<std::string, double>> evaluateExpert(
    const std::filesystem::path& dataset, const std::filesystem::path& weights,
    const std::string& split, int threads = 2);

/// Exports the averaged weights of the best step of a checkpoint, also of a run still going on.
[[nodiscard]] core::Result<TrainingReport> exportExpert(const ExpertTrainingOptions& options);

}  // namespace lipwright::training
