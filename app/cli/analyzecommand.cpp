#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/mediajson.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace lipwright::cli {
namespace {

struct AnalyzeOptions {
    std::filesystem::path video;
    bool json = false;
};

void printSummary(const face::FaceAnalysis& analysis, Console& console) {
    console.print(std::to_string(analysis.frameCount) + " frames, " +
                  std::to_string(analysis.shots.size()) + " shots, " +
                  std::to_string(analysis.tracks.size()) + " face tracks, " +
                  std::to_string(analysis.actors.size()) + " actors");
    for (const auto& actor : analysis.actors) {
        console.print("actor " + std::to_string(actor.id) + ": " +
                      std::to_string(actor.tracks.size()) + " tracks, " +
                      std::to_string(actor.usableFrames) + " usable frames");
    }
}

core::Result<void> analyze(const AnalyzeOptions& options, Session& session) {
    auto reader = media::VideoReader::open(options.video);
    if (!reader) {
        return core::passOn(reader);
    }
    const auto analysis = face::analyzeFaces(*reader, {}, session.stop, session.console.progress());
    if (!analysis) {
        return core::passOn(analysis);
    }
    if (options.json) {
        session.console.print(toJson(*analysis).dump(2));
    } else {
        printSummary(*analysis, session.console);
    }
    return {};
}

}  // namespace

Command analyzeCommand(CLI::App& parent) {
    auto options = std::make_shared<AnalyzeOptions>();
    CLI::App* app = parent.add_subcommand(
        "analyze", "Find shots, face tracks and actors, and why frames can not be dubbed");
    app->add_option("VIDEO", options->video, "Film to analyse")->required();
    app->add_flag("--json", options->json, "Machine-readable output");
    return {app, [options](Session& session) { return analyze(*options, session); }};
}

}  // namespace lipwright::cli
