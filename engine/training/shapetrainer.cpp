#include "engine/training/shapetrainer.h"

#include "engine/nets/device_p.h"
#include "engine/training/anchoredtask_p.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/shapeagreement_p.h"
#include "engine/training/shapetask_p.h"

#include <array>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

struct Parts {
    std::vector<const StoredClip*> train;
    std::vector<const StoredClip*> validation;
};

/// Whether the best step is that at which held-out speakers are met best.
bool choosesByOthers(const ShapeTrainingOptions& options) {
    return options.holdOut && !options.styleOnly;
}

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
        if (!held || !choosesByOthers(options)) {
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
    run.validateEvery = choosesByOthers(options) ? options.validateEvery : options.steps;
    run.checkpointSeconds = options.checkpointSeconds;
    run.seed = options.seed;
    run.stage = "train shape";
    return run;
}

/// Brings the mean ratio of standard deviations on held-out speakers to 1.
torch::Tensor gainOf(const ShapeJudgement& judgement) {
    return naturalGain((judgement.natural.clips > 0 ? judgement.natural : judgement.words).spread);
}

/// The network to train and the gain it came with.
core::Result<nets::LoadedShapeModel> beginning(const ShapeTrainingOptions& options) {
    const nets::ShapeConfig config{options.phonetic, options.width,   options.blocks,
                                   kClipMeasures,    options.dropout, nets::kStyleSize};
    nets::LoadedShapeModel begun{nets::ShapeModel(config), torch::ones({kClipMeasures})};
    if (options.initialWeights.empty()) {
        return begun;
    }
    const std::string place = options.initialWeights.string();
    auto tensors = nets::readTensors(options.initialWeights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    const auto loaded = nets::loadShapeModel(*tensors, place);
    if (!loaded) {
        return core::passOn(loaded);
    }
    begun.gain = loaded->gain;
    for (const auto& [name, tensor] : nets::namedTensors(*begun.model)) {
        if (name.starts_with("style.")) {  // a style is learnt anew
            (*tensors)[name] = tensor;
        }
    }
    const auto assigned = nets::assignTensors(*begun.model, *tensors, place);
    return assigned ? core::Result<nets::LoadedShapeModel>(begun) : core::passOn(assigned);
}

core::Result<RunOutcome> runTask(ShapeTask& task, const ShapeTrainingOptions& options,
                                 std::stop_token stop, const core::ProgressCallback& progress) {
    if (!options.styleOnly) {
        return runTraining(task, runOptions(options), stop, progress);
    }
    const std::array<std::string, 2> learning = {"speakers", "shape.style.blocks"};
    AnchoredTask styles(task, {learning, 0.0});
    return runTraining(styles, runOptions(options), stop, progress);
}

core::Result<fs::path> exportShapes(const nets::ShapeModel& model, const torch::Tensor& gain,
                                    const fs::path& folder) {
    const fs::path file = folder / "shape-network.weights";
    const auto written =
        nets::writeTensors(file, nets::shapeArchive(*model, gain), nets::StoredPrecision::half);
    return written ? core::Result<fs::path>(file) : core::passOn(written);
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
    const auto begun = beginning(options);
    if (!begun) {
        return core::passOn(begun);
    }
    ShapeTaskOptions taskOptions;
    taskOptions.wordShare = options.wordShare;
    taskOptions.speakers = true;
    taskOptions.neutralShare = options.styleOnly ? 0.0 : taskOptions.neutralShare;
    const std::vector<ShapeClip> held = withGrids(parts->validation, options.phonetic);
    ShapeTask task(begun->model, withGrids(parts->train, options.phonetic), held, taskOptions);
    const auto outcome = runTask(task, options, stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    torch::Tensor gain = begun->gain;
    if (!options.styleOnly) {
        const torch::NoGradGuard noGradient;
        gain = gainOf(judgeShapes(*task.model(), held, torch::ones({kClipMeasures})));
    }
    const auto weights = exportShapes(task.model(), gain, options.folder);
    return weights ? core::Result<TrainingReport>(
                         {outcome->steps, outcome->bestStep, outcome->best, *weights})
                   : core::passOn(weights);
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
