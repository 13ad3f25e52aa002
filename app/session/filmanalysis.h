// What is known of the open film and its voices beyond the project file: index, sound, faces,
// confidence, portraits. Starts the jobs that find it out (or fetch it from the cache) and tells
// when it is there. Lives in the GUI thread; results of a film that was closed meanwhile are
// dropped.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/project/project.h"

#include <QImage>
#include <QObject>
#include <map>
#include <memory>
#include <vector>

namespace lipwright::app {

struct VoiceFacts {
    std::filesystem::path path;  ///< of the file this was found out about
    std::shared_ptr<const media::Waveform> waveform;
    std::vector<std::uint8_t> activity;  ///< one byte per 10 ms
    std::string fingerprint;
};

struct FilmFacts {
    std::filesystem::path path;  ///< empty: no film
    media::MediaInfo info;
    std::string fingerprint;
    std::shared_ptr<const media::FrameIndex> index;   ///< null until known
    std::shared_ptr<const media::Waveform> sound;     ///< null until known, or without sound
    std::shared_ptr<const face::FaceAnalysis> faces;  ///< null until known
    std::shared_ptr<const dubbing::ConfidenceCurve> confidence;
    std::map<int, QImage> portraits;  ///< by actor
};

class FilmAnalysis : public QObject {
    Q_OBJECT
public:
    FilmAnalysis(JobQueue& jobs, dubbing::AnalysisCache cache, std::filesystem::path models,
                 QObject* parent = nullptr);

    /// Another path than before starts anew; an empty one forgets the film.
    void setFilm(const std::filesystem::path& path);
    /// Finds out about those that are new or have another file; forgets those that are gone.
    void setVoices(const std::vector<project::DubTrack>& voices);
    void setCache(dubbing::AnalysisCache cache);

    [[nodiscard]] const FilmFacts& film() const { return m_film; }
    /// Null until known.
    [[nodiscard]] const VoiceFacts* voice(project::Id track) const;
    [[nodiscard]] const dubbing::AnalysisCache& cache() const { return m_cache; }

Q_SIGNALS:
    void filmReady();
    void filmFailed(const lipwright::core::Error& error);
    void soundReady();
    void facesReady();
    void facesFailed(const lipwright::core::Error& error);
    void confidenceReady();
    void portraitReady(int actor, const QImage& portrait);
    void voiceReady(lipwright::project::Id track);
    void voiceFailed(lipwright::project::Id track, const lipwright::core::Error& error);

private:
    void startIndex();
    void startSound();
    void startFaces();
    void startPortraits();
    void startConfidence();
    void startVoice(const project::DubTrack& voice);
    void cancelFilmJobs();

    JobQueue& m_jobs;
    dubbing::AnalysisCache m_cache;
    std::filesystem::path m_models;
    FilmFacts m_film;
    std::map<project::Id, VoiceFacts> m_voices;
    std::map<project::Id, std::filesystem::path> m_asked;
    std::vector<JobId> m_filmJobs;
    qint64 m_revision = 0;
};

/// A picture of each actor where the face is largest and looks at the camera, square, RGB.
[[nodiscard]] core::Result<std::map<int, QImage>> takePortraits(
    const std::filesystem::path& film, std::shared_ptr<const media::FrameIndex> index,
    const face::FaceAnalysis& faces, int size, std::stop_token stop = {});

}  // namespace lipwright::app
