// Test films with known content, made by the ffmpeg command in a temporary folder.
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <filesystem>

namespace lipwright::test {

class Clips {
public:
    /// False when the ffmpeg command can not be run.
    [[nodiscard]] static bool available();

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::filesystem::path file(const QString& name) const {
        return path(name).toStdString();
    }

    /// Runs `ffmpeg <arguments> <folder>/<name>`; false with a warning when it fails.
    [[nodiscard]] bool make(const QString& name, const QStringList& arguments) const;
    /// The first `percent` of another clip's bytes.
    [[nodiscard]] bool truncate(const QString& name, const QString& from, int percent) const;
    [[nodiscard]] bool writeFile(const QString& name, const QByteArray& bytes) const;

private:
    QTemporaryDir m_folder;
};

/// What ffprobe prints for the file, one value per line, empty lines left out.
[[nodiscard]] QStringList probed(const QString& path, const QStringList& arguments);
/// Timestamps of the presented video frames in ticks of the stream, as ffprobe decodes them.
[[nodiscard]] QStringList presentedTimestamps(const QString& path);

/// A moving test picture: ffmpeg's arguments for it.
[[nodiscard]] QStringList movingPicture(const QString& size, const QString& rate, int seconds);

}  // namespace lipwright::test
