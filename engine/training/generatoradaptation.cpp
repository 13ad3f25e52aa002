#include "engine/models/manifest.h"
#include "engine/nets/device_p.h"
#include "engine/nets/mouthgenerator.h"
#include "engine/training/adaptedweights_p.h"
#include "engine/training/anchoredtask_p.h"
#include "engine/training/generatorexport_p.h"
#include "engine/training/generatortask_p.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/perceptualfeatures_p.h"
#include "engine/training/trainingclips_p.h"

#include <array>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

/// What the actor looks like is in the decoder and the coarse layers that feed it; what moves a
/// mouth and how pictures are read stays universal.
const std::array<std::string, 7> kLearning{
    "generator.decoder",        "generator.identity.level3",  "generator.identity.level4",
    "generator.identity.embed", "generator.reference.level3", "generator.reference.level4",
    "generator.reference.embed"};
constexpr double kPull = 1e-3;
constexpr double kShare = 0.75;
constexpr LossWeights kWeights{1.0, 0.5, 0.05, 1.0, 0.0};

/// A generator's training model with the universal weights, and its configuration.
core::Result<GeneratorTrainingModel> universalModel(const fs::path& weights) {
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    const auto loaded = nets::loadGenerator(*tensors, weights.string());
    if (!loaded) {
        return core::passOn(loaded);
    }
    GeneratorTrainingModel model((*loaded)->config);
    if (const auto begun = nets::assignTensors(*model->generator, *tensors, weights.string());
        !begun) {
        return core::passOn(begun);
    }
    model->expertCounts.fill_(1);  // the universal network's pictures are adequate
    return model;
}

/// Where the generator paints faster in bfloat16 it also learns faster so.
core::Result<Precision> quickestPrecision(const AdaptationOptions& options) {
    const auto generator =
        nets::MouthGenerator::load(options.universal, nets::GeneratorOptions{options.device});
    if (!generator) {
        return core::passOn(generator);
    }
    return generator->precision() == nets::GeneratorPrecision::bfloat16 ? Precision::mixed
                                                                        : Precision::full;
}

GeneratorTaskOptions taskOptions(const AdaptationOptions& options, std::int64_t size) {
    GeneratorTaskOptions task;
    task.batch.size = size;
    task.weights = kWeights;
    task.clipsPerStep = 3;
    task.validationStretches = 24;
    task.device = nets::torchDevice(options.device);
    return task;
}

RunOptions runOptions(const AdaptationOptions& options, Precision precision) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = 1'000'000;  // the clock ends it
    run.seconds = options.seconds;
    run.annealSteps = run.steps / 2;
    run.warmupSteps = 20;
    run.learningRate = 3e-4;
    run.weightDecay = 0.0;  // the anchor holds instead
    run.averageDecay = 0.98;
    run.validateEvery = 25;
    run.validateFirst = true;
    run.checkpointSeconds = 30.0;
    run.seed = options.seed;
    run.validated = options.validated;
    run.precision = precision;
    run.stage = "adapt the painted mouth";
    return run;
}

core::Result<AdaptedWeights> adapt(const AdaptationOptions& options, std::stop_token stop,
                                   const core::ProgressCallback& progress) {
    const auto clips = TrainingClips::loadActor(options.dataset);
    if (!clips) {
        return core::passOn(clips);
    }
    auto expert = openPictureExpert(options.expert);
    if (!expert) {
        return core::passOn(expert);
    }
    torch::manual_seed(options.seed);
    auto model = universalModel(options.universal);
    if (!model) {
        return core::passOn(model);
    }
    const auto precision = quickestPrecision(options);
    if (!precision) {
        return core::passOn(precision);
    }
    const GeneratorTaskOptions how = taskOptions(options, (*model)->generator->config.size);
    auto training = generatorClips(clips->train, clips->phonetic, how.batch.references);
    auto validation = generatorClips(clips->validation, clips->phonetic, how.batch.references);
    if (training.empty() || validation.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the actor's clips have no face crops to paint from",
                          options.dataset.string(), "Gather them again, with faces");
    }
    GeneratorTask painting(*model, std::move(*expert), std::move(training), std::move(validation),
                           how);
    AnchoredTask task(painting, {kLearning, kPull, kShare});
    const auto outcome = runTraining(task, runOptions(options, *precision), stop, progress);
    if (!outcome) {
        return core::passOn(outcome);
    }
    task.settle();
    const auto weights = exportGeneratorWeights((*model)->generator, options.folder);
    return weights ? core::Result<AdaptedWeights>(
                         adaptedWeights(*outcome, *weights, models::kMouthGeneratorRole))
                   : core::passOn(weights);
}

}  // namespace

core::Result<AdaptedWeights> adaptGenerator(const AdaptationOptions& options, std::stop_token stop,
                                            const core::ProgressCallback& progress) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<AdaptedWeights> {
        return adapt(options, stop, progress);
    });
}

}  // namespace lipwright::training
