// What the subcommands of 'train' share: common options, the run with its log's plot, and the
// figures at the end.
#pragma once

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "engine/nets/device.h"
#include "engine/training/trainingreport.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace lipwright::cli {

/// One network that can be trained.
struct TrainingKind {
    CLI::App* app = nullptr;
    std::function<core::Result<void>(bool evaluateToo, Session& session)> run;
    std::function<std::filesystem::path()> folder;  ///< where log.csv is
};

/// Options that a network which can train on a GPU has beside the common ones.
struct DeviceOptions {
    std::string device = "auto";
    bool mixed = false;

    void declare(CLI::App& app);
    /// Into the training's own options.
    template <typename Options>
    core::Result<void> applyTo(Options& options) const {
        const auto chosen = nets::chooseDevice(device);
        if (!chosen) {
            return core::passOn(chosen);
        }
        options.device = *chosen;
        options.precision = mixed ? training::Precision::mixed : training::Precision::full;
        return {};
    }
};

[[nodiscard]] TrainingKind declareGenerator(CLI::App& parent);
[[nodiscard]] TrainingKind declareMender(CLI::App& parent);

/// Puts the installed lip-sync expert where no weights are named.
[[nodiscard]] core::Result<void> defaultToInstalledExpert(std::filesystem::path& weights,
                                                          const Session& session);

void printMetrics(const std::string& title, const std::map<std::string, double>& metrics,
                  Console& console);

/// Draws what the log has, however the training ended; that fails no training.
void drawLog(const std::filesystem::path& folder, Console& console);

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

}  // namespace lipwright::cli
