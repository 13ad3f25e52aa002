#include "engine/training/shapetrainer.h"

#include "engine/nets/device_p.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/shapeagreement_p.h"
#include "engine/training/shapetask_p.h"

#include <algorithm>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr double kLargestGain = 2.5;

struct Parts {
    std::vector<const StoredClip*> train;
    std::vector<const StoredClip*> validation;
};

core::Result<Parts> partsOf(const ClipStore& store, const ShapeTrainingOptions& options) {
    const auto index = readIndex(options.dataset);
    if (!index) {
        return core::passOn(index);
    }
    const SpeakerSplit split = SpeakerSplit::of(*index);
    Parts parts;
    for (const StoredClip& clip : store.clips) {
        const bool held = split.heldOut(clip.record);
        if (held) {
            parts.validation.push_back(&clip);
        }
        if (!held || !options.holdOut) {
            parts.train.push_back(&clip);
        }
    }
    if (parts.train.empty() || parts.validation.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the data set has too few speakers to hold some out",
                          options.dataset.string(), "Add clips of more speakers");
    }
    return parts;
}

RunOptions runOptions(const ShapeTrainingOptions& options) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = options.steps;
    run.warmupSteps = 50;
    run.annealSteps = options.steps;
    run.learningRate = options.learningRate;
    run.weightDecay = options.weightDecay;
    run.averageDecay = 0.997;
    run.largestGradient = 2.0;
    run.validateEvery = options.holdOut ? options.validateEvery : options.steps;
    run.checkpointSeconds = options.checkpointSeconds;
    run.seed = options.seed;
    run.stage = "train shape";
    return run;
}

/// Brings the mean ratio of standard deviations on held-out speakers to 1.
torch::Tensor gainOf(const ShapeJudgement& judgement) {
    const ShapeJudgement::Group& group =
        judgement.natural.clips > 0 ? judgement.natural : judgement.words;
    torch::Tensor gain = torch::ones({kClipMeasures});
    for (std::size_t m = 0; m < kClipMeasures; ++m) {
        gain[static_cast<std::int64_t>(m)] =
            std::clamp(1.0 / std::max(0.05, group.spread[m]), 1.0, kLargestGain);
    }
    return gain;
}

core::Result<TrainingReport> train(const ShapeTrainingOptions& options, std::stop_token stop,
                                   const core::ProgressCallback& progress) {
    const auto store = ClipStore::load(
        options.dataset, [](const ClipRecord& clip) { return clip.split == "train"; });
    if (!store) {
        return core::passOn(store);
    }
    const auto parts = partsOf(*store, options);
    if (!parts) {
        return core::passOn(parts);
    }
    torch::manual_seed(options.seed);
    ShapeTaskOptions taskOptions;
    taskOptions.wordShare = options.wordShare;
    const nets::ShapeConfig config{options.phonetic, options.width, options.blocks, kClipMeasures,
                                   options.dropout};
    ShapeTask task(nets::ShapeModel(config), withGrids(parts->train, options.phonetic),
                   withGrids(parts->validation, options.phonetic), taskOptions);
    const auto outcome = runTraining(task, runOptions(options), stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    const torch::NoGradGuard noGradient;
    nets::ShapeModel model = task.model();
    const ShapeJudgement judged = judgeShapes(
        *model, withGrids(parts->validation, options.phonetic), torch::ones({kClipMeasures}));
    const fs::path file = options.folder / "shape-network.weights";
    const auto written = nets::writeTensors(file, nets::shapeArchive(*model, gainOf(judged)),
                                            nets::StoredPrecision::half);
    if (!written) {
        return core::passOn(written);
    }
    return TrainingReport{outcome->steps, outcome->bestStep, outcome->best, file};
}

}  // namespace

core::Result<TrainingReport> trainShapeNetwork(const ShapeTrainingOptions& options,
                                               std::stop_token stop,
                                               const core::ProgressCallback& progress) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<TrainingReport> {
        return train(options, stop, progress);
    });
}

core::Result<std::map<std::string, double>> evaluateShapeNetwork(const fs::path& dataset,
                                                                 const fs::path& weights,
                                                                 const std::string& split,
                                                                 int threads) {
    const auto store =
        ClipStore::load(dataset, [&split](const ClipRecord& clip) { return clip.split == split; });
    if (!store) {
        return core::passOn(store);
    }
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    return guarded(threads, weights, [&]() -> core::Result<std::map<std::string, double>> {
        const auto loaded = nets::loadShapeModel(*tensors, weights.string());
        if (!loaded) {
            return core::passOn(loaded);
        }
        std::vector<const StoredClip*> clips;
        for (const StoredClip& clip : store->clips) {
            clips.push_back(&clip);
        }
        const torch::NoGradGuard noGradient;
        nets::ShapeModel model = loaded->model;
        return metricsOf(
            judgeShapes(*model, withGrids(clips, model->config.phonetic), loaded->gain));
    });
}

}  // namespace lipwright::training
