#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/modelchoice.h"
#include "app/cli/modelfolder.h"
#include "engine/assessment/evaluation.h"
#include "engine/assessment/metrics.h"

#include <cstdio>
#include <memory>

namespace lipwright::cli {
namespace {

struct EvaluateOptions {
    assessment::EvaluationOptions evaluation;
    std::string device = "auto";
    std::string model;
};

/// "  Masked PSNR (dB): 21.30 (wanted 20.00: reached), 12 clips".
std::string summaryLine(const assessment::Metric& metric, const assessment::Aggregate& sum) {
    const std::string unit =
        *metric.unit == '\0' ? std::string() : " (" + std::string(metric.unit) + ")";
    char text[240];
    std::snprintf(text, sizeof text, "  %s%s: %.*f", metric.title, unit.c_str(), metric.decimals,
                  sum.mean);
    std::string line = text;
    if (const auto good = assessment::reached(metric, sum)) {
        std::snprintf(text, sizeof text, " (wanted %.*f: %s)", metric.decimals, *metric.wanted,
                      *good ? "reached" : "not reached");
        line += text;
    }
    return line + ", " + std::to_string(sum.n) + (sum.n == 1 ? " clip" : " clips");
}

void printResults(const assessment::Results& results, Console& console) {
    for (const std::string& engine : results.engines) {
        console.print(engine + ", means:");
        for (const assessment::Metric& metric : assessment::metrics()) {
            const auto sum = assessment::aggregate(results, engine, metric);
            if (sum.n > 0) {
                console.print(summaryLine(metric, sum));
            }
        }
    }
}

core::Result<void> evaluate(const EvaluateOptions& options, Session& session) {
    assessment::EvaluationOptions evaluation = options.evaluation;
    const auto models = modelFolder(evaluation.models, session);
    if (!models) {
        return core::passOn(models);
    }
    evaluation.models = *models;
    auto model = chosenModel(options.model, {});
    if (!model) {
        return core::passOn(model);
    }
    evaluation.actors = std::move(model->actors);
    evaluation.model = std::move(model->id);
    const auto device = nets::chooseDevice(options.device);
    if (!device) {
        return core::passOn(device);
    }
    evaluation.device = *device;
    const auto results =
        assessment::evaluate(evaluation, session.stop, session.console.progress(),
                             [&session](const std::string& text) { session.console.note(text); });
    if (!results) {
        return core::passOn(results);
    }
    printResults(*results, session.console);
    session.console.print("written: " + (evaluation.folder / "index.html").string());
    return {};
}

void declareOptions(CLI::App& app, EvaluateOptions& options) {
    assessment::EvaluationOptions& evaluation = options.evaluation;
    app.add_option("MANIFEST", evaluation.manifest,
                   "Tab-separated table with a header: id, file, split, speaker, duration_s")
        ->required();
    app.add_option("--out", evaluation.folder, "Folder of the results")->required();
    app.add_option("--split", evaluation.split, "Rows of the table to take")->capture_default_str();
    app.add_option("--engines", evaluation.engines,
                   "Engines to compare (default: all whose weights are installed)")
        ->delimiter(',');
    CLI::Option* clips =
        app.add_option("--clips", evaluation.choice.most,
                       "Only so many clips: one of each speaker first, then another")
            ->check(CLI::PositiveNumber);
    app.add_option("--ids", evaluation.choice.ids, "Only these clips")
        ->delimiter(',')
        ->excludes(clips);
    app.add_flag("--words", evaluation.choice.words,
                 "Clips of a single word (under 1.6 s) as well");
    app.add_option("--seconds", evaluation.seconds, "Of each clip, only so much from its beginning")
        ->check(CLI::PositiveNumber);
    app.add_option("--pictures", evaluation.picturedClips, "Clips that contact sheets are made of")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    app.add_option("--neighbours", evaluation.excludedNeighbours,
                   "At reconstruction, frames to each side that no mouth is taken from")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    app.add_option("--device", options.device, "auto, cpu or cuda")->capture_default_str();
    app.add_option("--threads", evaluation.threads, "Threads to use")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    app.add_option("--models", evaluation.models, "Folder of the weights");
    addModelOption(app, options.model);
    app.footer(
        "Example:\n  lipwright-cli evaluate footage/manifest.tsv --out comparison --clips 20\n\n"
        "Every clip is dubbed three times by each engine: with its own sound (reconstruction),\n"
        "with another speaker's, and with spoken sentences full of m, b and p. FOLDER/index.html\n"
        "shows the figures and contact sheets, results.json and results.csv hold all of them.\n"
        "With --model each engine is compared with itself adapted to the actor of the chosen "
        "clips.\n"
        "Goes on where an earlier run stopped. The folder holds pictures of the footage.");
}

}  // namespace

Command evaluateCommand(CLI::App& parent) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* app =
        parent.add_subcommand("evaluate", "Compare engines on footage, by figures and for the eye");
    declareOptions(*app, *options);
    return {app, [options](Session& session) { return evaluate(*options, session); }};
}

}  // namespace lipwright::cli
