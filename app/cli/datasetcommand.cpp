#include "app/cli/command.h"
#include "app/cli/console.h"
#include "engine/training/dataset/datasetbuilder.h"
#include "engine/training/offsetestimation.h"

#include <cstdio>
#include <memory>

namespace lipwright::cli {
namespace {

struct DatasetCommandOptions {
    std::filesystem::path manifest;
    std::filesystem::path folder;
    training::DatasetOptions building;
    training::OffsetOptions offsets;
    bool keepOffsets = false;
};

void printOffsets(const training::OffsetReport& report, Console& console) {
    console.print("set                    clips  sound late  confidence");
    for (const auto& set : report.sets) {
        char line[120];
        std::snprintf(line, sizeof line, "%-22s %5d  %+10d  %10.2f%s", set.set.c_str(), set.clips,
                      set.soundLate, set.confidence, set.accepted ? "" : "  (left as it was)");
        console.print(line);
    }
    console.print(std::to_string(report.clipsOfTheirOwn) + " clips have an offset of their own");
    console.print("The sound of " + std::to_string(report.driftingClips) +
                  " clips drifts against the picture; that is taken out");
}

core::Result<void> prepare(const DatasetCommandOptions& options, Session& session) {
    const auto summary = training::buildDataset(options.manifest, options.folder, options.building,
                                                session.stop, session.console.progress());
    if (!summary) {
        return core::passOn(summary);
    }
    session.console.print(std::to_string(summary->clips) + " clips (" +
                          std::to_string(summary->reused) + " from an earlier run), " +
                          std::to_string(summary->skipped) + " left out, " +
                          std::to_string(summary->usableFrames) + " of " +
                          std::to_string(summary->frames) + " frames usable");
    if (options.keepOffsets) {
        return {};
    }
    training::OffsetOptions offsets = options.offsets;
    offsets.dataset = options.folder;
    const auto report =
        training::estimateOffsets(offsets, session.stop, session.console.progress());
    if (!report) {
        return core::passOn(report);
    }
    printOffsets(*report, session.console);
    return {};
}

}  // namespace

Command datasetCommand(CLI::App& parent) {
    auto options = std::make_shared<DatasetCommandOptions>();
    CLI::App* app = parent.add_subcommand(
        "dataset", "Prepare training data from footage and correct its audio offsets");
    app->add_option("MANIFEST", options->manifest,
                    "Tab-separated table with a header: id, file, split, speaker, language, "
                    "genuine, licence_class")
        ->required();
    app->add_option("FOLDER", options->folder, "Folder of the prepared data")->required();
    app->add_option("--workers", options->building.workers, "Clips prepared at a time")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    app->add_option("--faces", options->building.faceSize,
                    "Also keep whole face crops of this many pixels a side, which 'train "
                    "generator' needs (0: none)")
        ->check(CLI::Range(0, 512))
        ->capture_default_str();
    app->add_option("--offset-rounds", options->offsets.rounds, "Rounds of offset estimation")
        ->check(CLI::Range(1, 10))
        ->capture_default_str();
    app->add_option("--seed", options->offsets.seed, "Seed of the offset estimation")
        ->capture_default_str();
    app->add_flag("--keep-offsets", options->keepOffsets, "Do not estimate offsets");
    app->footer(
        "Example:\n  lipwright-cli dataset footage/manifest.tsv prepared\n\n"
        "Goes on where an earlier run stopped. Every clip's offset (frames at 25/s, sound\n"
        "later than picture is positive) is recorded in FOLDER/index.json.");
    return {app, [options](Session& session) { return prepare(*options, session); }};
}

}  // namespace lipwright::cli
