#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/mediajson.h"
#include "engine/media/videoreader.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace lipwright::cli {
namespace {

struct ProbeOptions {
    std::filesystem::path file;
    bool json = false;
};

std::string videoLine(const media::VideoStreamInfo& video) {
    char text[256];
    std::snprintf(text, sizeof text,
                  "video  %s %dx%d %s (%d bit) %.3f frames/s%s, %lld frames, time base %d/%d",
                  video.codec.c_str(), video.width, video.height, video.pixelFormat.c_str(),
                  video.bitDepth, 1.0 / video.frameDuration.seconds(),
                  video.variableRate ? " (variable)" : "", static_cast<long long>(video.frameCount),
                  video.timeBase.numerator, video.timeBase.denominator);
    return text;
}

std::string audioLine(const media::AudioStreamInfo& audio) {
    return "audio  " + audio.codec + " " + std::to_string(audio.sampleRate) + " Hz, " +
           std::to_string(audio.channels) + " channels" +
           (audio.language.empty() ? "" : ", language " + audio.language);
}

core::Result<void> probeFile(const ProbeOptions& options, Session& session) {
    const auto info = media::probe(options.file, session.stop);
    if (!info) {
        return core::passOn(info);
    }
    if (options.json) {
        session.console.print(toJson(*info).dump(2));
        return {};
    }
    session.console.print(info->path.string() + ": " + info->container + ", " +
                          core::toDisplayString(info->duration));
    for (const auto& video : info->video) {
        session.console.print(videoLine(video));
    }
    for (const auto& audio : info->audio) {
        session.console.print(audioLine(audio));
    }
    for (const auto& note : info->notes) {
        session.console.print("note   " + note);
    }
    return {};
}

}  // namespace

Command probeCommand(CLI::App& parent) {
    auto options = std::make_shared<ProbeOptions>();
    CLI::App* app = parent.add_subcommand("probe", "Tell what a media file is");
    app->add_option("FILE", options->file, "Film or sound")->required();
    app->add_flag("--json", options->json, "Machine-readable output");
    return {app, [options](Session& session) { return probeFile(*options, session); }};
}

}  // namespace lipwright::cli
