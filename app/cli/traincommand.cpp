#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/plot/plotimage.h"
#include "app/cli/plot/trainingplot.h"
#include "engine/nets/device.h"
#include "engine/training/experttrainer.h"
#include "engine/training/shapetrainer.h"

#include <cstdio>
#include <memory>

namespace lipwright::cli {
namespace {

struct TrainOptions {
    training::ShapeTrainingOptions shape;
    training::ExpertTrainingOptions expert;
    std::filesystem::path plot;
    std::string device = "auto";
    bool overwrite = false;
    bool mixed = false;
    bool evaluate = false;
    CLI::App* shapeApp = nullptr;
    CLI::App* judgeApp = nullptr;
};

void printMetrics(const std::string& title, const std::map<std::string, double>& metrics,
                  Console& console) {
    console.print(title);
    for (const auto& [name, value] : metrics) {
        char line[120];
        std::snprintf(line, sizeof line, "  %-32s %.4f", name.c_str(), value);
        console.print(line);
    }
}

/// Draws what the log has, however the training ended; that fails no training.
void drawLog(const std::filesystem::path& folder, Console& console) {
    std::error_code ignored;
    const auto log = folder / "log.csv";
    if (!std::filesystem::exists(log, ignored)) {
        return;
    }
    if (const auto drawn = writeTrainingPlot(log, folder / "log.png"); !drawn) {
        console.note("no log.png: " + drawn.error().reason);
    }
}

/// Trains with `train`, then judges the weights on the test split with `evaluate` if asked to.
template <typename Options, typename Train, typename Evaluate>
core::Result<void> trainAndJudge(const Options& options, bool evaluateToo, Train train,
                                 Evaluate evaluate, Session& session) {
    const core::Result<training::TrainingReport> report =
        train(options, session.stop, session.console.progress());
    drawLog(options.folder, session.console);
    if (!report) {
        return core::passOn(report);
    }
    printMetrics("best of " + std::to_string(report->steps) + " steps: " +
                     std::to_string(report->bestStep) + ", on speakers held out from train",
                 report->metrics, session.console);
    if (evaluateToo) {
        const core::Result<std::map<std::string, double>> metrics =
            evaluate(options.dataset, report->weights, "test", options.threads);
        if (!metrics) {
            return core::passOn(metrics);
        }
        printMetrics("on the test split", *metrics, session.console);
    }
    session.console.print("weights: " + report->weights.string());
    return {};
}

template <typename Options>
void declareCommon(CLI::App& app, Options& options) {
    app.add_option("DATASET", options.dataset, "Folder made by 'dataset'")->required();
    app.add_option("FOLDER", options.folder, "Folder of checkpoints, log.csv and weights")
        ->required();
    app.add_option("--steps", options.steps, "Optimiser steps")->capture_default_str();
    app.add_option("--width", options.width, "Channels of the network's first layers")
        ->capture_default_str();
    app.add_option("--validate-every", options.validateEvery, "Steps between validations")
        ->capture_default_str();
    app.add_option("--learning-rate", options.learningRate)->capture_default_str();
    app.add_option("--seed", options.seed)->capture_default_str();
    app.add_option("--threads", options.threads)->check(CLI::Range(1, 64))->capture_default_str();
    app.add_option("--checkpoint-seconds", options.checkpointSeconds)->capture_default_str();
}

/// The expert, or the judge that looks at landmarks: one trainer, different eyes.
void declareExpert(CLI::App& app, TrainOptions& options) {
    training::ExpertTrainingOptions& expert = options.expert;
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
    app.add_option("--device", options.device, "auto, cpu or cuda")->capture_default_str();
    app.add_flag("--mixed", options.mixed, "Compute in bfloat16 where that is safe");
}

core::Result<void> trainExpert(const std::shared_ptr<TrainOptions>& options, Session& session) {
    const auto device = nets::chooseDevice(options->device);
    if (!device) {
        return core::passOn(device);
    }
    options->expert.device = *device;
    options->expert.precision =
        options->mixed ? training::Precision::mixed : training::Precision::full;
    options->expert.sight =
        options->judgeApp->parsed() ? nets::ExpertSight::landmarks : nets::ExpertSight::pictures;
    return trainAndJudge(options->expert, options->evaluate, &training::trainExpert,
                         &training::evaluateExpert, session);
}

core::Result<void> train(const std::shared_ptr<TrainOptions>& options, Session& session) {
    if (!options->plot.empty()) {
        if (const auto target = checkPlotTarget(options->plot, options->overwrite); !target) {
            return target;
        }
    }
    const bool shape = options->shapeApp->parsed();
    const auto trained =
        shape ? trainAndJudge(options->shape, options->evaluate, &training::trainShapeNetwork,
                              &training::evaluateShapeNetwork, session)
              : trainExpert(options, session);
    if (!trained || options->plot.empty()) {
        return trained;
    }
    const auto& folder = shape ? options->shape.folder : options->expert.folder;
    return writeTrainingPlot(folder / "log.csv", options->plot);
}

}  // namespace

Command trainCommand(CLI::App& parent) {
    auto options = std::make_shared<TrainOptions>();
    CLI::App* app = parent.add_subcommand("train", "Train a network on prepared data; resumable");
    app->require_subcommand(1);
    app->add_flag("--evaluate", options->evaluate, "Judge the result on the test split as well");
    app->add_option("--plot", options->plot, "Draw the log into this PNG as well");
    app->add_flag("--overwrite", options->overwrite, "Replace a plot of this name");
    options->shapeApp = app->add_subcommand("shape", "The audio to mouth-shape network");
    declareCommon(*options->shapeApp, options->shape);
    CLI::App* expertApp = app->add_subcommand("expert", "The lip-sync expert");
    declareExpert(*expertApp, *options);
    options->judgeApp = app->add_subcommand(
        "judge", "The second judge of sync, which looks at landmarks only and teaches nobody");
    declareExpert(*options->judgeApp, *options);
    app->footer(
        "Example:\n  lipwright-cli train shape prepared runs/shape --evaluate\n\n"
        "The same command goes on where an earlier run stopped. Progress is logged to\n"
        "FOLDER/log.csv and drawn in FOLDER/log.png at the end; speakers of 'train' are held out\n"
        "for validation, 'test' is only judged.");
    return {app, [options](Session& session) { return train(options, session); }};
}

}  // namespace lipwright::cli
