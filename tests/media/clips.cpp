#include "tests/media/clips.h"

#include <QFile>
#include <QProcess>

namespace lipwright::test {
namespace {

constexpr int kTimeoutMs = 60'000;

bool run(const QString& program, const QStringList& arguments, QByteArray* output) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(kTimeoutMs) || process.exitCode() != 0) {
        qWarning().noquote() << program << arguments.join(' ') << process.readAllStandardError();
        return false;
    }
    if (output != nullptr) {
        *output = process.readAllStandardOutput();
    }
    return true;
}

}  // namespace

bool Clips::available() {
    return run("ffmpeg", {"-version"}, nullptr) && run("ffprobe", {"-version"}, nullptr);
}

bool Clips::make(const QString& name, const QStringList& arguments) const {
    return run("ffmpeg",
               QStringList{"-v", "error", "-y", "-nostdin"} + arguments + QStringList{path(name)},
               nullptr);
}

bool Clips::truncate(const QString& name, const QString& from, int percent) const {
    QFile source(path(from));
    return source.open(QIODevice::ReadOnly) &&
           writeFile(name, source.read(source.size() * percent / 100));
}

bool Clips::writeFile(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList probed(const QString& path, const QStringList& arguments) {
    QByteArray output;
    if (!run("ffprobe",
             QStringList{"-v", "quiet", "-of", "default=nk=1:nw=1"} + arguments + QStringList{path},
             &output)) {
        return {};
    }
    return QString::fromUtf8(output).split('\n', Qt::SkipEmptyParts);
}

QStringList presentedTimestamps(const QString& path) {
    return probed(path, {"-select_streams", "v:0", "-show_entries", "frame=pts"});
}

QStringList movingPicture(const QString& size, const QString& rate, int seconds) {
    return {"-f", "lavfi", "-i", QString("testsrc2=s=%1:r=%2:d=%3").arg(size, rate).arg(seconds)};
}

}  // namespace lipwright::test
