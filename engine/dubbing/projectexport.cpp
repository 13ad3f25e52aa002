#include "engine/dubbing/projectexport.h"

#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/core/temporaryfolder.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/exportparts_p.h"
#include "engine/dubbing/exportreport.h"
#include "engine/dubbing/patchsequence.h"
#include "engine/dubbing/provenance.h"
#include "engine/dubbing/retouchtrack.h"
#include "engine/dubbing/voicemix.h"
#include "engine/media/videoreader.h"
#include "engine/project/interchange.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

using core::Result;

/// One run over all languages.
class ExportRun {
public:
    ExportRun(const project::Project& project, const std::filesystem::path& takes,
              const ExportSettings& settings, std::stop_token stop,
              const core::ProgressCallback& progress)
        : m_project(project),
          m_takes(takes),
          m_settings(settings),
          m_stop(std::move(stop)),
          m_progress(progress) {}

    Result<ExportOutcome> run() {
        const ExportPreview preview = previewExport(m_project, m_takes, m_settings);
        if (!preview.problems.empty()) {
            return core::Failure(preview.problems.front());
        }
        auto film = AnalysisCache(m_settings.cache).film(m_project.film.media.path, m_stop);
        if (!film) {
            return core::passOn(film);
        }
        m_film = std::move(*film);
        m_range = exportedFrames(m_project, m_settings);
        m_outcome.frames = m_range.length();
        for (const std::string& language : m_settings.languages) {
            if (auto done = exportLanguage(language); !done) {
                return core::passOn(done);
            }
            ++m_languagesDone;
        }
        return std::move(m_outcome);
    }

private:
    /// Frames of one film are a share of all films.
    [[nodiscard]] core::ProgressCallback overall() const {
        const auto languages = static_cast<std::int64_t>(m_settings.languages.size());
        const std::int64_t before = m_languagesDone * m_range.length();
        return [this, languages, before](const core::Progress& part) {
            const bool frames = part.stage == "export";
            core::report(m_progress, {part.stage, frames ? before + part.done : part.done,
                                      frames ? languages * m_range.length() : part.total});
        };
    }

    Result<void> exportLanguage(const std::string& language) {
        auto shown = shownSegments(m_project, m_takes, m_settings, language);
        if (auto ready = retouch(shown); !ready) {
            return ready;
        }
        ReportFacts facts;
        facts.language = language;
        facts.frames = m_range.length();
        const auto changed = m_settings.preset == ExportPreset::patches
                                 ? exportPatches(language, shown)
                                 : exportFilmOf(language, shown, facts);
        if (!changed) {
            return core::passOn(changed);
        }
        facts.changedFrames = *changed;
        m_outcome.changedFrames += *changed;
        m_outcome.files.push_back(exportPath(m_settings, language));
        if (m_settings.changeLists) {
            if (auto written = writeChangeLists(language, shown); !written) {
                return written;
            }
        }
        return writeReport(language, facts);
    }

    /// Gives every take its segment's retouch, and learns the faces if one asks for them.
    Result<void> retouch(std::vector<ShownSegment>& shown) {
        for (ShownSegment& item : shown) {
            const project::Segment& segment = *item.segment;
            if (isNeutral(segment.retouch)) {
                continue;
            }
            if (needsFaces(segment.retouch) && !m_faces) {
                auto faces = AnalysisCache(m_settings.cache)
                                 .faces(m_project.film.media.path, m_film.index, m_stop, overall());
                if (!faces) {
                    return core::passOn(faces);
                }
                m_faces = std::move(*faces);
            }
            item.take.retouch = std::make_shared<RetouchTrack>(segment.retouch, segment.actor,
                                                               segment.track, m_faces);
        }
        return {};
    }

    Result<media::VideoReader> openFilm() const {
        media::VideoReader::Options reading;
        reading.decoderThreads = m_settings.threads;
        return media::VideoReader::open(m_project.film.media.path, reading, m_film.index);
    }

    Result<std::int64_t> exportPatches(const std::string& language,
                                       const std::vector<ShownSegment>& shown) {
        auto film = openFilm();
        if (!film) {
            return core::passOn(film);
        }
        return writePatches(*film, storedTakes(shown), exportPath(m_settings, language), m_stop,
                            overall());
    }

    static std::vector<StoredTake> storedTakes(const std::vector<ShownSegment>& shown) {
        std::vector<StoredTake> takes;
        for (const ShownSegment& item : shown) {
            takes.push_back(item.take);
        }
        return takes;
    }

    Result<std::int64_t> exportFilmOf(const std::string& language,
                                      const std::vector<ShownSegment>& shown, ReportFacts& facts) {
        auto folder = core::TemporaryFolder::create(m_settings.folder, "lipwright-export");
        if (!folder) {
            return core::passOn(folder);
        }
        const auto voices = mixVoices(heardTracks(m_project, language), filmSeconds(),
                                      folder->path(), m_stop, overall());
        if (!voices) {
            return core::passOn(voices);
        }
        facts.voiceNote = voices->note;
        auto options = writerOptions(language, shown, *voices);
        if (!options) {
            return core::passOn(options);
        }
        auto reader = openFilm();
        if (!reader) {
            return core::passOn(reader);
        }
        auto writer = media::MediaWriter::create(exportPath(m_settings, language),
                                                 m_film.info.video.front(), *options);
        if (!writer) {
            return core::passOn(writer);
        }
        const auto changed =
            exportFrames(*reader, storedTakes(shown), *writer, m_stop, overall(), m_range);
        if (!changed) {
            return changed;
        }
        if (auto finished = writer->finish(m_stop); !finished) {
            return core::passOn(finished);
        }
        return changed;
    }

    [[nodiscard]] double filmSeconds() const {
        return m_film.index->endOf(m_film.index->frameCount() - 1).seconds();
    }

    Result<media::WriterOptions> writerOptions(const std::string& language,
                                               const std::vector<ShownSegment>& shown,
                                               const VoiceMix& voices) {
        media::WriterOptions options;
        options.codec = codecOf(m_settings.preset).value_or(media::VideoCodec::h264);
        options.quality = m_settings.quality;
        options.encoderThreads = m_settings.threads;
        options.audio.push_back({voices.path, voices.stream, language, false, true});
        if (m_settings.keepOriginalAudio) {
            for (std::size_t i = 0; i < m_film.info.audio.size(); ++i) {
                options.audio.push_back(
                    {m_project.film.media.path, static_cast<int>(i), "", true, false});
            }
        }
        if (m_settings.range) {
            options.range = core::TimeRange{m_film.index->timeOf(m_range.first),
                                            m_film.index->endOf(m_range.end - 1)};
        }
        const auto sha256 = core::sha256OfFile(voices.path, m_stop);
        if (!sha256) {
            return core::passOn(sha256);
        }
        Provenance provenance;
        provenance.engine = "none";
        provenance.voiceSha256 = *sha256;
        provenance.consent = consentText(m_project, shown);
        for (const ShownSegment& item : shown) {
            provenance.engine = item.segment->active()->engine;
            provenance.models.insert(item.segment->active()->models.begin(),
                                     item.segment->active()->models.end());
            provenance.segments.push_back({item.take.frames, item.segment->track, false, false});
        }
        options.metadata = metadataTags(provenance);
        return options;
    }

    Result<void> writeBeside(const std::string& language, const std::string& ending,
                             const std::string& text) {
        const auto path = besideExport(m_settings, language, ending);
        if (auto written = core::writeFileAtomically(path, text); !written) {
            return written;
        }
        m_outcome.files.push_back(path);
        return {};
    }

    Result<void> writeChangeLists(const std::string& language,
                                  const std::vector<ShownSegment>& shown) {
        // Only what this film shows.
        project::Project changed = m_project;
        std::erase_if(changed.segments, [&shown](const project::Segment& segment) {
            return std::ranges::none_of(shown, [&segment](const ShownSegment& item) {
                return item.segment->id == segment.id;
            });
        });
        using project::ChangeListFormat;
        constexpr std::pair<ChangeListFormat, const char*> kFormats[] = {
            {ChangeListFormat::edl, "-changes.edl"},
            {ChangeListFormat::csv, "-changes.csv"},
            {ChangeListFormat::otio, "-changes.otio"}};
        for (const auto& [format, ending] : kFormats) {
            const auto text = project::changeList(changed, format, timecodeOf(m_project.film));
            if (auto written = writeBeside(language, ending, text); !written) {
                return written;
            }
        }
        return {};
    }

    Result<void> writeReport(const std::string& language, ReportFacts& facts) {
        const auto film = exportPath(m_settings, language);
        if (m_settings.preset != ExportPreset::patches) {
            const auto sha256 = core::sha256OfFile(film, m_stop);
            if (!sha256) {
                return core::passOn(sha256);
            }
            facts.writtenSha256[film.filename().string()] = *sha256;
        }
        return writeBeside(language, "-report.json",
                           exportReport(m_project, m_takes, m_settings, facts));
    }

    const project::Project& m_project;
    const std::filesystem::path& m_takes;
    const ExportSettings& m_settings;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
    AnalysisCache::IndexedFilm m_film;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
    core::FrameRange m_range;
    std::int64_t m_languagesDone = 0;
    ExportOutcome m_outcome;
};

}  // namespace

Result<ExportOutcome> exportProject(const project::Project& project,
                                    const std::filesystem::path& takes,
                                    const ExportSettings& settings, std::stop_token stop,
                                    const core::ProgressCallback& progress) {
    return ExportRun(project, takes, settings, std::move(stop), progress).run();
}

}  // namespace lipwright::dubbing
