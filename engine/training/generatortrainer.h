// Trains the generator of paper 001 on a prepared data set with faces, in the two stages of its
// §3.7, and exports it. Resumable: calling again with the same folder goes on. Every row of the
// paper's ablation table is a set of these options. Belongs to one thread (LibTorch uses `threads`
// of its own).
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/nets/device.h"
#include "engine/training/lossweights.h"
#include "engine/training/trainingreport.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>

namespace lipwright::training {

/// What moves the mouth.
enum class GeneratorDrive { sound, shape, both };
/// The rows of paper 001 Table 4.1, each with all the rows before it, and this project's own.
enum class GeneratorVariant {
    randomReference,     ///< one reference by chance, no residual blocks, attention, skips or mask
    neighbourReference,  ///< one of the 30 frames around
    clusters,            ///< K by clusters of mouths, averaged
    clustersAugmented,   ///< missing ones are affine copies
    attention,           ///< and residual blocks
    driveSkips,
    mask,
    full  ///< attention by scaled products
};
/// Stage 2 adds the discriminator; what it plays for.
enum class GeneratorGame { nonSaturating, wasserstein, wassersteinPenalty };

struct GeneratorTrainingOptions {
    std::filesystem::path dataset;  ///< made by buildDataset with faces
    std::filesystem::path folder;   ///< checkpoint.pt, log.csv and, at the end, the weights
    std::filesystem::path expert;   ///< weights of the lip-sync expert: teacher and perceptual net
    std::filesystem::path initialWeights;  ///< exported weights to begin from; of any crop size
    int stage = 1;
    GeneratorDrive drive = GeneratorDrive::both;
    GeneratorVariant variant = GeneratorVariant::full;
    GeneratorGame game = GeneratorGame::nonSaturating;
    std::int64_t size = 96;   ///< side of the face crop
    std::int64_t width = 16;  ///< channels of the first layer
    std::int64_t embedding = 256;
    int references = 10;
    int clipsPerStep = 4;
    std::int64_t steps = 6000;
    std::int64_t annealSteps = 2000;
    double learningRate = 4e-4;
    double adequateL1 = 0.05;  ///< on held-out speakers, from which on the expert's loss counts
    std::int64_t validateEvery = 300;
    int patience = 0;  ///< validations without a better score after which to stop; 0: never
    double checkpointSeconds = 120.0;
    std::uint64_t seed = 1;
    int threads = 2;
    nets::Device device = nets::Device::cpu;
    Precision precision = Precision::full;
};

[[nodiscard]] core::Result<TrainingReport> trainGenerator(
    const GeneratorTrainingOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// Exports the averaged weights of the best step of a checkpoint, also of a run still going on.
[[nodiscard]] core::Result<TrainingReport> exportGenerator(const GeneratorTrainingOptions& options);

/// The training's measures on clips of a split ("test"), with exported weights.
[[nodiscard]] core::Result<std::map<std::string, double>> evaluateGenerator(
    const std::filesystem::path& dataset, const std::filesystem::path& weights,
    const std::filesystem::path& expert, const std::string& split, int threads = 2);

}  // namespace lipwright::training
