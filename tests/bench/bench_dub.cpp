// bench_dub [WIDTHxHEIGHT] [MINUTES...]
// The main job end to end on a synthetic presenter: frames per second of every stage and peak
// memory, for films of several lengths (default: 1280x720, 1 and 10 minutes). Prints a table in the
// form docs/PERFORMANCE.md keeps.
#include "tests/support/process.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <cstdio>
#include <vector>

namespace {

using lipwright::testsupport::programPath;
using lipwright::testsupport::run;
using lipwright::testsupport::runPresenter;

constexpr int kPresenterSeconds = 30;

struct Measured {
    bool ok = false;
    QJsonObject outcome;
    double processorSeconds = 0.0;
    double peakMebibytes = 0.0;
};

/// Runs lipwright-cli with its standard output into a file and its resource usage measured.
Measured measureDub(const QString& film, const QString& voice, const QTemporaryDir& folder) {
    const QByteArray program = programPath("lipwright-cli").toLocal8Bit();
    const QByteArray json = folder.filePath("outcome.json").toLocal8Bit();
    std::vector<QByteArray> words{program,
                                  "-q",
                                  "dub",
                                  film.toLocal8Bit(),
                                  voice.toLocal8Bit(),
                                  "-o",
                                  folder.filePath("dubbed.mp4").toLocal8Bit(),
                                  "--json"};
    const pid_t child = ::fork();
    if (child == 0) {
        if (std::freopen(json.constData(), "w", stdout) == nullptr) {
            ::_exit(127);
        }
        std::vector<char*> arguments;
        for (QByteArray& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        ::execv(program.constData(), arguments.data());
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    QFile file(json);
    Measured measured;
    measured.ok = WIFEXITED(status) && WEXITSTATUS(status) == 0 && file.open(QIODevice::ReadOnly);
    measured.outcome = QJsonDocument::fromJson(file.readAll()).object();
    measured.processorSeconds = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec);
    measured.peakMebibytes = static_cast<double>(usage.ru_maxrss) / 1024.0;
    return measured;
}

void print(const Measured& measured, int minutes) {
    const double frames = measured.outcome["frames"].toDouble();
    double total = 0.0;
    for (const auto& value : measured.outcome["stages"].toArray()) {
        const QJsonObject stage = value.toObject();
        const double seconds = stage["seconds"].toDouble();
        total += seconds;
        std::printf("| %d min | %s | %.2f | %.1f |\n", minutes,
                    qPrintable(stage["stage"].toString()), seconds, frames / seconds);
    }
    std::printf("| %d min | **end to end** | %.2f | **%.1f** |\n", minutes, total, frames / total);
    std::printf("| %d min | peak memory | %.0f MiB | processor %.0f s |\n", minutes,
                measured.peakMebibytes, measured.processorSeconds);
    std::fflush(stdout);
}

/// Writes `part` to `whole` once and `loops` times again.
bool repeated(const QString& part, const QString& whole, const QString& loops) {
    return run("ffmpeg",
               {"-v", "error", "-y", "-stream_loop", loops, "-i", part, "-c", "copy", whole})
        .ok();
}

}  // namespace

int main(int argc, char** argv) {
    const QString size = argc > 1 ? argv[1] : "1280x720";
    std::vector<int> lengths;
    for (int i = 2; i < argc; ++i) {
        lengths.push_back(QString(argv[i]).toInt());
    }
    if (lengths.empty()) {
        lengths = {1, 10};
    }
    const QTemporaryDir folder;
    const QString part = folder.filePath("part.mp4");
    const QString voicePart = folder.filePath("voice.wav");
    const QString seconds = QString::number(kPresenterSeconds);
    if (!runPresenter({"--seed", "1", "--seconds", seconds, "--size", size, "-o", part}, 600'000)
             .ok() ||
        !runPresenter(
             {"--seed", "2", "--language", "es", "--seconds", seconds, "--audio-only", voicePart})
             .ok()) {
        std::fprintf(stderr, "the presenter could not make the film\n");
        return 1;
    }
    std::printf("| film | stage | seconds | frames/s |\n| --- | --- | --- | --- |\n");
    for (const int minutes : lengths) {
        const QString film = folder.filePath(QString("film-%1.mp4").arg(minutes));
        const QString voice = folder.filePath(QString("voice-%1.wav").arg(minutes));
        const QString loops = QString::number(minutes * 60 / kPresenterSeconds - 1);
        if (!repeated(part, film, loops) || !repeated(voicePart, voice, loops)) {
            std::fprintf(stderr, "ffmpeg could not make a film of %d minutes\n", minutes);
            return 1;
        }
        const Measured measured = measureDub(film, voice, folder);
        if (!measured.ok) {
            std::fprintf(stderr, "the dub of %d minutes failed\n", minutes);
            return 1;
        }
        print(measured, minutes);
    }
    return 0;
}
