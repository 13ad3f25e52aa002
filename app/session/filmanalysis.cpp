#include "app/session/filmanalysis.h"

#include "engine/core/hash.h"

#include <algorithm>

namespace lipwright::app {
namespace {

constexpr int kPortraitSize = 160;

QString nameOf(const std::filesystem::path& path) {
    return QString::fromStdString(path.filename().string());
}

bool isCancelled(const core::Error& error) {
    return error.code == core::ErrorCode::cancelled;
}

}  // namespace

FilmAnalysis::FilmAnalysis(JobQueue& jobs, dubbing::AnalysisCache cache,
                           std::filesystem::path models, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_cache(std::move(cache)), m_models(std::move(models)) {}

void FilmAnalysis::setCache(dubbing::AnalysisCache cache) {
    m_cache = std::move(cache);
}

const VoiceFacts* FilmAnalysis::voice(project::Id track) const {
    const auto found = m_voices.find(track);
    return found == m_voices.end() ? nullptr : &found->second;
}

void FilmAnalysis::cancelFilmJobs() {
    for (const JobId job : m_filmJobs) {
        m_jobs.cancel(job);
    }
    m_filmJobs.clear();
}

void FilmAnalysis::setFilm(const std::filesystem::path& path) {
    if (path == m_film.path) {
        return;
    }
    cancelFilmJobs();
    ++m_revision;
    m_film = {};
    m_film.path = path;
    if (!path.empty()) {
        startIndex();
    }
}

void FilmAnalysis::startIndex() {
    using Film = dubbing::AnalysisCache::IndexedFilm;
    const auto work = [cache = m_cache, path = m_film.path](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return cache.film(path, stop, progress);
    };
    const auto done = [this, revision = m_revision](core::Result<Film> film) {
        if (revision != m_revision) {
            return;
        }
        if (!film) {
            if (!isCancelled(film.error())) {
                Q_EMIT filmFailed(film.error());
            }
            return;
        }
        m_film.info = film->info;
        m_film.index = film->index;
        m_film.fingerprint = film->fingerprint;
        Q_EMIT filmReady();
        startSound();
        startFaces();
    };
    m_filmJobs.push_back(m_jobs.submit<Film>(
        {tr("Read %1").arg(nameOf(m_film.path)), JobLane::media, 20}, work, done));
}

void FilmAnalysis::startSound() {
    if (m_film.info.audio.empty()) {
        return;
    }
    using Sound = std::shared_ptr<const media::Waveform>;
    const auto work = [cache = m_cache, path = m_film.path](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return cache.waveform(path, 0, stop, progress);
    };
    const auto done = [this, revision = m_revision](core::Result<Sound> sound) {
        if (revision == m_revision && sound) {
            m_film.sound = *sound;
            Q_EMIT soundReady();
        }
    };
    m_filmJobs.push_back(m_jobs.submit<Sound>(
        {tr("Draw the sound of %1").arg(nameOf(m_film.path)), JobLane::media, 5}, work, done));
}

void FilmAnalysis::startFaces() {
    using Faces = std::shared_ptr<const face::FaceAnalysis>;
    const auto work = [cache = m_cache, path = m_film.path, index = m_film.index](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return cache.faces(path, index, stop, progress);
    };
    const auto done = [this, revision = m_revision](core::Result<Faces> faces) {
        if (revision != m_revision) {
            return;
        }
        if (!faces) {
            if (!isCancelled(faces.error())) {
                Q_EMIT facesFailed(faces.error());
            }
            return;
        }
        m_film.faces = *faces;
        Q_EMIT facesReady();
        startPortraits();
        startConfidence();
    };
    m_filmJobs.push_back(m_jobs.submit<Faces>(
        {tr("Find faces and shots in %1").arg(nameOf(m_film.path)), JobLane::inference, 10}, work,
        done));
}

void FilmAnalysis::startPortraits() {
    using Portraits = std::map<int, QImage>;
    const auto work = [path = m_film.path, index = m_film.index, faces = m_film.faces](
                          std::stop_token stop, const core::ProgressCallback&) {
        return takePortraits(path, index, *faces, kPortraitSize, stop);
    };
    const auto done = [this, revision = m_revision](core::Result<Portraits> portraits) {
        if (revision != m_revision || !portraits) {
            return;
        }
        m_film.portraits = std::move(*portraits);
        for (const auto& [actor, portrait] : m_film.portraits) {
            Q_EMIT portraitReady(actor, portrait);
        }
    };
    m_filmJobs.push_back(m_jobs.submit<Portraits>(
        {tr("Portraits of the cast"), JobLane::media, 1, true}, work, done));
}

void FilmAnalysis::startConfidence() {
    if (m_film.info.audio.empty() || m_film.faces->tracks.empty()) {
        return;
    }
    using Curve = dubbing::ConfidenceCurve;
    const auto work = [cache = m_cache, path = m_film.path, index = m_film.index,
                       faces = m_film.faces, models = m_models](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return cache.originalConfidence(path, index, *faces, models, stop, progress);
    };
    const auto done = [this, revision = m_revision](core::Result<Curve> curve) {
        if (revision == m_revision && curve) {
            m_film.confidence = std::make_shared<const dubbing::ConfidenceCurve>(std::move(*curve));
            Q_EMIT confidenceReady();
        }
    };
    const JobQueue::Options options{tr("Measure the sync of %1").arg(nameOf(m_film.path)),
                                    JobLane::judging};
    m_filmJobs.push_back(m_jobs.submit<Curve>(options, work, done));
}

void FilmAnalysis::setVoices(const std::vector<project::DubTrack>& voices) {
    std::erase_if(m_asked, [&](const auto& asked) {
        const bool same = std::ranges::any_of(voices, [&](const project::DubTrack& voice) {
            return voice.id == asked.first && voice.media.path == asked.second;
        });
        if (!same) {
            m_voices.erase(asked.first);
        }
        return !same;
    });
    for (const project::DubTrack& voice : voices) {
        if (m_asked.emplace(voice.id, voice.media.path).second) {
            startVoice(voice);
        }
    }
}

void FilmAnalysis::startVoice(const project::DubTrack& voice) {
    const auto path = voice.media.path;
    const auto work = [cache = m_cache, path, stream = voice.stream](
                          std::stop_token stop,
                          const core::ProgressCallback& progress) -> core::Result<VoiceFacts> {
        VoiceFacts facts{path, nullptr, {}, {}};
        auto fingerprint = core::fingerprintOfFile(path);
        if (!fingerprint) {
            return core::passOn(fingerprint);
        }
        facts.fingerprint = std::move(*fingerprint);
        auto waveform = cache.waveform(path, stream, stop, progress);
        if (!waveform) {
            return core::passOn(waveform);
        }
        facts.waveform = std::move(*waveform);
        auto activity = cache.voiceActivity(path, stop, progress);
        if (!activity) {
            return core::passOn(activity);
        }
        facts.activity = std::move(*activity);
        return facts;
    };
    const auto done = [this, track = voice.id, path](core::Result<VoiceFacts> facts) {
        const auto asked = m_asked.find(track);
        if (asked == m_asked.end() || asked->second != path) {
            return;
        }
        if (facts) {
            m_voices[track] = std::move(*facts);
            Q_EMIT voiceReady(track);
        } else if (!isCancelled(facts.error())) {
            Q_EMIT voiceFailed(track, facts.error());
        }
    };
    m_jobs.submit<VoiceFacts>({tr("Listen to %1").arg(nameOf(path)), JobLane::media, 10}, work,
                              done);
}

}  // namespace lipwright::app
