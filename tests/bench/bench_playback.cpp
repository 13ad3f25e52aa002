// How quickly the player shows a frame: bench_playback [FILM] [WIDTH HEIGHT]. Without a film one is
// made with ffmpeg: 30 s, 1080p25, H.264, a key frame every 2 s.
#include "app/playback/player.h"
#include "engine/media/videoreader.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace lipwright;
using namespace lipwright::app;

namespace {

constexpr int kTimeoutMs = 20'000;
constexpr qint64 kBudget = qint64{512} << 20;

class Stopwatch {
public:
    explicit Stopwatch(Player& player) : m_player(player) {
        m_wall.start();
        QObject::connect(&player, &Player::pictureReady, &player,
                         [this](const widgets::ViewerPicture& picture) {
                             shown.push_back(picture.frame);
                             shownAt.push_back(now());
                             largest = std::max(largest, m_player.memoryHeld());
                         });
    }

    void forget() {
        shown.clear();
        shownAt.clear();
    }

    /// Milliseconds from the call to the frame's picture.
    double timed(qint64 frame, const std::function<void()>& call) {
        QElapsedTimer wall;
        forget();
        wall.start();
        call();
        if (!QTest::qWaitFor([&] { return !shown.empty() && shown.back() == frame; }, kTimeoutMs)) {
            std::printf("frame %lld never came\n", static_cast<long long>(frame));
        }
        return static_cast<double>(wall.nsecsElapsed()) / 1e6;
    }

    [[nodiscard]] double now() const { return static_cast<double>(m_wall.nsecsElapsed()) / 1e6; }

    std::vector<qint64> shown;
    std::vector<double> shownAt;
    qint64 largest = 0;

private:
    Player& m_player;
    QElapsedTimer m_wall;
};

void print(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-34s median %7.1f ms   p95 %7.1f ms   max %7.1f ms   (%zu)\n", what, at(0.5),
                at(0.95), times.back(), times.size());
}

void benchSteps(Player& player, Stopwatch& watch, qint64 count) {
    std::vector<double> cached;
    std::vector<double> uncached;
    for (int i = 0; i < 40; ++i) {
        const qint64 frame = QRandomGenerator::global()->bounded(count - 10);
        uncached.push_back(watch.timed(frame, [&] { player.seek(frame); }));
        QTest::qWait(120);
        cached.push_back(watch.timed(frame + 1, [&] { player.step(1); }));
    }
    print("seek anywhere, uncached", uncached);
    print("step forward, cached", cached);
    std::vector<double> over;
    for (int i = 0; i < 20; ++i) {
        const qint64 frame = 1 + QRandomGenerator::global()->bounded(count - 10);
        watch.timed(frame, [&] { player.seek(frame); });
        over.push_back(watch.timed(frame - 1, [&] { player.step(-1); }));
    }
    print("step back at once", over);
}

/// 30 wishes per second along a path; times from each wish to the first picture at or behind it.
void benchScrub(const char* what, Player& player, Stopwatch& watch, qint64 from, qint64 stride) {
    constexpr int kWishes = 90;
    watch.timed(from, [&] { player.seek(from); });
    QTest::qWait(300);
    watch.forget();
    std::vector<double> wishedAt;
    for (int i = 1; i <= kWishes; ++i) {
        wishedAt.push_back(watch.now());
        player.seek(from + i * stride);
        QTest::qWait(33);
    }
    const qint64 last = from + kWishes * stride;
    (void)QTest::qWaitFor([&] { return !watch.shown.empty() && watch.shown.back() == last; });
    std::vector<double> times;
    for (int i = 1; i <= kWishes; ++i) {
        const double wished = wishedAt[static_cast<std::size_t>(i - 1)];
        for (std::size_t j = 0; j < watch.shown.size(); ++j) {
            const bool there = (watch.shown[j] - (from + i * stride)) * stride >= 0;
            if (watch.shownAt[j] >= wished && there) {
                times.push_back(watch.shownAt[j] - wished);
                break;
            }
        }
    }
    print(what, times);
}

void benchPlay(const char* what, Player& player, Stopwatch& watch, double speed, qint64 from,
               int seconds) {
    watch.timed(from, [&] { player.seek(from); });
    QTest::qWait(500);
    watch.forget();
    QElapsedTimer wall;
    wall.start();
    player.play(speed);
    QTest::qWait(seconds * 1000);
    player.pause();
    std::vector<qint64> shown = watch.shown;
    std::ranges::sort(shown);
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    const qint64 passed = std::abs(player.position() - from);
    std::printf("%-34s %lld frames in %.1f s, %lld not shown\n", what,
                static_cast<long long>(passed), static_cast<double>(wall.elapsed()) / 1000.0,
                static_cast<long long>(passed + 1 - static_cast<qint64>(shown.size())));
}

QString madeFilm(const QTemporaryDir& folder) {
    const QString path = folder.filePath("film.mp4");
    const int code = QProcess::execute("ffmpeg", {"-v",
                                                  "error",
                                                  "-f",
                                                  "lavfi",
                                                  "-i",
                                                  "testsrc2=s=1920x1080:r=25:d=30",
                                                  "-vf",
                                                  "noise=alls=2:allf=t,format=yuv420p",
                                                  "-c:v",
                                                  "libx264",
                                                  "-preset",
                                                  "veryfast",
                                                  "-crf",
                                                  "20",
                                                  "-g",
                                                  "50",
                                                  "-keyint_min",
                                                  "50",
                                                  "-sc_threshold",
                                                  "0",
                                                  path});
    return code == 0 ? path : QString();
}

}  // namespace

int main(int argc, char** argv) {
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir folder;
    const QString path = arguments.size() > 1 ? arguments[1] : madeFilm(folder);
    const auto index = media::indexFrames(path.toStdString());
    if (!index) {
        std::printf("%s\n", index.error().text().c_str());
        return 1;
    }
    const QSize size =
        arguments.size() > 3 ? QSize(arguments[2].toInt(), arguments[3].toInt()) : QSize(960, 540);
    const qint64 count = (*index)->frameCount();
    Player player;
    player.setMemoryBudget(kBudget);
    player.setMaximumPictureSize(size);
    {
        Stopwatch watch(player);
        player.setFilm({path.toStdString(), *index});
        std::printf("%s: %lld frames, shown at %dx%d\n", qPrintable(path),
                    static_cast<long long>(count), size.width(), size.height());
        watch.timed(0, [] {});
        benchSteps(player, watch, count);
        benchScrub("scrub forwards 2 frames, uncached", player, watch, count / 4, 2);
        benchScrub("the same again, cached", player, watch, count / 4, 2);
        benchScrub("scrub back 2 frames, uncached", player, watch, count - 20, -2);
        benchScrub("scrub 7 frames, uncached", player, watch, 20, 7);
        benchPlay("play 1x", player, watch, 1.0, count / 10, 8);
        benchPlay("play 1x backwards", player, watch, -1.0, count / 2, 8);
        benchPlay("play 2x", player, watch, 2.0, count / 10, 6);
        std::printf("%-34s %.0f MiB of %lld\n", "memory, at most",
                    static_cast<double>(watch.largest) / 1048576.0,
                    static_cast<long long>(kBudget >> 20));
    }
    return 0;
}
