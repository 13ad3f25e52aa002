#include "app/cli/training.h"
#include "engine/training/mendertrainer.h"

#include <memory>

namespace lipwright::cli {
namespace {

void declareOptions(CLI::App& app, training::MenderTrainingOptions& options) {
    app.add_option("--expert", options.expert,
                   "Weights of the lip-sync expert whose features are compared (default: the "
                   "installed ones)");
    app.add_option("--runs", options.runsPerStep, "Runs of two frames per step")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.add_option("--anneal-steps", options.annealSteps, "Last steps, of a falling learning rate")
        ->capture_default_str();
    app.add_option("--perceptual-weight", options.perceptualWeight, "Weight of the perceptual loss")
        ->capture_default_str();
    app.add_option("--shifted-weight", options.shiftedWeight,
                   "Weight of pairs that aim at another moment's mouth")
        ->capture_default_str();
}

core::Result<void> train(training::MenderTrainingOptions& options, bool evaluateToo,
                         Session& session) {
    if (const auto named = defaultToInstalledExpert(options.expert, session); !named) {
        return named;
    }
    const auto evaluate = [&options](const auto& dataset, const auto& weights,
                                     const std::string& split, int threads) {
        return training::evaluateMender(dataset, weights, split, options.expert, threads);
    };
    return trainAndJudge(options, evaluateToo, &training::trainMender, evaluate, session);
}

}  // namespace

TrainingKind declareMender(CLI::App& parent) {
    auto options = std::make_shared<training::MenderTrainingOptions>();
    CLI::App* app = parent.add_subcommand(
        "mender", "What mends the warped mouth; DATASET is a folder made with 'pairs'");
    declareCommon(*app, *options);
    declareOptions(*app, *options);
    return {app,
            [options](bool evaluateToo, Session& session) {
                return train(*options, evaluateToo, session);
            },
            [options] { return options->folder; }};
}

}  // namespace lipwright::cli
