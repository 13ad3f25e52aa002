// Trains the lip-sync expert of paper 001 §3.3 on a prepared data set, contrastively, calibrates
// its cosine to a probability and exports it. Resumable: calling again with the same folder goes
// on. Belongs to one thread (LibTorch uses `threads` of its own).
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/nets/device.h"
#include "engine/nets/lipsyncexpert.h"
#include "engine/training/trainingreport.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>

namespace lipwright::training {

struct ExpertTrainingOptions {
    std::filesystem::path dataset;  ///< made by buildDataset
    std::filesystem::path folder;   ///< checkpoint.pt, log.csv and, at the end, the weights
    nets::ExpertSight sight = nets::ExpertSight::pictures;
    std::int64_t steps = 6000;
    std::int64_t annealSteps = 3000;
    std::int64_t width = 24;      ///< of the picture encoder
    std::int64_t channels = 192;  ///< of the temporal networks
    std::int64_t embedding = 128;
    int clipsPerStep = 12;
    double learningRate = 1e-3;
    double landmarkWeight = 2.0;  ///< of telling the landmarks from pictures, beside the pairing
    double otherWeight = 0.25;    ///< of telling clips apart, beside telling moments apart
    double wordShare = 0.3;       ///< of the draws that are isolated words
    std::filesystem::path initialWeights;  ///< exported weights of the same size to begin from
    std::int64_t validateEvery = 300;
    int patience = 0;  ///< validations without a better score after which to stop; 0: never
    double checkpointSeconds = 120.0;
    std::uint64_t seed = 1;
    int threads = 2;
    nets::Device device = nets::Device::cpu;
    Precision precision = Precision::full;
};

[[nodiscard]] core::Result<TrainingReport> trainExpert(const ExpertTrainingOptions& options,
                                                       std::stop_token stop = {},
                                                       const core::ProgressCallback& progress = {});

/// The same measures on clips of a split ("test"), with exported weights, and how true the
/// calibration is.
[[nodiscard]] core::Result<std::map<std::string, double>> evaluateExpert(
    const std::filesystem::path& dataset, const std::filesystem::path& weights,
    const std::string& split, int threads = 2);

/// Exports the averaged weights of the best step of a checkpoint, also of a run still going on.
[[nodiscard]] core::Result<TrainingReport> exportExpert(const ExpertTrainingOptions& options);

}  // namespace lipwright::training
