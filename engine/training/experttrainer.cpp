#include "engine/training/experttrainer.h"

#include "engine/nets/device_p.h"
#include "engine/training/experttask_p.h"
#include "engine/training/expertvalidation_p.h"

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFinalValidationClips = 400;

struct Prepared {
    ClipStore store;
    std::vector<const StoredClip*> train;
    std::vector<const StoredClip*> validation;
};

core::Result<Prepared> prepare(const fs::path& dataset) {
    const auto index = readIndex(dataset);
    if (!index) {
        return core::passOn(index);
    }
    auto store =
        ClipStore::load(dataset, [](const ClipRecord& clip) { return clip.split == "train"; });
    if (!store) {
        return core::passOn(store);
    }
    Prepared prepared;
    prepared.store = std::move(*store);
    const SpeakerSplit split = SpeakerSplit::of(*index);
    for (const StoredClip& clip : prepared.store.clips) {
        (split.heldOut(clip.record) ? prepared.validation : prepared.train).push_back(&clip);
    }
    if (prepared.train.empty() || prepared.validation.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the data set has too few speakers to hold some out", dataset.string(),
                          "Add clips of more speakers");
    }
    const std::uint32_t phones = prepared.train.front()->data.phoneticSize;
    for (const StoredClip& clip : prepared.store.clips) {
        if (clip.data.phoneticSize != phones || (phones > 0 && clip.data.phonetic.empty())) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the clip's phonetic rows differ from the other clips'",
                              (dataset / clip.record.file()).string(), "Build the data set again");
        }
    }
    return prepared;
}

RunOptions runOptions(const ExpertTrainingOptions& options) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = options.steps;
    run.annealSteps = options.annealSteps;
    run.learningRate = options.learningRate;
    run.validateEvery = options.validateEvery;
    run.checkpointSeconds = options.checkpointSeconds;
    run.seed = options.seed;
    run.stage = "train expert";
    return run;
}

/// Calibrates on the held-out speakers and writes the weights.
core::Result<fs::path> exportWeights(const ExpertTask& task, const Prepared& data,
                                     const fs::path& folder) {
    nets::ExpertModel expert = task.expert();
    expert->eval();
    PairSample pairs;
    {
        const torch::NoGradGuard noGradient;
        PairJudgement judged = judgePairs(*expert, data.validation, kFinalValidationClips);
        pairs = std::move(judged.natural);
        pairs.inSync.insert(pairs.inSync.end(), judged.words.inSync.begin(),
                            judged.words.inSync.end());
        pairs.shifted.insert(pairs.shifted.end(), judged.words.shifted.begin(),
                             judged.words.shifted.end());
    }
    const fs::path file = folder / "lip-sync-expert.weights";
    const auto written = nets::writeTensors(
        file, nets::expertArchive(*expert, fitCalibration(pairs)), nets::StoredPrecision::half);
    if (!written) {
        return core::passOn(written);
    }
    return file;
}

core::Result<void> beginFrom(const fs::path& weights, nets::ExpertModelImpl& expert) {
    const auto tensors = nets::readTensors(weights);
    return tensors ? nets::assignTensors(expert, *tensors, weights.string())
                   : core::passOn(tensors);
}

core::Result<TrainingReport> train(const ExpertTrainingOptions& options, const RunOptions& run,
                                   std::stop_token stop, const core::ProgressCallback& progress) {
    const auto data = prepare(options.dataset);
    if (!data) {
        return core::passOn(data);
    }
    torch::manual_seed(options.seed);
    ExpertTaskOptions taskOptions;
    taskOptions.clipsPerStep = options.clipsPerStep;
    taskOptions.windowsPerClip = options.windowsPerClip;
    taskOptions.measureWeight = options.measureWeight;
    taskOptions.phoneWeight = options.phoneWeight;
    const auto phones = static_cast<std::int64_t>(data->train.front()->data.phoneticSize);
    ExpertTrainingModel model(nets::ExpertConfig{options.width, options.embedding, 0.2}, phones);
    if (!options.initialWeights.empty()) {
        if (const auto begun = beginFrom(options.initialWeights, *model->expert); !begun) {
            return core::passOn(begun);
        }
    }
    ExpertTask task(model, data->train, data->validation, taskOptions);
    const auto outcome = runTraining(task, run, stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    const auto weights = exportWeights(task, *data, options.folder);
    if (!weights) {
        return core::passOn(weights);
    }
    return TrainingReport{outcome->steps, outcome->bestStep, outcome->best, *weights};
}

}  // namespace

core::Result<TrainingReport> trainExpert(const ExpertTrainingOptions& options, std::stop_token stop,
                                         const core::ProgressCallback& progress) {
    try {
        nets::limitThreads(options.threads);
        return train(options, runOptions(options), stop, progress);
    } catch (const std::exception& error) {
        return core::Failure(nets::torchError(error, options.folder.string()));
    }
}

core::Result<TrainingReport> exportExpert(const ExpertTrainingOptions& options) {
    try {
        nets::limitThreads(options.threads);
        RunOptions run = runOptions(options);
        run.steps = 0;  // the checkpoint's steps already exceed it: nothing is trained
        run.keepCheckpoint = true;
        return train(options, run, {}, {});
    } catch (const std::exception& error) {
        return core::Failure(nets::torchError(error, options.folder.string()));
    }
}

core::Result<std::map<std::string, double>> evaluateExpert(const fs::path& dataset,
                                                           const fs::path& weights,
                                                           const std::string& split, int threads) {
    const auto store =
        ClipStore::load(dataset, [&split](const ClipRecord& clip) { return clip.split == split; });
    if (!store) {
        return core::passOn(store);
    }
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    try {
        nets::limitThreads(threads);
        const auto loaded = nets::loadExpert(*tensors, weights.string());
        if (!loaded) {
            return core::passOn(loaded);
        }
        std::vector<const StoredClip*> clips;
        for (const StoredClip& clip : store->clips) {
            clips.push_back(&clip);
        }
        const torch::NoGradGuard noGradient;
        nets::ExpertModel expert = loaded->model;
        return metricsOf(judgePairs(*expert, clips, clips.size() * 2));
    } catch (const std::exception& error) {
        return core::Failure(nets::torchError(error, weights.string()));
    }
}

}  // namespace lipwright::training
