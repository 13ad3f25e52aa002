#include "tests/support/sampleclips.h"

#include "tests/support/process.h"

#include <QFile>

namespace lipwright::testsupport {

QString SampleClips::film() {
    if (m_film.isEmpty()) {
        const QString file = path("film.mp4");
        const auto made = runPresenter(
            {"--seed", "1", "--language", "en", "--seconds", "3", "--size", "640x360", "-o", file});
        m_film = made.ok() ? file : QString();
    }
    return m_film;
}

QString SampleClips::voice() {
    if (m_voice.isEmpty()) {
        const QString file = path("voice.wav");
        const auto made = runPresenter(
            {"--seed", "2", "--language", "es", "--seconds", "3", "--audio-only", file});
        m_voice = made.ok() ? file : QString();
    }
    return m_voice;
}

QString SampleClips::derived(const QString& name, const QStringList& arguments, bool fromFilm) {
    const QString file = path(name);
    QStringList all{"-v", "error", "-y"};
    if (fromFilm) {
        all << "-i" << film();
    }
    all << arguments << file;
    return run("ffmpeg", all).ok() && QFile::exists(file) ? file : QString();
}

}  // namespace lipwright::testsupport
