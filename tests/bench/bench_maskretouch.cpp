// What retouching a mask costs: milliseconds of one core per patch of 420 x 400 pixels and
// operation, and the time from an edit to the new picture at 1080p: bench_maskretouch.
#include "app/playback/player.h"
#include "engine/core/atomicfile.h"
#include "engine/dubbing/brushcanvas.h"
#include "engine/media/patchfile.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/compositor.h"
#include "engine/synthesis/maskretouch.h"
#include "engine/synthesis/take.h"
#include "tests/face/facefixture.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace lipwright;

namespace {

constexpr float kUnit = 150.0F;
constexpr int kFrames = 100;
const cv::Rect kRegion(750, 520, 420, 400);

project::BrushStroke strokeAt(float x, bool erases) {
    return {erases, 0.12F, 0.5F, {{x, 0.7F}, {x + 0.1F, 1.0F}, {x + 0.3F, 1.1F}}};
}

bool makeFilm(const QString& path, const char* format) {
    const QString source = QString("testsrc2=s=1920x1080:r=25:d=%1").arg(kFrames / 25);
    const QString filters = QString("noise=alls=2:allf=t,format=%1").arg(format);
    return QProcess::execute(
               "ffmpeg", {"-v", "error", "-f", "lavfi", "-i", source, "-vf", filters, "-c:v",
                          "libx264", "-preset", "veryfast", "-crf", "20", "-g", "50", path}) == 0;
}

synthesis::SynthesizedFrame patchOf(const media::VideoFrame& film) {
    synthesis::SynthesizedFrame made;
    made.region = kRegion;
    made.patch.rgb = film.rgb(kRegion)->clone() * 0.9;
    const bool deep = film.bitDepth() > 8;
    made.patch.alpha = cv::Mat(kRegion.size(), deep ? CV_16U : CV_8U, cv::Scalar(0));
    cv::ellipse(made.patch.alpha, {210, 190}, {150, 140}, 0, 0, 360, cv::Scalar(deep ? 65535 : 255),
                cv::FILLED);
    cv::blur(made.patch.alpha, made.patch.alpha, {15, 15});
    return made;
}

face::Landmarks landmarks() {
    return face::test::pictureFace(face::test::poseOf(0.1F, 0, 0.05F, kUnit, {960, 580}), 0.05F);
}

std::vector<std::pair<const char*, synthesis::FrameRetouch>> retouches() {
    using synthesis::FrameRetouch;
    dubbing::BrushCanvas canvas;
    FrameRetouch all{0.1, 0.1, 0.5, 0.5, 0.8, {}};
    all.brush = canvas.drawn({strokeAt(-0.2F, true), strokeAt(0.5F, false)});
    const auto with = [](auto member, auto value) {
        FrameRetouch retouch;
        retouch.*member = value;
        return retouch;
    };
    return {{"grow", with(&FrameRetouch::grow, 0.1)},
            {"feather", with(&FrameRetouch::feather, 0.1)},
            {"colour match", with(&FrameRetouch::colourMatch, 0.5)},
            {"sharpen", with(&FrameRetouch::sharpness, 0.5)},
            {"soften", with(&FrameRetouch::sharpness, -0.5)},
            {"opacity", with(&FrameRetouch::opacity, 0.5)},
            {"brush", with(&FrameRetouch::brush, all.brush)},
            {"all of them", all}};
}

void benchOperations(const QString& path) {
    constexpr int kRounds = 30;
    const auto film = *media::VideoReader::open(path.toStdString())->frame(10);
    const auto made = patchOf(film);
    for (const auto& [name, retouch] : retouches()) {
        const std::clock_t start = std::clock();
        for (int i = 0; i < kRounds; ++i) {
            if (!synthesis::retouched(made, film, {landmarks()}, retouch)) {
                std::printf("failed\n");
            }
        }
        std::printf("%2d bits, %-14s %6.2f ms per patch\n", film.bitDepth(), name,
                    1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / kRounds);
    }
}

void benchBrush() {
    dubbing::BrushCanvas canvas;
    std::vector<project::BrushStroke> strokes(50, strokeAt(0.0F, false));
    QElapsedTimer wall;
    wall.start();
    (void)canvas.drawn(strokes);
    std::printf("50 strokes drawn %.1f ms", static_cast<double>(wall.nsecsElapsed()) / 1e6);
    strokes.back().points.push_back({0.5F, 1.2F});
    wall.start();
    (void)canvas.drawn(strokes);
    std::printf(", the last one going on %.2f ms\n",
                static_cast<double>(wall.nsecsElapsed()) / 1e6);
}

bool writeTake(const std::filesystem::path& folder, const media::VideoFrame& film) {
    synthesis::Take take;
    take.engine = "drawn 1";
    take.filmSize = film.size();
    take.patchSize = kRegion.size();
    synthesis::FramePlan plan;
    plan.position = kRegion.tl();
    take.frames.assign(kFrames, plan);
    std::filesystem::create_directories(folder);
    auto writer = media::PatchWriter::create(synthesis::chunkPath(folder, 0), take.patchSize, 8);
    const auto made = patchOf(film);
    for (int i = 0; writer && i < kFrames; ++i) {
        if (!writer->write(made.patch)) {
            return false;
        }
    }
    return writer && writer->finish() &&
           core::writeFileAtomically(folder / synthesis::kTakeSidecar, synthesis::toJson(take));
}

std::shared_ptr<const face::FaceAnalysis> faces() {
    auto analysis = std::make_shared<face::FaceAnalysis>();
    analysis->frameCount = kFrames;
    face::FaceObservation seen;
    seen.usability = face::FaceUsability::usable;
    seen.stableLandmarks = landmarks();
    face::FaceTrack track;
    track.observations.assign(kFrames, seen);
    analysis->tracks = {track};
    return analysis;
}

class Edits {
public:
    Edits(const QString& film, std::filesystem::path take, QSize size) : m_take(std::move(take)) {
        QObject::connect(&m_player, &app::Player::pictureReady, &m_player,
                         [this](const auto& picture) { m_shown = picture.frame; });
        m_player.setMaximumPictureSize(size);
        m_player.setFilm({film.toStdString(), *media::indexFrames(film.toStdString())});
        m_player.setFaces(faces());
        std::printf("edit to picture, shown at %dx%d:\n", size.width(), size.height());
    }

    void run(const char* what, bool elsewhere, int pauseMs) {
        std::vector<double> times;
        for (int i = 0; i < 40; ++i) {
            const qint64 frame = elsewhere ? 7 + 2 * i : 40;
            if (m_player.position() != frame) {
                m_shown = -1;
                m_player.seek(frame);
                (void)QTest::qWaitFor([&] { return m_shown == frame; }, 20'000);
                QTest::qWait(300);
            }
            times.push_back(edit(frame, i));
            QTest::qWait(pauseMs);
        }
        std::ranges::sort(times);
        std::printf("  %-28s median %5.1f ms   p95 %5.1f ms   max %5.1f ms\n", what, times[20],
                    times[37], times.back());
    }

private:
    double edit(qint64 frame, int step) {
        const auto shift = static_cast<float>(step);
        auto retouch = std::make_shared<project::Retouch>();
        retouch->grow = 0.002 * step - 0.05;
        retouch->feather = 0.1;
        retouch->colourMatch = 0.5;
        retouch->sharpness = 0.3;
        retouch->mask = {{0, {strokeAt(-0.2F, true), strokeAt(0.004F * shift, false)}}};
        m_shown = -1;
        QElapsedTimer wall;
        wall.start();
        m_player.setTakes({{m_take, {0, kFrames}, retouch}});
        while (m_shown != frame && wall.elapsed() < 20'000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return static_cast<double>(wall.nsecsElapsed()) / 1e6;
    }

    app::Player m_player;
    std::filesystem::path m_take;
    qint64 m_shown = -1;
};

}  // namespace

int main(int argc, char** argv) {
    const QGuiApplication app(argc, argv);
    cv::setNumThreads(1);
    const QTemporaryDir folder;
    const QString film = folder.filePath("film.mp4");
    const QString deep = folder.filePath("deep.mp4");
    if (!makeFilm(film, "yuv420p") || !makeFilm(deep, "yuv420p10")) {
        std::printf("ffmpeg could not make the films\n");
        return 1;
    }
    benchOperations(film);
    benchOperations(deep);
    benchBrush();
    const auto take = folder.filePath("take").toStdString();
    if (!writeTake(take, *media::VideoReader::open(film.toStdString())->frame(10))) {
        std::printf("the take could not be written\n");
        return 1;
    }
    for (const QSize size : {QSize(960, 540), QSize(1920, 1080)}) {
        Edits edits(film, take, size);
        edits.run("one frame, edits in a row", false, 0);
        edits.run("one frame, with pauses", false, 150);
        edits.run("first edit of a frame", true, 0);
    }
    return 0;
}
