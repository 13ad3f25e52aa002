#include "app/cli/plot/plotimage.h"
#include "app/cli/plot/trainingplot.h"
#include "app/cli/training.h"
#include "engine/training/experttrainer.h"
#include "engine/training/shapetrainer.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace lipwright::cli {
namespace {

struct ExpertOptions {
    training::ExpertTrainingOptions training;
    DeviceOptions device;
};

struct TrainOptions {
    std::vector<TrainingKind> kinds;
    std::filesystem::path plot;
    bool overwrite = false;
    bool evaluate = false;
};

void declareExpertOptions(CLI::App& app, ExpertOptions& options) {
    training::ExpertTrainingOptions& expert = options.training;
    declareCommon(app, expert);
    app.add_option("--anneal-steps", expert.annealSteps, "Last steps, of a falling learning rate")
        ->capture_default_str();
    app.add_option("--channels", expert.channels, "Channels of the temporal networks")
        ->capture_default_str();
    app.add_option("--clips", expert.clipsPerStep, "Clips per step")->capture_default_str();
    app.add_option("--landmark-weight", expert.landmarkWeight,
                   "Weight of telling landmarks from pictures")
        ->capture_default_str();
    app.add_option("--word-share", expert.wordShare, "Share of isolated words in what is drawn")
        ->capture_default_str();
    app.add_option("--initial-weights", expert.initialWeights, "Exported weights to begin from");
    app.add_option("--patience", expert.patience,
                   "Validations without a better score after which to stop (0: never)")
        ->capture_default_str();
    options.device.declare(app);
}

/// The expert, or the judge that looks at landmarks: one trainer, different eyes.
TrainingKind declareExpert(CLI::App& parent, const char* name, const char* what,
                           nets::ExpertSight sight) {
    auto options = std::make_shared<ExpertOptions>();
    options->training.sight = sight;
    CLI::App* app = parent.add_subcommand(name, what);
    declareExpertOptions(*app, *options);
    return {app,
            [options](bool evaluateToo, Session& session) {
                const auto applied = options->device.applyTo(options->training);
                return applied
                           ? trainAndJudge(options->training, evaluateToo, &training::trainExpert,
                                           &training::evaluateExpert, session)
                           : applied;
            },
            [options] { return options->training.folder; }};
}

TrainingKind declareShape(CLI::App& parent) {
    auto options = std::make_shared<training::ShapeTrainingOptions>();
    CLI::App* app = parent.add_subcommand("shape", "The audio to mouth-shape network");
    declareCommon(*app, *options);
    auto* begin = app->add_option("--initial-weights", options->initialWeights,
                                  "Exported weights to begin from");
    app->add_flag("--style-only", options->styleOnly,
                  "Learn speaking styles alone; the weights begun from stay as they are")
        ->needs(begin);
    return {app,
            [options](bool evaluateToo, Session& session) {
                return trainAndJudge(*options, evaluateToo, &training::trainShapeNetwork,
                                     &training::evaluateShapeNetwork, session);
            },
            [options] { return options->folder; }};
}

core::Result<void> train(const TrainOptions& options, Session& session) {
    if (!options.plot.empty()) {
        if (const auto target = checkPlotTarget(options.plot, options.overwrite); !target) {
            return target;
        }
    }
    const auto kind = std::ranges::find_if(
        options.kinds, [](const TrainingKind& each) { return each.app->parsed(); });
    const auto trained = kind->run(options.evaluate, session);
    if (!trained || options.plot.empty()) {
        return trained;
    }
    return writeTrainingPlot(kind->folder() / "log.csv", options.plot);
}

}  // namespace

Command trainCommand(CLI::App& parent) {
    auto options = std::make_shared<TrainOptions>();
    CLI::App* app = parent.add_subcommand("train", "Train a network on prepared data; resumable");
    app->require_subcommand(1);
    app->add_flag("--evaluate", options->evaluate, "Judge the result on the test split as well");
    app->add_option("--plot", options->plot, "Draw the log into this PNG as well");
    app->add_flag("--overwrite", options->overwrite, "Replace a plot of this name");
    options->kinds = {
        declareShape(*app),
        declareExpert(*app, "expert", "The lip-sync expert", nets::ExpertSight::pictures),
        declareExpert(*app, "judge",
                      "The second judge of sync, which looks at landmarks only and teaches nobody",
                      nets::ExpertSight::landmarks),
        declareGenerator(*app), declareMender(*app)};
    app->footer(
        "Example:\n  lipwright-cli train shape prepared runs/shape --evaluate\n\n"
        "The same command goes on where an earlier run stopped. Progress is logged to\n"
        "FOLDER/log.csv and drawn in FOLDER/log.png at the end; speakers of 'train' are held out\n"
        "for validation, 'test' is only judged.");
    return {app, [options](Session& session) { return train(*options, session); }};
}

}  // namespace lipwright::cli
