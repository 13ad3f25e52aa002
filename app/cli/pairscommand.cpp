#include "app/cli/command.h"
#include "app/cli/console.h"
#include "engine/training/dataset/menderpairs.h"

#include <memory>

namespace lipwright::cli {
namespace {

struct PairsCommandOptions {
    std::filesystem::path manifest;
    std::filesystem::path folder;
    training::MenderPairOptions building;
};

core::Result<void> prepare(const PairsCommandOptions& options, Session& session) {
    const auto summary =
        training::buildMenderPairs(options.manifest, options.folder, options.building, session.stop,
                                   session.console.progress());
    if (!summary) {
        return core::passOn(summary);
    }
    session.console.print(std::to_string(summary->clips) + " clips (" +
                          std::to_string(summary->reused) + " from an earlier run), " +
                          std::to_string(summary->skipped) + " left out, " +
                          std::to_string(summary->pairs) + " pairs");
    return {};
}

}  // namespace

Command pairsCommand(CLI::App& parent) {
    auto options = std::make_shared<PairsCommandOptions>();
    CLI::App* app = parent.add_subcommand(
        "pairs", "Prepare what the mender trains on: clips dubbed with their own mouths");
    app->add_option("MANIFEST", options->manifest, "Table of clips, as for 'dataset'")->required();
    app->add_option("FOLDER", options->folder, "Folder of the pairs")->required();
    training::MenderPairOptions& building = options->building;
    app->add_option("--size", building.size, "Side of the face crops")
        ->check(CLI::Range(32, 512))
        ->capture_default_str();
    app->add_option("--frames", building.framesPerClip, "Frames looked at per clip")
        ->check(CLI::Range(40, 100000))
        ->capture_default_str();
    app->add_option("--clips", building.clipsPerSpeaker, "Clips of each speaker")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    app->add_option("--pairs", building.pairsPerClip, "Pairs kept of each clip")
        ->check(CLI::Range(2, 100000))
        ->capture_default_str();
    app->footer(
        "Example:\n  lipwright-cli pairs footage/manifest.tsv pairs\n\n"
        "Every clip is dubbed by the warped engine with the mouth measured in it, taken from\n"
        "frames at least half a second away. Goes on where an earlier run stopped.");
    return {app, [options](Session& session) { return prepare(*options, session); }};
}

}  // namespace lipwright::cli
