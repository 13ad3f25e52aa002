// How films, voices and cue lists come into the project, and segments from them.
#include "app/session/editor.h"
#include "app/session/filelanguage.h"
#include "app/session/sample.h"
#include "engine/core/hash.h"
#include "engine/dubbing/segmentproposal.h"
#include "engine/media/videoreader.h"
#include "engine/project/edits.h"
#include "engine/project/interchange.h"

#include <algorithm>
#include <cctype>

namespace lipwright::app {

using core::Result;
using project::Project;

namespace {

constexpr core::TimeBase kMicroseconds{1, 1'000'000};

std::string lowerExtension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return extension;
}

bool isOneOf(const std::string& extension, std::initializer_list<const char*> list) {
    return std::ranges::any_of(list, [&](const char* item) { return extension == item; });
}

bool isCueList(const std::filesystem::path& file) {
    return isOneOf(lowerExtension(file), {".srt", ".edl", ".csv", ".otio"});
}

bool isSound(const std::filesystem::path& file) {
    return isOneOf(lowerExtension(file),
                   {".wav", ".bwf", ".mp3", ".flac", ".m4a", ".aac", ".ogg", ".oga", ".opus",
                    ".aif", ".aiff", ".mka", ".ac3", ".eac3", ".wma", ".caf", ".w64"});
}

std::int64_t bytesOf(const std::filesystem::path& file) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(file, problem);
    return problem ? 0 : static_cast<std::int64_t>(size);
}

/// A segment no one has worked on.
bool untouched(const project::Segment& segment) {
    return segment.takes.empty() && segment.notes.empty() &&
           segment.status == project::SegmentStatus::fresh &&
           segment.settings == project::SegmentSettings{};
}

}  // namespace

void Editor::importFilm(const std::filesystem::path& film) {
    using Film = dubbing::AnalysisCache::IndexedFilm;
    const auto work = [cache = m_analysis.cache(), film](std::stop_token stop,
                                                         const core::ProgressCallback& progress) {
        return cache.film(film, stop, progress);
    };
    const auto done = [this](Result<Film> opened) {
        if (opened) {
            setImportedFilm(*opened);
        } else if (opened.error().code != core::ErrorCode::cancelled) {
            Q_EMIT failed(opened.error());
        }
    };
    m_jobs.submit<Film>(
        {tr("Import %1").arg(QString::fromStdString(film.filename().string())), JobLane::media, 30},
        work, done);
}

void Editor::setImportedFilm(const dubbing::AnalysisCache::IndexedFilm& film) {
    const media::VideoStreamInfo& video = film.info.video.front();
    project::Film value;
    value.media = {film.info.path, film.fingerprint, bytesOf(film.info.path)};
    value.frameCount = film.index->frameCount();
    value.frameNumerator = video.frameDuration.numerator;
    value.frameDenominator = video.frameDuration.denominator;
    value.startTimecode = video.startTimecode.value_or("");
    apply(tr("Import the film"),
          [&](Project& project) { return project::setFilm(project, value); });
}

void Editor::importVoices(const std::vector<std::filesystem::path>& voices) {
    struct Heard {
        std::string fingerprint;
        std::string language;
    };
    for (const auto& file : voices) {
        const auto work = [file](std::stop_token stop,
                                 const core::ProgressCallback&) -> Result<Heard> {
            const auto info = media::probe(file, stop);
            if (!info) {
                return core::passOn(info);
            }
            if (info->audio.empty()) {
                return core::fail(core::ErrorCode::noAudio, "there is no sound in it",
                                  file.string(), "Choose a file with the translated voice");
            }
            const auto fingerprint = core::fingerprintOfFile(file);
            if (!fingerprint) {
                return core::passOn(fingerprint);
            }
            const std::string named = languageInFileName(file.stem().string());
            return Heard{*fingerprint, named.empty() ? info->audio.front().language : named};
        };
        const auto done = [this, file](Result<Heard> heard) {
            if (heard) {
                addImportedVoice(file, heard->fingerprint, heard->language);
            } else if (heard.error().code != core::ErrorCode::cancelled) {
                Q_EMIT failed(heard.error());
            }
        };
        m_jobs.submit<Heard>({tr("Import %1").arg(QString::fromStdString(file.filename().string())),
                              JobLane::media, 30},
                             work, done);
    }
}

void Editor::addImportedVoice(const std::filesystem::path& file, const std::string& fingerprint,
                              const std::string& language) {
    project::DubTrack track;
    track.name = file.stem().string();
    track.language = language;
    track.media = {file, fingerprint, bytesOf(file)};
    project::Id id = 0;
    const bool added = apply(tr("Import a voice"), [&](Project& project) -> Result<void> {
        const auto given = project::addDubTrack(project, track);
        if (!given) {
            return core::passOn(given);
        }
        id = *given;
        return {};
    });
    if (added) {
        m_awaitingProposal.insert(id);
        proposeWhenReady();
    }
}

void Editor::importDropped(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> voices;
    bool filmKnown = !project().film.media.path.empty();
    for (const auto& file : files) {
        if (isCueList(file)) {
            if (project().dubs.empty()) {
                Q_EMIT warned(
                    tr("Drop the translated voice first: the segments of a cue list "
                       "need one to speak from."));
                continue;
            }
            importCues(file, project().dubs.front().id);
        } else if (isSound(file) || filmKnown) {
            voices.push_back(file);
        } else {
            filmKnown = true;
            importFilm(file);
        }
    }
    importVoices(voices);
}

void Editor::proposeWhenReady() {
    const FilmFacts& film = m_analysis.film();
    if (!film.faces || !film.index) {
        return;
    }
    const auto waiting = m_awaitingProposal;
    for (const project::Id voice : waiting) {
        if (m_analysis.voice(voice) != nullptr) {
            m_awaitingProposal.erase(voice);
            proposeSegments(voice);
        }
    }
}

void Editor::proposeSegments(project::Id voice) {
    const FilmFacts& film = m_analysis.film();
    const VoiceFacts* facts = m_analysis.voice(voice);
    const project::DubTrack* track = project().dub(voice);
    if (track == nullptr) {
        return;
    }
    if (!film.faces || facts == nullptr) {
        m_awaitingProposal.insert(voice);
        Q_EMIT noted(tr("Segments follow when the film and the voice are analysed."));
        return;
    }
    using Segments = std::vector<project::Segment>;
    const auto work = [track = *track, activity = facts->activity, faces = film.faces,
                       index = film.index](std::stop_token,
                                           const core::ProgressCallback&) -> Result<Segments> {
        return dubbing::proposeFromVoice(track, activity, *faces, *index);
    };
    const auto done = [this, voice](Result<Segments> segments) {
        if (segments) {
            addProposed(tr("Propose segments"), std::move(*segments), voice);
        }
    };
    m_jobs.submit<Segments>({tr("Propose segments"), JobLane::media, 15, true}, work, done);
}

void Editor::importCues(const std::filesystem::path& cues, project::Id voice) {
    const FilmFacts& film = m_analysis.film();
    const project::DubTrack* track = project().dub(voice);
    if (track == nullptr || !film.faces) {
        Q_EMIT warned(
            tr("Cue lists can be imported when the faces of the film are found and a "
               "voice is there."));
        return;
    }
    struct Read {
        std::vector<project::Segment> segments;
        std::vector<std::string> notes;
    };
    const auto work = [project = project(), track = *track, cues, faces = film.faces,
                       index = film.index, timecode = timecode()](
                          std::stop_token, const core::ProgressCallback&) -> Result<Read> {
        project::CueClock clock;
        clock.timecode = timecode;
        clock.frameCount = index->frameCount();
        clock.frameAt = [&index](double seconds) {
            return index->numberAt(core::RationalTime::fromSeconds(seconds, kMicroseconds));
        };
        const auto list = project::importCues(cues, clock);
        if (!list) {
            return core::passOn(list);
        }
        return Read{dubbing::proposeFromCues(project, track, list->cues, *faces), list->notes};
    };
    const auto done = [this](Result<Read> read) {
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        for (const std::string& note : read->notes) {
            Q_EMIT warned(QString::fromStdString(note));
        }
        addProposed(tr("Import segments"), std::move(read->segments), std::nullopt);
    };
    m_jobs.submit<Read>(
        {tr("Import %1").arg(QString::fromStdString(cues.filename().string())), JobLane::media, 30},
        work, done);
}

void Editor::addProposed(const QString& step, std::vector<project::Segment> segments,
                         std::optional<project::Id> replacedVoice) {
    int added = 0;
    apply(step, [&](Project& project) -> Result<void> {
        if (replacedVoice) {
            std::vector<project::Id> replaced;
            for (const project::Segment& segment : project.segments) {
                if (segment.dubTrack == *replacedVoice && untouched(segment)) {
                    replaced.push_back(segment.id);
                }
            }
            if (!replaced.empty()) {
                if (auto done = project::removeSegments(project, replaced); !done) {
                    return done;
                }
            }
        }
        const auto ids = project::addSegments(project, std::move(segments));
        if (!ids) {
            return core::passOn(ids);
        }
        added = static_cast<int>(ids->size());
        return {};
    });
    Q_EMIT noted(added > 0 ? tr("%n segment(s) added", nullptr, added)
                           : tr("No segment was added: nobody speaks while a face is to be seen."));
    Q_EMIT segmentsProposed(added);
}

void Editor::openSample() {
    const auto work = [folder = m_folders.cache / "sample"](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return makeSample(folder, stop, progress);
    };
    const auto done = [this](Result<Sample> sample) {
        if (sample) {
            importFilm(sample->film);
            importVoices({sample->voice});
        } else if (sample.error().code != core::ErrorCode::cancelled) {
            Q_EMIT failed(sample.error());
        }
    };
    m_jobs.submit<Sample>({tr("Make the sample"), JobLane::media, 40}, work, done);
}

}  // namespace lipwright::app
