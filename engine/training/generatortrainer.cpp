#include "engine/training/generatortrainer.h"

#include "engine/nets/device_p.h"
#include "engine/nets/generatorgrowth_p.h"
#include "engine/training/generatorexport_p.h"
#include "engine/training/generatortask_p.h"
#include "engine/training/generatorvariants_p.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/perceptualfeatures_p.h"
#include "engine/training/trainingclips_p.h"

#include <algorithm>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

core::Failure noFaces(const fs::path& dataset) {
    return core::fail(core::ErrorCode::invalidArgument, "the data set has no face crops",
                      dataset.string(), "Build it with 'dataset --faces 160'");
}

RunOptions runOptions(const GeneratorTrainingOptions& options) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = options.steps;
    run.warmupSteps = std::min<std::int64_t>(100, options.steps / 10);
    run.annealSteps = options.annealSteps;
    run.annealing = Annealing::linear;
    run.learningRate = options.learningRate;
    run.weightDecay = 1e-3;
    run.averageDecay = 0.997;
    run.validateEvery = options.validateEvery;
    run.patience = options.patience;
    run.checkpointSeconds = options.checkpointSeconds;
    run.seed = options.seed;
    run.precision = options.precision;
    run.stage = options.stage == 1 ? "train generator, stage 1" : "train generator, stage 2";
    return run;
}

core::Result<void> beginFrom(const fs::path& weights, nets::GeneratorModelImpl& generator) {
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    const auto sized = nets::resizedGenerator(*tensors, generator.config.size, weights.string());
    return sized ? nets::assignTensors(generator, *sized, weights.string()) : core::passOn(sized);
}

core::Result<TrainingReport> train(const GeneratorTrainingOptions& options, const RunOptions& run,
                                   std::stop_token stop, const core::ProgressCallback& progress) {
    const auto clips = TrainingClips::load(options.dataset);
    if (!clips) {
        return core::passOn(clips);
    }
    auto expert = openPictureExpert(options.expert);
    if (!expert) {
        return core::passOn(expert);
    }
    torch::manual_seed(options.seed);
    GeneratorTrainingModel model(generatorConfig(options, clips->phonetic));
    if (!options.initialWeights.empty()) {
        if (const auto begun = beginFrom(options.initialWeights, *model->generator); !begun) {
            return core::passOn(begun);
        }
    }
    if (options.stage == 2) {
        model->expertCounts.fill_(1);
    }
    const GeneratorTaskOptions taskOptions = generatorTaskOptions(options);
    const std::size_t references = taskOptions.batch.references;
    auto training = generatorClips(clips->train, clips->phonetic, references);
    auto validation = generatorClips(clips->validation, clips->phonetic, references);
    if (training.empty() || validation.empty()) {
        return noFaces(options.dataset);
    }
    GeneratorTask task(model, std::move(*expert), std::move(training), std::move(validation),
                       taskOptions);
    const auto outcome = runTraining(task, run, stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    const auto weights = exportGeneratorWeights(model->generator, options.folder);
    if (!weights) {
        return core::passOn(weights);
    }
    return TrainingReport{outcome->steps, outcome->bestStep, outcome->best, *weights};
}

core::Result<Metrics> evaluate(const fs::path& dataset, const fs::path& weights,
                               const fs::path& expertWeights, const std::string& split) {
    const auto store =
        ClipStore::load(dataset, [&split](const ClipRecord& clip) { return clip.split == split; });
    if (!store) {
        return core::passOn(store);
    }
    auto expert = openPictureExpert(expertWeights);
    if (!expert) {
        return core::passOn(expert);
    }
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    const auto loaded = nets::loadGenerator(*tensors, weights.string());
    if (!loaded) {
        return core::passOn(loaded);
    }
    const nets::GeneratorConfig config = (*loaded)->config;
    GeneratorTaskOptions options;
    options.batch.size = config.size;
    std::vector<const StoredClip*> stored;
    for (const StoredClip& clip : store->clips) {
        stored.push_back(&clip);
    }
    auto clips = generatorClips(stored, config.phonetic, options.batch.references);
    if (clips.empty()) {
        return noFaces(dataset);
    }
    GeneratorTrainingModel model(config);
    if (const auto begun = nets::assignTensors(*model->generator, *tensors, weights.string());
        !begun) {
        return core::passOn(begun);
    }
    GeneratorTask task(model, std::move(*expert), clips, {}, options);
    const torch::NoGradGuard noGradient;
    model->eval();
    return task.judge(clips, 2 * clips.size());
}

}  // namespace

core::Result<TrainingReport> trainGenerator(const GeneratorTrainingOptions& options,
                                            std::stop_token stop,
                                            const core::ProgressCallback& progress) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<TrainingReport> {
        return train(options, runOptions(options), stop, progress);
    });
}

core::Result<TrainingReport> exportGenerator(const GeneratorTrainingOptions& options) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<TrainingReport> {
        RunOptions run = runOptions(options);
        run.steps = 0;  // the checkpoint's steps already exceed it: nothing is trained
        run.keepCheckpoint = true;
        return train(options, run, {}, {});
    });
}

core::Result<std::map<std::string, double>> evaluateGenerator(const fs::path& dataset,
                                                              const fs::path& weights,
                                                              const fs::path& expert,
                                                              const std::string& split,
                                                              int threads) {
    return guarded(threads, weights, [&]() -> core::Result<std::map<std::string, double>> {
        return evaluate(dataset, weights, expert, split);
    });
}

}  // namespace lipwright::training
