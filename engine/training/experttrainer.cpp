#include "engine/training/experttrainer.h"

#include "engine/nets/device_p.h"
#include "engine/training/experttask_p.h"
#include "engine/training/expertvalidation_p.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/trainingclips_p.h"

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFinalValidationClips = 400;

struct Prepared {
    TrainingClips clips;
    std::vector<ExpertClip> train;
    std::vector<ExpertClip> validation;
};

core::Result<Prepared> prepare(const ExpertTrainingOptions& options) {
    auto clips = TrainingClips::load(options.dataset);
    if (!clips) {
        return core::passOn(clips);
    }
    const std::size_t stretch = ExpertTaskOptions().stretch;
    Prepared prepared;
    prepared.train = expertClips(clips->train, clips->phonetic, stretch, true);
    prepared.validation = expertClips(clips->validation, clips->phonetic, stretch, false);
    prepared.clips = std::move(*clips);
    if (prepared.train.empty() || prepared.validation.empty()) {
        return core::Failure(tooFewSpeakers(options.dataset));
    }
    return prepared;
}

RunOptions runOptions(const ExpertTrainingOptions& options) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = options.steps;
    run.annealSteps = options.annealSteps;
    run.learningRate = options.learningRate;
    run.weightDecay = 0.04;
    run.validateEvery = options.validateEvery;
    run.patience = options.patience;
    run.checkpointSeconds = options.checkpointSeconds;
    run.seed = options.seed;
    run.precision = options.precision;
    run.stage = "train expert";
    return run;
}

/// Every window with speech in it that a judgement knows.
PairSample pairsOf(const ExpertJudgement& judgement) {
    PairSample pairs = judgement.natural.windows;
    const PairSample& words = judgement.words.windows;
    pairs.inSync.insert(pairs.inSync.end(), words.inSync.begin(), words.inSync.end());
    pairs.shifted.insert(pairs.shifted.end(), words.shifted.begin(), words.shifted.end());
    return pairs;
}

/// Calibrates on the held-out speakers and writes the weights.
core::Result<fs::path> exportWeights(const ExpertTask& task, const Prepared& data,
                                     const ExpertTrainingOptions& options) {
    nets::ExpertModel expert = task.expert();
    expert->eval();
    nets::Calibration calibration;
    {
        const torch::NoGradGuard noGradient;
        calibration = fitCalibration(pairsOf(judgeClips(
            *expert, data.validation, kFinalValidationClips, nets::torchDevice(options.device))));
    }
    const fs::path file =
        options.folder / (options.sight == nets::ExpertSight::pictures ? "lip-sync-expert.weights"
                                                                       : "lip-sync-judge.weights");
    expert->to(torch::kCPU);
    const auto written = nets::writeTensors(file, nets::expertArchive(*expert, calibration),
                                            nets::StoredPrecision::half);
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
    auto data = prepare(options);
    if (!data) {
        return core::passOn(data);
    }
    torch::manual_seed(options.seed);
    ExpertTaskOptions taskOptions;
    taskOptions.clipsPerStep = options.clipsPerStep;
    taskOptions.landmarkWeight = options.landmarkWeight;
    taskOptions.otherWeight = options.otherWeight;
    taskOptions.wordShare = options.wordShare;
    taskOptions.device = nets::torchDevice(options.device);
    ExpertTrainingModel model(nets::ExpertConfig{options.sight, options.width, options.channels,
                                                 options.embedding, data->clips.phonetic, 0.2});
    if (!options.initialWeights.empty()) {
        if (const auto begun = beginFrom(options.initialWeights, *model->expert); !begun) {
            return core::passOn(begun);
        }
    }
    ExpertTask task(model, std::move(data->train), data->validation, taskOptions);
    const auto outcome = runTraining(task, run, stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    const auto weights = exportWeights(task, *data, options);
    if (!weights) {
        return core::passOn(weights);
    }
    return TrainingReport{outcome->steps, outcome->bestStep, outcome->best, *weights};
}

}  // namespace

core::Result<TrainingReport> trainExpert(const ExpertTrainingOptions& options, std::stop_token stop,
                                         const core::ProgressCallback& progress) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<TrainingReport> {
        return train(options, runOptions(options), stop, progress);
    });
}

core::Result<TrainingReport> exportExpert(const ExpertTrainingOptions& options) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<TrainingReport> {
        RunOptions run = runOptions(options);
        run.steps = 0;  // the checkpoint's steps already exceed it: nothing is trained
        run.keepCheckpoint = true;
        return train(options, run, {}, {});
    });
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
    return guarded(threads, weights, [&]() -> core::Result<std::map<std::string, double>> {
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
        const ExpertJudgement judgement =
            judgeClips(*expert, expertClips(clips, expert->config.phonetic, 1, false),
                       2 * clips.size(), torch::kCPU);
        Metrics metrics = metricsOf(judgement);
        const CalibrationCurve curve =
            calibrationCurve(judgement.natural.windows, loaded->calibration);
        metrics["calibratedAccuracyNatural"] = curve.accuracy;
        metrics["calibrationErrorNatural"] = curve.error;
        for (std::size_t i = 0; i < curve.bins.size(); ++i) {
            if (curve.bins[i].windows > 0) {
                metrics["calibrationBin" + std::to_string(i)] = curve.bins[i].observed;
            }
        }
        metrics["calibratedAccuracyWords"] =
            calibrationCurve(judgement.words.windows, loaded->calibration).accuracy;
        return metrics;
    });
}

}  // namespace lipwright::training
