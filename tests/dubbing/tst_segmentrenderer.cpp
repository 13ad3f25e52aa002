// One segment of a project after another, on a small presenter: takes, drafts, stops, lost takes.
#include "engine/dubbing/actorlibraries_p.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/synthesis/shapecontrol.h"
#include "engine/synthesis/take.h"
#include "tests/dubbing/rendersample.h"
#include "tests/dubbing/tinygenerator.h"
#include "tests/synthesis/drawnactor.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

using namespace lipwright;
namespace fs = std::filesystem;
using core::FrameRange;
using dubbing::RenderOrder;
using dubbing::SegmentRenderer;
using test::why;

namespace {

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

}  // namespace

class TestSegmentRenderer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const std::string problem = m_sample.make();
        QVERIFY2(problem.empty(), problem.c_str());
        m_source = m_sample.source;
        m_project = m_sample.project;
    }

    void aTakeIsRendered() {
        auto renderer = opened("takes");
        std::vector<std::string> stages;
        const auto progress = [&](const core::Progress& part) {
            QVERIFY(part.done >= 0 && part.done <= part.total);
            QCOMPARE(part.total, std::int64_t{20});
            if (stages.empty() || stages.back() != part.stage) {
                stages.emplace_back(part.stage);
            }
        };
        const auto take = renderer.render(order(), {}, progress);
        QVERIFY2(take.has_value(), why(take));
        QCOMPARE(stages, (std::vector<std::string>{"listen", "choose", "collect", "render"}));
        QCOMPARE(take->folder, fs::path("2-3"));
        QCOMPARE(take->frames, (FrameRange{10, 30}));
        QCOMPARE(take->engine, std::string("warped 1"));
        QVERIFY(take->models.contains("shape-network"));
        QVERIFY(take->bytes > 1000 && take->seconds > 0.0 && take->created.ends_with('Z'));
        QCOMPARE(namesIn(m_source.takes), std::set<std::string>{"2-3"});
        auto reader = synthesis::TakeReader::open(m_source.takes / "2-3");
        QVERIFY2(reader.has_value(), why(reader));
        QCOMPARE(reader->take().firstFrame, std::int64_t{10});
        QCOMPARE(reader->take().frames.size(), std::size_t{20});
        QVERIFY(reader->read(20).has_value());
    }

    // The voice is heard, the references are fetched, the sidecar tells the generator's weights.
    void aPaintedTakeIsRendered() {
        auto source = m_source;
        source.models = path("painting-models");
        source.takes = path("painted");
        QVERIFY(test::makeModelsWithTinyGenerator(source.models));
        auto renderer = SegmentRenderer::open(source);
        QVERIFY2(renderer.has_value(), why(renderer));
        auto wanted = order();
        wanted.segment.settings.engine = "painted";
        const auto take = renderer->render(wanted);
        QVERIFY2(take.has_value(), why(take));
        QCOMPARE(take->engine, std::string("painted 1"));
        QVERIFY(take->models.contains("shape-network"));
        QVERIFY(take->models.contains("mouth-generator"));
        auto reader = synthesis::TakeReader::open(source.takes / take->folder);
        QVERIFY2(reader.has_value(), why(reader));
        QVERIFY(cv::countNonZero(reader->read(20)->patch.alpha) > 0);
        wanted.segment.settings.engine = "sculpted";
        QCOMPARE(renderer->render(wanted).error().code, core::ErrorCode::invalidArgument);
    }

    void aTakesNameIsNeverTakenTwice() {
        auto renderer = opened("twice");
        QCOMPARE(renderer.render(order())->folder, fs::path("2-3"));
        QCOMPARE(renderer.render(order())->folder, fs::path("2-3-2"));
    }

    void theSameOrderMakesTheSameBytes_data() {
        QTest::addColumn<bool>("draft");
        QTest::newRow("draft") << true;
        QTest::newRow("final") << false;
    }

    void theSameOrderMakesTheSameBytes() {
        QFETCH(bool, draft);
        const auto wanted =
            order(draft ? project::TakeQuality::draft : project::TakeQuality::final);
        const std::string name = draft ? "draft" : "final";
        for (const std::string& folder : {name + "-a", name + "-b"}) {
            auto renderer = opened(folder);
            if (folder.ends_with("b")) {  // what was rendered before must not matter
                auto other = wanted;
                other.segment.id = 9;
                other.segment.frames = {40, 50};
                QVERIFY(renderer.render(other).has_value());
            }
            const auto take = renderer.render(wanted);
            QVERIFY2(take.has_value(), why(take));
            QCOMPARE(take->quality, wanted.quality);
        }
        const fs::path a = path(name + "-a") / "2-3";
        const fs::path b = path(name + "-b") / "2-3";
        QCOMPARE(namesIn(a), namesIn(b));
        for (const std::string& file : namesIn(a)) {
            QVERIFY2(contentOf(a / file) == contentOf(b / file), file.c_str());
        }
    }

    void framesBeyondTheTrackPassThrough() {
        auto faces = *m_source.faces;
        auto& track = faces.tracks.at(0);
        track.observations.erase(track.observations.begin(), track.observations.begin() + 15);
        track.firstFrame += 15;
        auto source = m_source;
        source.faces = std::make_shared<const face::FaceAnalysis>(std::move(faces));
        source.takes = path("beyond");
        auto renderer = SegmentRenderer::open(source);
        QVERIFY2(renderer.has_value(), why(renderer));
        const auto take = renderer->render(order());
        QVERIFY2(take.has_value(), why(take));
        const auto reader = synthesis::TakeReader::open(source.takes / take->folder);
        const auto& frames = reader->take().frames;
        QCOMPARE(frames.size(), std::size_t{20});
        for (std::size_t i = 0; i < 5; ++i) {
            QVERIFY(!frames[i].passThroughReason.empty());
        }
        QVERIFY(frames[5].passThroughReason.empty());
        QVERIFY(frames[5].weight < 0.5);  // not a cut: it fades in
    }

    void nothingFadesAtACut() {
        auto wanted = order();
        wanted.segment.frames = {0, 20};
        auto renderer = opened("cut");
        const auto take = renderer.render(wanted);
        QVERIFY2(take.has_value(), why(take));
        const auto reader = synthesis::TakeReader::open(path("cut") / take->folder);
        QVERIFY(reader->take().frames.front().weight > 0.99);
        QVERIFY(reader->take().frames.back().weight < 0.5);
    }

    void itStopsWithinASecond_data() {
        QTest::addColumn<QString>("stage");
        for (const char* stage : {"listen", "choose", "collect", "render"}) {
            QTest::newRow(stage) << stage;
        }
    }

    void itStopsWithinASecond() {
        QFETCH(QString, stage);
        using Clock = std::chrono::steady_clock;
        auto renderer = opened("stopped");
        std::stop_source stop;
        Clock::time_point asked;
        const auto progress = [&](const core::Progress& part) {
            if (stage.toStdString() == part.stage && !stop.stop_requested()) {
                asked = Clock::now();
                stop.request_stop();
            }
        };
        auto wanted = order();
        wanted.segment.frames = {0, 75};
        const auto take = renderer.render(wanted, stop.get_token(), progress);
        const std::chrono::duration<double> taken = Clock::now() - asked;
        QVERIFY(!take && take.error().code == core::ErrorCode::cancelled);
        QVERIFY2(taken.count() < 1.0, qPrintable(QString::number(taken.count())));
        QVERIFY(namesIn(path("stopped")).empty());
    }

    void aLostTakeIsFound() {
        auto renderer = opened("lost");
        auto wanted = order(project::TakeQuality::draft);
        wanted.segment.settings.strength = 0.8;
        wanted.segment.settings.offsetMicroseconds = -40'000;
        wanted.segment.settings.silenceGateDecibels = -52.5;
        wanted.segment.settings.pickedFrames = {3, 12};
        wanted.segment.settings.bannedFrames = {40};
        wanted.segment.shape = {{12, {0.1F, -1.7F, 0.3F}}, {14, {}}};
        auto take = renderer.render(wanted);
        QVERIFY2(take.has_value(), why(take));
        const auto found = dubbing::findLostTakes(m_project, path("lost"));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].segment, project::Id{2});
        take->seconds = 0.0;  // the one thing that is not kept
        QVERIFY(found[0].take == *take);
        QCOMPARE(found[0].take.settings, wanted.segment.settings);
        QCOMPARE(found[0].take.shape, wanted.segment.shape);

        auto knows = m_project;
        knows.segments[0].takes = {*take};
        QVERIFY(dubbing::findLostTakes(knows, path("lost")).empty());
        auto otherFilm = m_project;
        otherFilm.film.media.fingerprint = "fp1:other";
        QVERIFY(dubbing::findLostTakes(otherFilm, path("lost")).empty());
        QVERIFY(dubbing::findLostTakes(m_project, path("lost"),
                                       fs::file_time_type::clock::now() + std::chrono::seconds(5))
                    .empty());
        fs::resize_file(path("lost") / take->folder / "chunk-00000.mkv", 100);
        QVERIFY(dubbing::findLostTakes(m_project, path("lost")).empty());
    }

    void leftoversOfTheDeadAreRemoved() {
        const fs::path takes = path("swept");
        const fs::path dead = takes / ".unfinished-take-2-3.aaaaaa";
        const fs::path living = takes / ".unfinished-take-2-4.bbbbbb";
        for (const fs::path& folder : {dead, living}) {
            fs::create_directories(folder);
            std::ofstream(folder / "in-use") << "";
            std::ofstream(folder / "chunk-00000.mkv") << "half";
        }
        const int held = ::open((living / "in-use").c_str(), O_RDWR | O_CLOEXEC);
        QVERIFY(::flock(held, LOCK_EX | LOCK_NB) == 0);
        fs::create_directories(takes / "2-1");
        (void)opened("swept");
        ::close(held);
        QCOMPARE(namesIn(takes), (std::set<std::string>{"2-1", living.filename().string()}));
    }

    void theVoicesOffsetMovesTheCurve() {
        auto renderer = opened("curve");
        auto wanted = order();
        wanted.segment.frames = {0, 75};
        const auto plain = renderer.wantedCurve(wanted);
        QVERIFY2(plain.has_value(), why(plain));
        QCOMPARE(plain->shapes.size(), std::size_t{75});
        wanted.voice.offsetMicroseconds = 120'000;
        wanted.segment.settings.offsetMicroseconds = 80'000;  // together five frames
        const auto moved = renderer.wantedCurve(wanted);
        QVERIFY(moved.has_value());
        double difference = 0.0;
        double movement = 0.0;
        for (std::size_t i = 15; i < 60; ++i) {
            difference += std::abs(moved->shapes[i][0] - plain->shapes[i - 5][0]);
            movement += std::abs(plain->shapes[i][0] - plain->shapes[i - 5][0]);
        }
        QVERIFY2(difference < 0.1 * movement,
                 qPrintable(QString("%1 of %2").arg(difference).arg(movement)));
    }

    void aShapedFrameIsRenderedAsShaped() {
        auto renderer = opened("shaped");
        auto wanted = order(project::TakeQuality::draft);
        const auto plain = renderer.render(wanted);
        QVERIFY2(plain.has_value(), why(plain));
        wanted.segment.shape[20] = {1.2F, -0.5F, 0.4F};
        const auto take = renderer.render(wanted);
        QVERIFY2(take.has_value(), why(take));
        QCOMPARE(take->shape, wanted.segment.shape);
        const auto before = synthesis::TakeReader::open(path("shaped") / plain->folder);
        const auto after = synthesis::TakeReader::open(path("shaped") / take->folder);
        for (std::int64_t frame = 10; frame < 30; ++frame) {
            const auto a = synthesis::controlOf(before->take().wantedCurve().at(frame));
            const auto b = synthesis::controlOf(after->take().wantedCurve().at(frame));
            const bool beside = frame >= 18 && frame <= 22;
            QVERIFY2(beside ? std::abs(a.opening - b.opening) > 0.01F : a == b,
                     qPrintable(QString::number(frame)));
        }
        const auto there = synthesis::controlOf(after->take().wantedCurve().at(20));
        QVERIFY(std::abs(there.opening - 1.2F) < 1e-3F);
        QVERIFY(std::abs(there.width - -0.5F) < 1e-3F);
        QVERIFY(std::abs(there.rounding - 0.4F) < 1e-3F);
    }

    void theSilenceGateRestsTheMouth() {
        auto renderer = opened("gated");
        auto wanted = order();
        wanted.segment.settings.silenceGateDecibels = 0.0;  // nothing is that loud
        const auto curve = renderer.wantedCurve(wanted);
        QVERIFY2(curve.has_value(), why(curve));
        for (const face::MouthShape& shape : curve->shapes) {
            const auto opening = m_source.faces->actors[0].mouthRange.absolute(shape)[0];
            QVERIFY(std::abs(opening) < 1e-4F);
        }
        wanted.segment.settings.silenceGateDecibels = project::SegmentSettings::kNoSilenceGate;
        const auto spoken = renderer.wantedCurve(wanted);
        const auto moves = [&](const face::MouthShape& shape) {
            return std::abs(shape[0] - curve->shapes.front()[0]) > 0.1F;
        };
        QVERIFY(std::ranges::any_of(spoken->shapes, moves));
    }

    void bannedFramesAreNowhereInATake() {
        auto renderer = opened("banned");
        auto wanted = order();
        const auto sourcesOf = [this](const project::Take& take) {
            std::set<std::int64_t> sources;
            const auto reader = synthesis::TakeReader::open(path("banned") / take.folder);
            for (const auto& frame : reader->take().frames) {
                sources.insert(frame.sources.begin(), frame.sources.end());
            }
            return sources;
        };
        const auto plain = renderer.render(wanted);
        QVERIFY2(plain.has_value(), why(plain));
        const auto used = sourcesOf(*plain);
        wanted.segment.settings.bannedFrames.assign(used.begin(), used.end());
        const auto take = renderer.render(wanted);
        QVERIFY2(take.has_value(), why(take));
        for (const std::int64_t frame : sourcesOf(*take)) {
            QVERIFY(!used.contains(frame));
        }
        wanted.segment.settings.bannedFrames.clear();
        wanted.segment.settings.pickedFrames = {9'000};
        const auto nowhere = renderer.render(wanted);
        QVERIFY(!nowhere && nowhere.error().text().find("9000") != std::string::npos);
    }

    void whatCanNotBeRenderedIsSaid() {
        auto renderer = opened("refused");
        auto nobody = order();
        nobody.segment.actor = 5;
        auto take = renderer.render(nobody);
        QVERIFY(!take && take.error().code == core::ErrorCode::noFace);
        auto outside = order();
        outside.segment.frames = {70, 90};
        QVERIFY(!renderer.render(outside).has_value());
        auto silent = order();
        silent.voice.media.path = "/nowhere/voice.wav";
        QVERIFY(!renderer.render(silent).has_value());
        QVERIFY(namesIn(path("refused")).empty());
        auto source = m_source;
        source.models = path("no models");
        QVERIFY(!SegmentRenderer::open(source).has_value());
    }

    void anOrderSaysWhatAdjoins() {
        auto project = m_project;
        auto next = project.segments[0];
        next.id = 4;
        next.frames = {30, 40};
        auto bypassed = next;
        bypassed.id = 5;
        bypassed.frames = {5, 10};
        bypassed.status = project::SegmentStatus::bypass;
        project.segments = {bypassed, project.segments[0], next};
        const auto order = dubbing::renderOrder(project, 2, project::TakeQuality::draft);
        QVERIFY(order.has_value());
        QCOMPARE(order->take, project.nextId);
        QVERIFY(!order->continuesBefore);
        QVERIFY(order->continuesAfter);
        QVERIFY(!dubbing::renderOrder(project, 77, project::TakeQuality::draft).has_value());
    }

    void aDraftLooksAround() {
        const auto faces = test::DrawnActor::talking(3000).analysis();
        std::vector<media::FrameIndex::Entry> entries;
        for (int i = 0; i < 3000; ++i) {
            entries.push_back({i, 1, i == 0});
        }
        const media::FrameIndex index({1, 25}, entries);
        dubbing::ActorLibraries libraries(faces, index);
        const auto near = libraries.around(0, {1500, 1600}, {});
        QVERIFY(near.has_value());
        QCOMPARE((*near)->frames().front().number, std::int64_t{1250});
        QCOMPARE((*near)->frames().back().number, std::int64_t{1849});
        QCOMPARE((*libraries.whole(0, {}))->frames().size(), std::size_t{3000});
        QVERIFY(*libraries.around(0, {1500, 1600}, {}) == *near);  // kept

        auto sparse = faces;
        for (std::size_t i = 0; i < 3000; ++i) {
            if (i > 100 && i < 2990) {
                sparse.tracks[0].observations[i].usability = face::FaceUsability::turnedAway;
            }
        }
        dubbing::ActorLibraries wide(sparse, index);
        const auto widened = wide.around(0, {2990, 2999}, {});
        QVERIFY(widened.has_value());
        QCOMPARE((*widened)->frames().front().number, std::int64_t{0});
    }

    void theDeviceIsMeasured() {
        const auto speed = dubbing::measureDevice(nets::Device::cpu, 2, m_source.models);
        QVERIFY2(speed.has_value(), why(speed));
        QCOMPARE(speed->device, std::string("CPU, 2 threads"));
        QVERIFY(speed->networkFramesPerSecond > speed->renderFramesPerSecond);
        QVERIFY(speed->renderFramesPerSecond > 1.0);
        qInfo("network %.0f frames/s, render %.1f frames/s", speed->networkFramesPerSecond,
              speed->renderFramesPerSecond);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!dubbing::measureDevice(nets::Device::cpu, 2, m_source.models, stop.get_token())
                     .has_value());
    }

private:
    [[nodiscard]] fs::path path(const std::string& name) const { return m_sample.path(name); }
    [[nodiscard]] SegmentRenderer opened(const std::string& takes) const {
        auto source = m_source;
        source.takes = path(takes);
        auto renderer = SegmentRenderer::open(source);
        if (!renderer) {
            qFatal("%s", renderer.error().text().c_str());
        }
        return std::move(*renderer);
    }
    [[nodiscard]] RenderOrder order(
        project::TakeQuality quality = project::TakeQuality::final) const {
        return m_sample.order(quality);
    }

    test::RenderSample m_sample;
    dubbing::RenderSource m_source;
    project::Project m_project;
};

QTEST_GUILESS_MAIN(TestSegmentRenderer)
#include "tst_segmentrenderer.moc"
