// Films and voices for tests of whole programs: made once per test program by the synthetic
// presenter and ffmpeg, in a folder that goes with it.
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace lipwright::testsupport {

class SampleClips {
public:
    /// A presenter of 3 s, 640×360, 25 frames/s, H.264/AAC; empty when it could not be made.
    [[nodiscard]] QString film();
    /// Speech of another voice, 3 s, WAV.
    [[nodiscard]] QString voice();
    /// Output of `ffmpeg -i film ARGUMENTS name`, or of ffmpeg alone when `fromFilm` is false.
    [[nodiscard]] QString derived(const QString& name, const QStringList& arguments,
                                  bool fromFilm = true);
    /// A path in the same folder.
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QString m_film;
    QString m_voice;
};

}  // namespace lipwright::testsupport
