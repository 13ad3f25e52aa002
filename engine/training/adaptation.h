// Fits the universal networks to one actor. The data set holds his clips alone, with the splits
// "train" and "validation" in its index; what was learnt counts only where the validation clips
// are met better than the universal network meets them. Resumable: calling again with the same
// folder goes on. Each call belongs to one thread (LibTorch uses `threads` of its own).
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/models/actormodel.h"
#include "engine/nets/device.h"
#include "engine/training/trainingreport.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::training {

struct AdaptationOptions {
    std::filesystem::path dataset;
    std::filesystem::path universal;  ///< weights to begin from
    std::filesystem::path folder;     ///< checkpoint.pt, log.csv and, at the end, the weights
    std::filesystem::path expert;     ///< weights of the lip-sync expert; for the generator alone
    double seconds = 300.0;           ///< of training and validating, over all calls
    int threads = 2;
    nets::Device device = nets::Device::cpu;
    std::uint64_t seed = 1;
    /// Told of every validation after so many seconds, the universal network's first; those of
    /// earlier calls come at once.
    std::function<void(double seconds, const models::Metrics& metrics)> validated = {};
};

struct AdaptedWeights {
    std::filesystem::path weights;
    std::map<std::string, double> before;  ///< of the universal network on the validation clips
    std::map<std::string, double> after;
    bool better = false;                       ///< by the metric "score"
    std::vector<models::LearningPoint> curve;  ///< by seconds, from 0: the universal network
};

[[nodiscard]] core::Result<AdaptedWeights> adaptShapeNetwork(
    const AdaptationOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

[[nodiscard]] core::Result<AdaptedWeights> adaptGenerator(
    const AdaptationOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::training
