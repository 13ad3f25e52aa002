#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/projectfile.h"
#include "engine/core/hash.h"
#include "engine/dubbing/segmentproposal.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"

#include <memory>

namespace lipwright::cli {
namespace {

using core::Result;

struct CreateOptions {
    std::filesystem::path film;
    std::vector<std::string> voices;  ///< PATH or PATH:LANGUAGE
    std::filesystem::path output;
    std::filesystem::path cache;
    bool overwrite = false;
};

std::int64_t bytesOf(const std::filesystem::path& file) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(file, problem);
    return problem ? 0 : static_cast<std::int64_t>(size);
}

project::DubTrack trackOf(const std::string& text) {
    project::DubTrack track;
    std::filesystem::path path = text;
    std::error_code ignored;
    const auto colon = text.rfind(':');
    if (colon != std::string::npos && text.size() - colon == 4 &&
        !std::filesystem::exists(path, ignored)) {
        track.language = text.substr(colon + 1);
        path = text.substr(0, colon);
    }
    track.media.path = std::filesystem::absolute(path).lexically_normal();
    track.media.bytes = bytesOf(track.media.path);
    track.name = path.stem().string();
    return track;
}

class Creation {
public:
    Creation(const CreateOptions& options, Session& session)
        : m_options(options), m_session(session), m_cache(analysisCache(options.cache)) {}

    Result<void> run() {
        std::error_code ignored;
        if (std::filesystem::exists(m_options.output, ignored) && !m_options.overwrite) {
            return core::fail(core::ErrorCode::invalidArgument, "there is a file of this name",
                              m_options.output.string(), "Choose another name, or use --overwrite");
        }
        if (auto added = addFilm(); !added) {
            return added;
        }
        for (const std::string& voice : m_options.voices) {
            if (auto added = addVoice(voice); !added) {
                return added;
            }
        }
        if (auto saved = project::saveProject(m_options.output, m_project); !saved) {
            return saved;
        }
        m_session.console.print(std::to_string(m_project.segments.size()) + " segments of " +
                                std::to_string(m_project.cast.size()) + " actors");
        m_session.console.print("written: " + m_options.output.string());
        return {};
    }

private:
    Result<void> addFilm() {
        auto film = m_cache.film(m_options.film, m_session.stop, m_session.console.progress());
        if (!film) {
            return core::passOn(film);
        }
        m_film = std::move(*film);
        const media::VideoStreamInfo& video = m_film.info.video.front();
        project::Film value;
        value.media = {std::filesystem::absolute(m_options.film).lexically_normal(),
                       m_film.fingerprint, bytesOf(m_options.film)};
        value.frameCount = m_film.index->frameCount();
        value.frameNumerator = video.frameDuration.numerator;
        value.frameDenominator = video.frameDuration.denominator;
        value.startTimecode = video.startTimecode.value_or("");
        if (auto set = project::setFilm(m_project, value); !set) {
            return set;
        }
        auto faces = m_cache.faces(m_options.film, m_film.index, m_session.stop,
                                   m_session.console.progress());
        if (!faces) {
            return core::passOn(faces);
        }
        m_faces = *faces;
        std::vector<int> actors;
        for (const face::Actor& actor : m_faces->actors) {
            actors.push_back(actor.id);
        }
        return project::completeCast(m_project, actors);
    }

    Result<void> addVoice(const std::string& text) {
        project::DubTrack track = trackOf(text);
        const auto activity =
            m_cache.voiceActivity(track.media.path, m_session.stop, m_session.console.progress());
        if (!activity) {
            return core::passOn(activity);
        }
        const auto fingerprint = core::fingerprintOfFile(track.media.path);
        if (!fingerprint) {
            return core::passOn(fingerprint);
        }
        track.media.fingerprint = *fingerprint;
        const auto id = project::addDubTrack(m_project, track);
        if (!id) {
            return core::passOn(id);
        }
        track.id = *id;
        const auto added = project::addSegments(
            m_project, dubbing::proposeFromVoice(track, *activity, *m_faces, *m_film.index));
        return added ? Result<void>() : core::passOn(added);
    }

    const CreateOptions& m_options;
    Session& m_session;
    dubbing::AnalysisCache m_cache;
    dubbing::AnalysisCache::IndexedFilm m_film;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
    project::Project m_project;
};

}  // namespace

Command createCommand(CLI::App& parent) {
    auto options = std::make_shared<CreateOptions>();
    CLI::App* app = parent.add_subcommand("create", "Make a project of a film and its voices");
    app->add_option("VIDEO", options->film, "The film")->required();
    app->add_option("--voice", options->voices, "A translated voice, PATH or PATH:LANGUAGE (ukr)")
        ->required();
    app->add_option("-o,--output", options->output, "The project to write (.lipwright)")
        ->required();
    app->add_option("--cache", options->cache, "Folder where analyses are kept");
    app->add_flag("--overwrite", options->overwrite, "Replace a project of this name");
    app->footer(
        "Example:\n"
        "  lipwright-cli create film.mp4 --voice ukr.wav:ukr --voice es.wav:spa -o film.lipwright");
    return {app, [options](Session& session) { return Creation(*options, session).run(); }};
}

}  // namespace lipwright::cli
