#include "engine/training/mendertrainer.h"

#include "engine/nets/device_p.h"
#include "engine/training/clipstore.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/menderjudgement_p.h"
#include "engine/training/mendertask_p.h"
#include "engine/training/perceptualfeatures_p.h"

#include <limits>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

struct Parts {
    std::vector<PairClip> train;
    std::vector<PairClip> validation;
};

core::Result<Parts> partsOf(const fs::path& dataset) {
    const auto index = readIndex(dataset);
    if (!index) {
        return core::passOn(index);
    }
    auto clips = loadPairs(dataset, [](const ClipRecord& clip) { return clip.split == "train"; });
    if (!clips) {
        return core::passOn(clips);
    }
    const SpeakerSplit split = SpeakerSplit::of(*index);
    Parts parts;
    for (PairClip& clip : *clips) {
        (split.heldOut(clip.record) ? parts.validation : parts.train).push_back(std::move(clip));
    }
    if (parts.train.empty() || parts.validation.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the pairs are of too few speakers to hold some out", dataset.string(),
                          "Add clips of more speakers");
    }
    return parts;
}

/// Empty for an empty path.
core::Result<nets::ExpertModel> openExpert(const fs::path& weights) {
    if (weights.empty()) {
        return nets::ExpertModel(nullptr);
    }
    auto expert = openPictureExpert(weights);
    return expert ? core::Result<nets::ExpertModel>(expert->model) : core::passOn(expert);
}

RunOptions runOptions(const MenderTrainingOptions& options) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = options.steps;
    run.annealSteps = options.annealSteps;
    run.learningRate = options.learningRate;
    run.weightDecay = 1e-3;
    run.largestGradient = 0.5;
    run.validateEvery = options.validateEvery;
    run.checkpointSeconds = options.checkpointSeconds;
    run.seed = options.seed;
    run.stage = "train mender";
    return run;
}

core::Result<TrainingReport> train(const MenderTrainingOptions& options, std::stop_token stop,
                                   const core::ProgressCallback& progress) {
    auto parts = partsOf(options.dataset);
    if (!parts) {
        return core::passOn(parts);
    }
    const auto expert = openExpert(options.expert);
    if (!expert) {
        return core::passOn(expert);
    }
    torch::manual_seed(options.seed);
    MenderTaskOptions taskOptions;
    taskOptions.runs = options.runsPerStep;
    taskOptions.perceptualWeight = options.perceptualWeight;
    taskOptions.shiftedWeight = options.shiftedWeight;
    taskOptions.augment = options.augment;
    const auto size = static_cast<std::int64_t>(parts->train.front().pairs.size);
    MenderTask task(nets::MenderModel(nets::MenderConfig{size, options.width}), *expert,
                    std::move(parts->train), std::move(parts->validation), taskOptions);
    const auto outcome = runTraining(task, runOptions(options), stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    const fs::path file = options.folder / "mouth-mender.weights";
    const auto written =
        nets::writeTensors(file, nets::menderArchive(*task.mender()), nets::StoredPrecision::half);
    if (!written) {
        return core::passOn(written);
    }
    return TrainingReport{outcome->steps, outcome->bestStep, outcome->best, file};
}

core::Result<Metrics> evaluate(const fs::path& dataset, const fs::path& weights,
                               const std::string& split, const fs::path& expertWeights) {
    const auto clips =
        loadPairs(dataset, [&split](const ClipRecord& clip) { return clip.split == split; });
    if (!clips) {
        return core::passOn(clips);
    }
    const auto expert = openExpert(expertWeights);
    if (!expert) {
        return core::passOn(expert);
    }
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    const auto loaded = nets::loadMender(*tensors, weights.string());
    if (!loaded) {
        return core::passOn(loaded);
    }
    nets::MenderModel mender = *loaded;
    if (mender->config.size != static_cast<std::int64_t>(clips->front().pairs.size)) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the pairs are of another crop size than the mender's", dataset.string(),
                          "Build the pairs with the mender's size");
    }
    const torch::NoGradGuard noGradient;
    return judgeMender(*mender, *expert, *clips, std::numeric_limits<std::size_t>::max());
}

}  // namespace

core::Result<TrainingReport> trainMender(const MenderTrainingOptions& options, std::stop_token stop,
                                         const core::ProgressCallback& progress) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<TrainingReport> {
        return train(options, std::move(stop), progress);
    });
}

core::Result<std::map<std::string, double>> evaluateMender(const fs::path& dataset,
                                                           const fs::path& weights,
                                                           const std::string& split,
                                                           const fs::path& expert, int threads) {
    return guarded(threads, weights, [&]() -> core::Result<std::map<std::string, double>> {
        return evaluate(dataset, weights, split, expert);
    });
}

}  // namespace lipwright::training
