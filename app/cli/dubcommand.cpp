#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/modelchoice.h"
#include "app/cli/modelfolder.h"
#include "app/cli/timespan.h"
#include "engine/dubbing/dubfilm.h"
#include "engine/project/serializer.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <optional>

namespace lipwright::cli {
namespace {

const std::map<std::string, media::VideoCodec> kCodecs{{"h264", media::VideoCodec::h264},
                                                       {"hevc", media::VideoCodec::hevc},
                                                       {"ffv1", media::VideoCodec::ffv1},
                                                       {"prores", media::VideoCodec::proRes},
                                                       {"dnxhr", media::VideoCodec::dnxhr}};

struct DubOptions {
    dubbing::DubRequest request;
    std::string range;
    std::string device = "auto";
    std::string model;
    std::optional<int> face;
    bool json = false;
};

core::Result<dubbing::DubRequest> requestFrom(const DubOptions& options, const Session& session) {
    dubbing::DubRequest request = options.request;
    request.actor = options.face;
    if (!options.range.empty()) {
        request.range = parseTimeSpan(options.range);
        if (!request.range) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "'" + options.range + "' is no time range", "--range",
                              "Write START-END, as in 1:02.5-1:10");
        }
    }
    const auto device = nets::chooseDevice(options.device);
    if (!device) {
        return core::passOn(device);
    }
    request.device = *device;
    const auto models = modelFolder(request.models, session);
    if (!models) {
        return core::passOn(models);
    }
    request.models = *models;
    auto model = chosenModel(options.model, project::dataFolder(request.film) / "actors");
    if (!model) {
        return core::passOn(model);
    }
    request.actors = std::move(model->actors);
    request.model = std::move(model->id);
    return request;
}

nlohmann::json toJson(const dubbing::DubOutcome& outcome) {
    nlohmann::json json{{"frames", outcome.frames},         {"dubbed_frames", outcome.dubbedFrames},
                        {"actor", outcome.actor},           {"segments", nlohmann::json::array()},
                        {"untouched", outcome.untouched},   {"notes", outcome.notes},
                        {"stages", nlohmann::json::array()}};
    for (const auto& segment : outcome.segments) {
        json["segments"].push_back({{"first_frame", segment.frames.first},
                                    {"end_frame", segment.frames.end},
                                    {"track", segment.track}});
    }
    for (const auto& stage : outcome.stages) {
        json["stages"].push_back(
            {{"stage", stage.stage}, {"seconds", stage.seconds}, {"frames", stage.frames}});
    }
    return json;
}

void printOutcome(const dubbing::DubOutcome& outcome, const std::filesystem::path& output,
                  Console& console) {
    double seconds = 0.0;
    for (const auto& stage : outcome.stages) {
        seconds += stage.seconds;
    }
    char line[200];
    std::snprintf(line, sizeof line,
                  "%lld of %lld frames dubbed in %zu segments, %.1f s (%.1f frames/s)",
                  static_cast<long long>(outcome.dubbedFrames),
                  static_cast<long long>(outcome.frames), outcome.segments.size(), seconds,
                  seconds > 0 ? static_cast<double>(outcome.frames) / seconds : 0.0);
    console.print(line);
    for (const auto& [reason, frames] : outcome.untouched) {
        console.print("left as it was: " + std::to_string(frames) + " frames (" + reason + ")");
    }
    console.print("written: " + output.string());
}

core::Result<void> dub(const DubOptions& options, Session& session) {
    const auto request = requestFrom(options, session);
    if (!request) {
        return core::passOn(request);
    }
    if (request->consent.empty()) {
        session.console.note(
            "no consent is recorded; --consent \"WHO agreed, WHEN, for WHAT\" writes it into the "
            "film");
    }
    const auto outcome = dubbing::dubFilm(*request, session.stop, session.console.progress());
    if (!outcome) {
        return core::passOn(outcome);
    }
    for (const auto& note : outcome->notes) {
        session.console.note(note);
    }
    if (options.json) {
        session.console.print(toJson(*outcome).dump(2));
    } else {
        printOutcome(*outcome, request->output, session.console);
    }
    return {};
}

void declareOptions(CLI::App& app, DubOptions& options) {
    dubbing::DubRequest& request = options.request;
    app.add_option("VIDEO", request.film, "The film")->required();
    app.add_option("AUDIO", request.voice, "The new voice: any file with sound")->required();
    app.add_option("-o,--output", request.output, "The film to write (.mp4, .mov, .mkv, .nut)")
        ->required();
    app.add_option("--range", options.range,
                   "Dub only START-END ([h:]m:s); the rest of the film keeps its picture");
    app.add_option("--face", options.face,
                   "Actor to dub, as 'analyze' numbers them (default: most screen time)");
    app.add_option("--device", options.device, "auto, cpu or cuda")->capture_default_str();
    app.add_option("--engine", request.engine,
                   "How the mouth is made: warped (the actor's own pictures), mended "
                   "(these, corrected by a network) or painted (by a network)")
        ->capture_default_str();
    addModelOption(app, options.model);
    app.add_option("--articulation", request.style.articulation,
                   "Speaking style: 1 more, -1 less articulated")
        ->check(CLI::Range(-1.0, 1.0))
        ->capture_default_str();
    app.add_option("--liveliness", request.style.liveliness,
                   "Speaking style: 1 livelier, -1 calmer")
        ->check(CLI::Range(-1.0, 1.0))
        ->capture_default_str();
    app.add_option("--strength", request.strength, "Mouth movement, 1 = as predicted")
        ->check(CLI::Range(0.0, 2.0))
        ->capture_default_str();
    app.add_flag("--keep-original-audio", request.keepOriginalAudio,
                 "Keep the film's own sound as a second track");
    app.add_option("--language", request.language, "ISO 639-2 code of the voice, e.g. ukr")
        ->check([](const std::string& code) {
            const bool fits =
                code.size() == 3 &&
                code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
            return fits ? std::string() : "'" + code + "' is no three-letter language code";
        });
    app.add_flag("--allow-untouched", request.allowUntouched,
                 "Write the film with the new voice even where no mouth can be changed");
    app.add_option("--take", request.takes, "Folder to keep the takes in");
    app.add_option("--consent", request.consent, "Who agreed, when, for what");
    app.add_option("--codec", request.codec, "Video codec (default: by the output's extension)")
        ->transform(CLI::CheckedTransformer(kCodecs, CLI::ignore_case));
    app.add_option("--quality", request.quality,
                   "Constant rate factor of h264 and hevc, lower is better")
        ->check(CLI::Range(0, 40))
        ->capture_default_str();
    app.add_option("--threads", request.threads, "Threads to use")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    app.add_option("--models", request.models, "Folder of the weights");
    app.add_flag("--json", options.json, "Machine-readable outcome");
    app.footer(
        "Examples:\n"
        "  lipwright-cli dub film.mp4 voice.wav -o dubbed.mp4 --language ukr\n"
        "  lipwright-cli dub film.mov voice.flac -o dubbed.mov --keep-original-audio \\\n"
        "      --consent \"Jane Doe, 2026-03-01, Ukrainian dub\"\n"
        "  lipwright-cli dub film.mp4 voice.wav -o lossless.mkv --codec ffv1 --range 12.5-20\n\n"
        "The voice's zero is the film's zero. A longer voice is cut at the film's end; where the\n"
        "voice is silent or over, the film keeps its picture. An output named .nut, or .mkv with\n"
        "--quality 0, is lossless (FFV1).");
}

}  // namespace

Command dubCommand(CLI::App& parent) {
    auto options = std::make_shared<DubOptions>();
    CLI::App* app = parent.add_subcommand("dub", "Lip-sync a film to a new voice");
    declareOptions(*app, *options);
    return {app, [options](Session& session) { return dub(*options, session); }};
}

}  // namespace lipwright::cli
