#include "engine/models/manifest.h"
#include "engine/training/adaptedweights_p.h"
#include "engine/training/anchoredtask_p.h"
#include "engine/training/guardedwork_p.h"
#include "engine/training/shapeadaptation_p.h"
#include "engine/training/shapeagreement_p.h"
#include "engine/training/shapetask_p.h"
#include "engine/training/trainingclips_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

/// The shape network's training, judged by the actor's validation clips.
class ActorTask final : public TrainingTask {
public:
    ActorTask(ShapeTask& task, const std::vector<ShapeClip>& validation)
        : m_task(task), m_validation(validation) {}

    [[nodiscard]] torch::nn::Module& module() override { return m_task.module(); }
    [[nodiscard]] torch::Tensor loss(Random& random) override { return m_task.loss(random); }
    [[nodiscard]] Metrics validate() override {
        return actorAgreement(*m_task.model(), m_validation);
    }

private:
    ShapeTask& m_task;
    const std::vector<ShapeClip>& m_validation;
};

core::Failure tooLittle(const fs::path& dataset) {
    return core::fail(core::ErrorCode::invalidArgument,
                      "there is too little of the actor to train on and to validate with",
                      dataset.string(), "Take more of the film in which he is seen speaking");
}

RunOptions runOptions(const ShapeAdaptationRecipe& recipe, const AdaptationOptions& options) {
    RunOptions run;
    run.folder = options.folder;
    run.steps = recipe.steps;
    run.seconds = options.seconds;
    run.warmupSteps = 20;
    run.annealSteps = recipe.steps;
    run.learningRate = recipe.learningRate;
    run.weightDecay = 0.0;  // the anchor holds the weights instead
    run.averageDecay = recipe.averageDecay;
    run.largestGradient = 2.0;
    run.validateEvery = recipe.validateEvery;
    run.validateFirst = true;
    run.checkpointSeconds = 30.0;
    run.seed = options.seed;
    run.validated = options.validated;
    run.stage = "adapt shape";
    return run;
}

constexpr double kPlenty = 120.0 * 25.0;  ///< frames

/// Little material is soon learnt by heart: the anchor holds more, and less of the way is gone.
Anchoring anchoring(const ShapeAdaptationRecipe& recipe,
                    const std::vector<const StoredClip*>& train) {
    double frames = 0.0;
    for (const StoredClip* clip : train) {
        frames += static_cast<double>(clip->record.usableFrames);
    }
    const double hold = std::clamp(kPlenty / std::max(1.0, frames), 1.0, 10.0);
    const double share =
        std::lerp(recipe.leastShare, recipe.mostShare, std::min(1.0, frames / kPlenty));
    return {recipe.trained, recipe.pull * hold, share};
}

core::Result<AdaptedWeights> adapt(const ShapeAdaptationRecipe& recipe,
                                   const AdaptationOptions& options, std::stop_token stop,
                                   const core::ProgressCallback& progress) {
    const auto clips = TrainingClips::loadActor(options.dataset);
    if (!clips) {
        return core::passOn(clips);
    }
    const auto tensors = nets::readTensors(options.universal);
    if (!tensors) {
        return core::passOn(tensors);
    }
    torch::manual_seed(options.seed);
    const auto loaded = nets::loadShapeModel(*tensors, options.universal.string(), recipe.dropout);
    if (!loaded) {
        return core::passOn(loaded);
    }
    nets::ShapeModel model = loaded->model;
    const std::int64_t phonetic = model->config.phonetic;
    const std::vector<ShapeClip> validation = withGrids(clips->validation, phonetic);
    ShapeTaskOptions taskOptions;
    taskOptions.batch = recipe.batch;
    taskOptions.wordShare = 0.5;
    taskOptions.augment = recipe.augment;
    taskOptions.correlationWeight = recipe.correlationWeight;
    ShapeTask shapes(model, withGrids(clips->train, phonetic), {}, taskOptions);
    if (!shapes.canTrain() || actorAgreement(*model, validation).at("clips") < 1.0) {
        return tooLittle(options.dataset);
    }
    ActorTask actor(shapes, validation);
    AnchoredTask task(actor, anchoring(recipe, clips->train));
    const auto run = runTraining(task, runOptions(recipe, options), stop, progress);
    if (!run) {
        return core::passOn(run);
    }
    task.settle();
    const torch::NoGradGuard noGradient;
    const torch::Tensor gain = naturalGain(actorSpread(*model, withGrids(clips->train, phonetic)));
    const fs::path file = options.folder / "shape-network.weights";
    const auto written =
        nets::writeTensors(file, nets::shapeArchive(*model, gain), nets::StoredPrecision::half);
    return written ? core::Result<AdaptedWeights>(
                         adaptedWeights(*run, file, models::kShapeNetworkRole, recipe.leastGain))
                   : core::passOn(written);
}

}  // namespace

core::Result<AdaptedWeights> adaptShapeNetworkBy(const ShapeAdaptationRecipe& recipe,
                                                 const AdaptationOptions& options,
                                                 std::stop_token stop,
                                                 const core::ProgressCallback& progress) {
    return guarded(options.threads, options.folder, [&]() -> core::Result<AdaptedWeights> {
        return adapt(recipe, options, stop, progress);
    });
}

core::Result<AdaptedWeights> adaptShapeNetwork(const AdaptationOptions& options,
                                               std::stop_token stop,
                                               const core::ProgressCallback& progress) {
    return adaptShapeNetworkBy({}, options, stop, progress);
}

}  // namespace lipwright::training
