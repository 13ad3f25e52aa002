#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/modelfolder.h"
#include "app/cli/plot/plotimage.h"
#include "app/cli/plot/scoreplot.h"
#include "app/cli/scorereport.h"
#include "engine/evaluation/filmsound.h"
#include "engine/evaluation/pooledscore.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"
#include "engine/nets/lipsyncexpert.h"

#include <algorithm>
#include <map>
#include <memory>

namespace lipwright::cli {
namespace {

const std::map<std::string, const char*> kJudges{{"expert", models::kLipSyncExpertRole},
                                                 {"landmarks", models::kLipSyncJudgeRole}};

struct ScoreOptions {
    std::filesystem::path video;
    std::filesystem::path audio;
    std::filesystem::path models;
    std::filesystem::path plot;
    std::optional<int> face;
    std::string judge = "expert";
    std::string device = "auto";
    evaluation::SyncOptions sync;
    bool json = false;
    bool csv = false;
    bool overwrite = false;
};

core::Result<nets::LipSyncExpert> loadJudge(const ScoreOptions& options, const Session& session) {
    const auto folder = modelFolder(options.models, session);
    if (!folder) {
        return core::passOn(folder);
    }
    const auto library = models::ModelLibrary::open(*folder);
    if (!library) {
        return core::passOn(library);
    }
    const auto model = library->verified(kJudges.at(options.judge));
    if (!model) {
        return core::passOn(model);
    }
    const auto device = nets::chooseDevice(options.device);
    if (!device) {
        return core::passOn(device);
    }
    return nets::LipSyncExpert::load(model->path, *device);
}

std::vector<double> frameTimes(const media::VideoReader& reader) {
    std::vector<double> seconds(static_cast<std::size_t>(reader.index().frameCount()));
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        seconds[i] = reader.index().timeOf(static_cast<std::int64_t>(i)).seconds();
    }
    return seconds;
}

/// Scores every track of the actor and pools them in the report.
core::Result<void> scoreActor(media::VideoReader& reader, const face::FaceAnalysis& faces,
                              const ScoreOptions& options, const nets::LipSyncExpert& judge,
                              evaluation::FilmSound& sound, ScoreReport& report, Session& session) {
    const int actor = options.face.value_or(faces.actors.empty() ? 0 : faces.actors.front().id);
    std::vector<evaluation::SyncScore> scores;
    for (const face::FaceTrack& track : faces.tracks) {
        if (track.actor != actor) {
            continue;
        }
        auto curve = evaluation::scoreTrack(reader, track, sound.sound(), judge, options.sync,
                                            session.stop, session.console.progress());
        if (!curve) {
            return core::passOn(curve);
        }
        enterTrack(track, *curve, report.frames);
        scores.push_back(std::move(curve->score));
    }
    if (scores.empty()) {
        return core::fail(core::ErrorCode::noFace,
                          options.face ? "there is no such face" : "no face was found",
                          options.video.string(), "'analyze' lists the faces");
    }
    report.score = evaluation::pooledScore(scores);
    return {};
}

core::Result<ScoreReport> scoreFilm(const ScoreOptions& options, Session& session) {
    const auto judge = loadJudge(options, session);
    if (!judge) {
        return core::passOn(judge);
    }
    const auto& soundFile = options.audio.empty() ? options.video : options.audio;
    auto sound = evaluation::FilmSound::open(soundFile, session.stop, session.console.progress());
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
    ScoreReport report;
    report.title = options.video.filename().string() +
                   (options.audio.empty() ? "" : " with " + options.audio.filename().string());
    report.judge = options.judge;
    report.frames = unseenFrames(frameTimes(*reader));
    const auto scored = scoreActor(*reader, *faces, options, *judge, *sound, report, session);
    return scored ? core::Result<ScoreReport>(std::move(report)) : core::passOn(scored);
}

core::Result<void> score(const ScoreOptions& options, Session& session) {
    if (!options.plot.empty()) {
        if (const auto target = checkPlotTarget(options.plot, options.overwrite); !target) {
            return target;
        }
    }
    const auto report = scoreFilm(options, session);
    if (!report) {
        return core::passOn(report);
    }
    if (options.json) {
        session.console.print(scoreJson(*report));
    } else if (options.csv) {
        session.console.print(scoreCsv(*report));
        session.console.note(scoreText(*report));
    } else {
        session.console.print(scoreText(*report));
    }
    return options.plot.empty() ? core::Result<void>() : writeScorePlot(*report, options.plot);
}

constexpr const char* kFooter =
    "Examples:\n"
    "  lipwright-cli score dubbed.mp4 --json\n"
    "  lipwright-cli score film.mp4 --audio voice.wav --csv --plot sync.png > sync.csv\n\n"
    "The AV offset counts frames of 1/25 s. Positive: the sound is early and must be delayed by\n"
    "as much; negative: it is late. 15 or -15: none was found within reach.\n"
    "--csv prints one row per frame and no totals; these go to standard error.\n"
    "LSE-C and LSE-D are those of Lipwright's own judges: compare films scored by the same judge,\n"
    "not with figures published for other networks. Only the expert teaches generators; the\n"
    "judge that looks at landmarks teaches none and so is the one to report dubs by.";

}  // namespace

Command scoreCommand(CLI::App& parent) {
    auto options = std::make_shared<ScoreOptions>();
    CLI::App* app =
        parent.add_subcommand("score", "Measure how well picture and sound are in sync");
    app->add_option("VIDEO", options->video, "The film")->required();
    app->add_option("--audio", options->audio, "Sound to judge instead of the film's own");
    app->add_option("--face", options->face, "Actor to judge (default: most screen time)");
    app->add_option("--judge", options->judge,
                    "expert (looks at the picture) or landmarks (a second, independent network)")
        ->check(CLI::IsMember(kJudges))
        ->capture_default_str();
    app->add_flag(
        "--zero-padding", options->sync.zeroPadding,
        "Sound outside of a face's stretch counts as silence, as SyncNet's script has it");
    CLI::Option* json = app->add_flag("--json", options->json, "Everything, machine-readable");
    app->add_flag("--csv", options->csv, "The curve, one row per frame")->excludes(json);
    app->add_option("--plot", options->plot, "Draw confidence and offset into this PNG as well");
    app->add_flag("--overwrite", options->overwrite, "Replace a plot of this name");
    app->add_option("--device", options->device, "auto, cpu or cuda")->capture_default_str();
    app->add_option("--models", options->models, "Folder of the weights");
    app->footer(kFooter);
    return {app, [options](Session& session) { return score(*options, session); }};
}

}  // namespace lipwright::cli
