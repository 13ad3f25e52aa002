#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/modelfolder.h"
#include "engine/evaluation/filmscore.h"
#include "engine/evaluation/filmsound.h"
#include "engine/evaluation/pooledscore.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"
#include "engine/nets/lipsyncexpert.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace lipwright::cli {
namespace {

struct ScoreOptions {
    std::filesystem::path video;
    std::filesystem::path audio;
    std::filesystem::path models;
    std::optional<int> face;
    std::string device = "auto";
    bool json = false;
};

struct TrackCurve {
    int track = 0;
    std::int64_t firstFrame = 0;
    evaluation::SyncCurve curve;
};

core::Result<nets::LipSyncExpert> loadExpert(const ScoreOptions& options, const Session& session) {
    const auto folder = modelFolder(options.models, session);
    if (!folder) {
        return core::passOn(folder);
    }
    const auto library = models::ModelLibrary::open(*folder);
    if (!library) {
        return core::passOn(library);
    }
    const auto model = library->verified("lip-sync-expert");
    if (!model) {
        return core::passOn(model);
    }
    const auto device = nets::chooseDevice(options.device);
    if (!device) {
        return core::passOn(device);
    }
    return nets::LipSyncExpert::load(model->path, *device);
}

core::Result<std::vector<TrackCurve>> scoreTracks(const ScoreOptions& options,
                                                  const nets::LipSyncExpert& expert,
                                                  Session& session) {
    auto sound = evaluation::FilmSound::open(options.audio.empty() ? options.video : options.audio,
                                             session.stop, session.console.progress());
    if (!sound) {
        return core::passOn(sound);
    }
    auto reader = media::VideoReader::open(options.video);
    if (!reader) {
        return core::passOn(reader);
    }
    const auto faces = face::analyzeFaces(*reader, {}, session.stop, session.console.progress());
    if (!faces) {
        return core::passOn(faces);
    }
    const int actor = options.face.value_or(faces->actors.empty() ? 0 : faces->actors.front().id);
    std::vector<TrackCurve> curves;
    for (const face::FaceTrack& track : faces->tracks) {
        if (track.actor != actor) {
            continue;
        }
        auto curve = evaluation::scoreTrack(*reader, track, sound->sound(), expert, {}, session.stop,
                                            session.console.progress());
        if (!curve) {
            return core::passOn(curve);
        }
        curves.push_back({track.id, track.firstFrame, std::move(*curve)});
    }
    if (curves.empty()) {
        return core::fail(core::ErrorCode::noFace,
                          options.face ? "there is no such face" : "no face was found",
                          options.video.string(), "'analyze' lists the faces");
    }
    return curves;
}

/// JSON has no NaN: what can not be measured is null.
nlohmann::json number(double value) {
    return std::isnan(value) ? nlohmann::json() : nlohmann::json(value);
}

nlohmann::json scoreJson(const evaluation::SyncScore& score) {
    return {{"av_offset_frames", score.avOffset},
            {"lse_c", score.lseC},
            {"lse_d", score.lseD},
            {"confidence_at_zero", score.confidenceAtZero},
            {"coverage", score.coverage},
            {"windows", score.windows}};
}

nlohmann::json framesJson(const std::vector<TrackCurve>& curves) {
    nlohmann::json frames = nlohmann::json::array();
    for (const TrackCurve& track : curves) {
        for (std::size_t i = 0; i < track.curve.frames.size(); ++i) {
            const auto& frame = track.curve.frames[i];
            frames.push_back({{"frame", track.firstFrame + static_cast<std::int64_t>(i)},
                              {"seconds", frame.seconds},
                              {"track", track.track},
                              {"confidence", number(frame.confidence)},
                              {"probability", number(frame.probability)}});
        }
    }
    return frames;
}

core::Result<void> score(const ScoreOptions& options, Session& session) {
    const auto expert = loadExpert(options, session);
    if (!expert) {
        return core::passOn(expert);
    }
    const auto curves = scoreTracks(options, *expert, session);
    if (!curves) {
        return core::passOn(curves);
    }
    std::vector<evaluation::SyncScore> scores;
    std::ranges::transform(*curves, std::back_inserter(scores),
                           [](const TrackCurve& track) { return track.curve.score; });
    const evaluation::SyncScore pooled = evaluation::pooledScore(scores);
    if (options.json) {
        nlohmann::json json = scoreJson(pooled);
        json["frames"] = framesJson(*curves);
        session.console.print(json.dump(2));
        return {};
    }
    if (pooled.coverage <= 0.0) {
        session.console.print("not measurable: nobody speaks while a usable face is to be seen");
        return {};
    }
    if (std::abs(pooled.avOffset) >= evaluation::kSyncReach) {
        session.console.print(
            "AV offset not found within 15 frames: the expert can not tell on this face or sound");
        return {};
    }
    char line[200];
    std::snprintf(line, sizeof line,
                  "AV offset %+d frames (of 1/25 s; positive: the sound is early), LSE-C %.3f, "
                  "LSE-D %.3f, coverage %.0f %%",
                  pooled.avOffset, pooled.lseC, pooled.lseD, pooled.coverage * 100);
    session.console.print(line);
    return {};
}

}  // namespace

Command scoreCommand(CLI::App& parent) {
    auto options = std::make_shared<ScoreOptions>();
    CLI::App* app =
        parent.add_subcommand("score", "Measure how well picture and sound are in sync");
    app->add_option("VIDEO", options->video, "The film")->required();
    app->add_option("--audio", options->audio, "Sound to judge instead of the film's own");
    app->add_option("--face", options->face, "Actor to judge (default: most screen time)");
    app->add_option("--device", options->device, "auto, cpu or cuda")->capture_default_str();
    app->add_option("--models", options->models, "Folder of the weights");
    app->add_flag("--json", options->json, "Machine-readable, with the curve of every frame");
    app->footer(
        "Example:\n  lipwright-cli score dubbed.mp4 --json\n\n"
        "LSE-C and LSE-D are those of Lipwright's own expert: compare films scored by it,\n"
        "not with figures published for other networks.");
    return {app, [options](Session& session) { return score(*options, session); }};
}

}  // namespace lipwright::cli
