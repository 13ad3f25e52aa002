// How well a segment's sounds go with its mouths, on a small presenter: its own sound, that sound
// moved, a take rendered for it; reasons of gaps; what is kept and what it depends on.
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/segmentsync.h"
#include "engine/media/sealedfile.h"
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <fstream>

using namespace lipwright;
namespace fs = std::filesystem;
using core::FrameRange;
using dubbing::SegmentMeter;
using dubbing::SegmentSync;
using dubbing::SyncLane;
using dubbing::SyncOrder;
using dubbing::SyncReason;

namespace {

constexpr std::int64_t kFrameMicroseconds = 40'000;

template <typename T>
const char* textOf(const core::Result<T>& result) {
    static std::string text;
    text = result ? "" : result.error().text();
    return text.c_str();
}

bool sameFigure(float a, float b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool sameLane(const SyncLane& a, const SyncLane& b) {
    return a.firstFrame == b.firstFrame && a.expert == b.expert && a.judge == b.judge &&
           std::ranges::equal(a.points, b.points, [](const auto& x, const auto& y) {
               return sameFigure(x.confidence, y.confidence) && sameFigure(x.raw, y.raw) &&
                      x.reason == y.reason;
           });
}

/// Frames looked at in other batches come out a little different.
bool nearlySame(const SyncLane& a, const SyncLane& b) {
    constexpr float kRounding = 1e-3F;
    return a.firstFrame == b.firstFrame && a.expert.offsetFrames == b.expert.offsetFrames &&
           std::abs(a.judge.lseC - b.judge.lseC) < double{kRounding} &&
           std::ranges::equal(a.points, b.points, [](const auto& x, const auto& y) {
               return x.reason == y.reason && (sameFigure(x.confidence, y.confidence) ||
                                               std::abs(x.confidence - y.confidence) < kRounding);
           });
}

bool sameSync(const SegmentSync& a, const SegmentSync& b) {
    return sameLane(a.baseline, b.baseline) && sameLane(a.before, b.before) &&
           a.after.has_value() == b.after.has_value() &&
           (!a.after || sameLane(*a.after, *b.after)) && a.offset == b.offset;
}

int countOf(const SyncLane& lane, SyncReason reason) {
    return static_cast<int>(std::ranges::count(lane.points, reason, &dubbing::SyncPoint::reason));
}

SyncReason reasonAt(const SyncLane& lane, std::int64_t frame) {
    return lane.points.at(static_cast<std::size_t>(frame - lane.firstFrame)).reason;
}

std::stop_token stopped() {
    std::stop_source source;
    source.request_stop();
    return source.get_token();
}

}  // namespace

class TestSegmentSync : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const QString film = m_clips.path("long.mp4");
        const auto made = testsupport::runPresenter(
            {"--seed", "1", "--language", "en", "--seconds", "6", "--size", "640x360", "-o", film});
        QVERIFY2(made.ok(), made.summary().constData());
        const dubbing::AnalysisCache cache(path("cache"));
        const auto indexed = cache.film(film.toStdString());
        QVERIFY2(indexed.has_value(), textOf(indexed));
        const auto faces = cache.faces(film.toStdString(), indexed->index);
        QVERIFY2(faces.has_value(), textOf(faces));
        m_source = {film.toStdString(),
                    indexed->index,
                    *faces,
                    qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString(),
                    path("takes"),
                    nets::Device::cpu,
                    2};
        m_order.segment.id = 2;
        m_order.segment.dubTrack = 1;
        m_order.segment.frames = {10, 140};
        m_order.voice.id = 1;
        m_order.voice.media.path = film.toStdString();
        m_order.folder = m_source.takes;
        m_meter.emplace(opened(m_source, path("cache")));
        const auto own = m_meter->measure(m_order);
        QVERIFY2(own.has_value(), textOf(own));
        m_own = *own;
    }

    void theFilmIsInSync() {
        const SyncLane& lane = m_own.baseline;
        QCOMPARE(lane.firstFrame, std::int64_t{10});
        QCOMPARE(lane.points.size(), std::size_t{130});
        qInfo("expert C %.3f D %.3f at 0 %.3f offset %d, judge C %.3f offset %d, coverage %.2f",
              lane.expert.lseC, lane.expert.lseD, lane.expert.confidence, lane.expert.offsetFrames,
              lane.judge.lseC, lane.judge.offsetFrames, lane.expert.coverage);
        QVERIFY(std::abs(lane.expert.offsetFrames) <= 1);
        QVERIFY(std::abs(lane.judge.offsetFrames) <= 1);
        QVERIFY(lane.expert.coverage > 0.5);
        QVERIFY(lane.expert.confidence > 0.8 * lane.expert.lseC);
        for (const dubbing::SyncPoint& point : lane.points) {
            QCOMPARE(std::isnan(point.confidence), point.reason != SyncReason::none);
            QCOMPARE(std::isnan(point.raw), point.reason != SyncReason::none);
        }
        // The voice is the film's own sound: nothing but the file it comes from differs.
        QVERIFY(sameLane(m_own.before, m_own.baseline));
        QVERIFY2(m_own.offset.certain, m_own.offset.doubt.c_str());
        QVERIFY(!m_own.offset.ofTake && !m_own.after);
        QVERIFY(std::abs(m_own.offset.microseconds + kFrameMicroseconds * m_own.offset.frames) <
                kFrameMicroseconds / 2 + 1);
    }

    void aMovedVoiceIsFound_data() {
        QTest::addColumn<int>("soundLeads");
        for (int shift = -12; shift <= 12; shift += 3) {
            QTest::addRow("%+d", shift) << shift;
        }
    }

    void aMovedVoiceIsFound() {
        QFETCH(int, soundLeads);
        auto moved = m_order;
        moved.voice.offsetMicroseconds = -kFrameMicroseconds * soundLeads;
        const auto sync = m_meter->measure(moved);
        QVERIFY2(sync.has_value(), textOf(sync));
        const int expected = m_own.offset.frames + soundLeads;
        QVERIFY2(std::abs(sync->offset.frames - expected) <= 1,
                 qPrintable(QString::number(sync->offset.frames)));
        QVERIFY2(sync->offset.certain || std::abs(expected) >= 12, sync->offset.doubt.c_str());
        QVERIFY(std::abs(sync->offset.microseconds + kFrameMicroseconds * expected) <
                kFrameMicroseconds);
        QVERIFY(sameLane(sync->baseline, m_own.baseline));
        if (std::abs(soundLeads) >= 6) {
            QVERIFY(sync->before.expert.confidence < 0.5 * m_own.baseline.expert.confidence);
            QVERIFY(sync->before.expert.lseC > 0.7 * m_own.baseline.expert.lseC);
        }
    }

    void aTakeIsBetterThanTheFilm() {
        auto order = takeOrder();
        const auto sync = m_meter->measure(order);
        QVERIFY2(sync.has_value(), textOf(sync));
        QVERIFY(sync->after.has_value());
        qInfo("before %.3f, after %.3f (judge %.3f, %.3f), offset %+d %s",
              sync->before.expert.confidence, sync->after->expert.confidence,
              sync->before.judge.confidence, sync->after->judge.confidence, sync->offset.frames,
              sync->offset.doubt.c_str());
        QVERIFY(sync->after->expert.confidence > sync->before.expert.confidence + 0.05);
        QVERIFY(sync->after->judge.confidence > sync->before.judge.confidence);
        QVERIFY(sync->offset.ofTake);
        QVERIFY(std::abs(sync->offset.frames) <= 1);
        // Forcing the original everywhere leaves what there was before.
        order.segment.retouch.original = {order.segment.frames};
        const auto forced = m_meter->measure(order);
        QVERIFY2(forced.has_value(), textOf(forced));
        QVERIFY(sameLane(*forced->after, forced->before));
    }

    void aTakesOwnOffsetIsMadeUpFor() {
        auto order = takeOrder(5 * kFrameMicroseconds);  // the mouth comes late
        const auto sync = m_meter->measure(order);
        QVERIFY2(sync.has_value(), textOf(sync));
        QVERIFY2(std::abs(sync->offset.frames - 5) <= 1,
                 qPrintable(QString::number(sync->offset.frames)));
        QVERIFY(std::abs(sync->offset.microseconds + 5 * kFrameMicroseconds) <=
                kFrameMicroseconds * 3 / 2);
        order.segment.settings.offsetMicroseconds += sync->offset.microseconds;
        const auto again = m_meter->measure(order);
        QCOMPARE(again->offset.microseconds, std::int64_t{0});
        QCOMPARE(again->offset.frames, sync->offset.frames);  // the take is as it was
    }

    void gapsHaveReasons() {
        auto faces = *m_source.faces;
        auto& track = faces.tracks.at(0);
        const auto seen = [&track](std::int64_t frame) -> face::FaceObservation& {
            return track.observations[static_cast<std::size_t>(frame - track.firstFrame)];
        };
        seen(60).usability = face::FaceUsability::turnedAway;
        seen(80).usability = face::FaceUsability::noFace;
        track.observations.erase(track.observations.begin(),
                                 track.observations.begin() + (30 - track.firstFrame));
        track.firstFrame = 30;
        auto source = m_source;
        source.faces = std::make_shared<const face::FaceAnalysis>(std::move(faces));
        auto order = m_order;
        order.voice.media.path = m_clips
                                     .derived("voice.wav",
                                              {"-i", m_clips.path("long.mp4"), "-t", "4.4", "-af",
                                               "volume=0:enable='between(t,3.6,4.1)'"},
                                              false)
                                     .toStdString();
        auto meter = opened(source, path("other cache"));
        const auto sync = meter.measure(order);
        QVERIFY2(sync.has_value(), textOf(sync));
        QCOMPARE(reasonAt(sync->before, 10), SyncReason::offScreen);
        QCOMPARE(reasonAt(sync->before, 29), SyncReason::offScreen);
        QCOMPARE(reasonAt(sync->before, 31), SyncReason::offScreen);  // its window begins before
        QCOMPARE(reasonAt(sync->before, 59), SyncReason::turnedAway);
        QCOMPARE(reasonAt(sync->before, 60), SyncReason::turnedAway);
        QCOMPARE(reasonAt(sync->before, 80), SyncReason::noFace);
        QCOMPARE(reasonAt(sync->before, 96), SyncReason::silence);
        QCOMPARE(reasonAt(sync->before, 115), SyncReason::noSound);
        QVERIFY(countOf(sync->before, SyncReason::none) > 20);
        QVERIFY(sync->before.expert.coverage < sync->baseline.expert.coverage);

        auto elsewhere = order;
        elsewhere.segment.actor = 7;
        const auto unseen = meter.measure(elsewhere);
        QVERIFY2(unseen.has_value(), textOf(unseen));
        QCOMPARE(countOf(unseen->before, SyncReason::offScreen), 130);
        QVERIFY(!unseen->offset.certain && !unseen->offset.doubt.empty());
    }

    void aShortSegmentSaysSo() {
        auto order = m_order;
        order.segment.frames = {60, 80};
        const auto sync = m_meter->measure(order);
        QVERIFY2(sync.has_value(), textOf(sync));
        QVERIFY(!sync->offset.certain);
        QVERIFY2(sync->offset.doubt.find("can be measured") != std::string::npos,
                 sync->offset.doubt.c_str());
        // With the real frames around it and the face known from all of the track a short segment
        // is judged as it is within a long one.
        for (std::int64_t frame = 64; frame < 76; ++frame) {
            QCOMPARE(reasonAt(sync->baseline, frame), reasonAt(m_own.baseline, frame));
        }
        QCOMPARE(countOf(sync->baseline, SyncReason::offScreen), 0);
    }

    void whatIsKnownIsNotMeasuredAgain() {
        auto order = takeOrder();
        const auto sync = m_meter->measure(order);
        QVERIFY2(sync.has_value(), textOf(sync));
        auto fresh = opened(m_source, path("cache"));
        const auto found = fresh.measure(order, stopped());  // a hit needs no work to be stopped
        QVERIFY2(found.has_value(), textOf(found));
        QVERIFY(sameSync(*found, *sync));
        auto cold = opened(m_source, path("cold cache"));
        const auto again = cold.measure(order);
        QVERIFY2(again.has_value(), textOf(again));
        QVERIFY(nearlySame(*again->after, *sync->after));

        order.segment.retouch.grow = 0.05;
        const auto other = fresh.measure(order, stopped());
        QVERIFY(!other && other.error().code == core::ErrorCode::cancelled);
        std::vector<std::string> stages;
        const auto looked = m_meter->measure(
            order, {}, [&](const core::Progress& part) { stages.emplace_back(part.stage); });
        QVERIFY2(looked.has_value(), textOf(looked));
        // The segment's own frames and no other: neither the film nor the voice are new.
        QCOMPARE(stages.size(), std::size_t{130});
        QVERIFY(std::ranges::count(stages, std::string("measure")) == 130);
        QVERIFY(sameLane(looked->before, sync->before));
        QVERIFY(!sameLane(*looked->after, *sync->after));
    }

    void damagedFilesAreMadeAgain() {
        const fs::path cache = path("damaged cache");
        auto meter = opened(m_source, cache);
        const auto sync = meter.measure(m_order);
        QVERIFY2(sync.has_value(), textOf(sync));
        int damaged = 0;
        for (const auto& entry : fs::directory_iterator(cache)) {
            std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(60);
            file.put('\x7f').put('\x01');
            ++damaged;
        }
        QVERIFY(damaged >= 3);  // what was seen, two lanes
        const auto again = opened(m_source, cache).measure(m_order);
        QVERIFY2(again.has_value(), textOf(again));
        QVERIFY(sameSync(*again, *sync));
    }

    void aHostileFileIsRefused() {
        const fs::path cache = path("hostile cache");
        const auto sync = opened(m_source, cache).measure(m_order);
        QVERIFY2(sync.has_value(), textOf(sync));
        for (const auto& entry : fs::directory_iterator(cache)) {
            if (!entry.path().filename().string().starts_with("sync-")) {
                continue;
            }
            media::SealedWriter file("sync lane", 2);  // sealed, and nonsense
            file.number(10);
            file.number(130);
            for (int i = 0; i < 130; ++i) {
                file.real(INFINITY);
                file.real(1.0F);
                file.number(99);
            }
            QVERIFY(std::move(file).save(entry.path()).has_value());
        }
        const auto again = opened(m_source, cache).measure(m_order);
        QVERIFY2(again.has_value(), textOf(again));
        QVERIFY(sameSync(*again, *sync));
    }

    void whatCanNotBeMeasuredIsSaid() {
        auto outside = m_order;
        outside.segment.frames = {100, 1000};
        const auto beyond = m_meter->measure(outside);
        QVERIFY(!beyond && beyond.error().code == core::ErrorCode::invalidArgument);
        auto voiceless = m_order;
        voiceless.voice.media.path = "/nowhere/voice.wav";
        QVERIFY(!m_meter->measure(voiceless).has_value());
        auto lost = takeOrder();
        lost.segment.takes[0].folder = "not there";
        QVERIFY(!m_meter->measure(lost).has_value());
        project::Project project;
        QVERIFY(!dubbing::syncOrder(project, 2, {}).has_value());
    }

    void anOrderHoldsTheActiveTakeAlone() {
        project::Project project;
        project.dubs = {m_order.voice};
        project.segments = {takeOrder().segment};
        project::Take other = project.segments[0].takes[0];
        other.id = 77;
        project.segments[0].takes.push_back(other);
        const auto order = dubbing::syncOrder(project, 2, "takes");
        QVERIFY2(order.has_value(), textOf(order));
        QCOMPARE(order->segment.takes.size(), std::size_t{1});
        QVERIFY(order->segment.active() != nullptr);
        QCOMPARE(order->folder, fs::path("takes"));
    }

    void theUsualIsToldByQuantiles() {
        std::vector<float> curve(101, NAN);
        QCOMPARE(dubbing::baselineOf(curve).frames, std::int64_t{0});
        for (std::size_t i = 0; i < 51; ++i) {
            curve[2 * i] = static_cast<float>(50 - i);
        }
        const auto usual = dubbing::baselineOf(curve);
        QCOMPARE(usual.frames, std::int64_t{51});
        QCOMPARE(usual.low, 5.0F);
        QCOMPARE(usual.median, 25.0F);
    }

private:
    [[nodiscard]] fs::path path(const std::string& name) const {
        return m_clips.path(QString::fromStdString(name)).toStdString();
    }
    [[nodiscard]] static SegmentMeter opened(const dubbing::RenderSource& source,
                                             const fs::path& cache) {
        auto meter = SegmentMeter::open(source, cache);
        if (!meter) {
            qFatal("%s", meter.error().text().c_str());
        }
        return std::move(*meter);
    }
    /// Of the segment with a foreign voice and a take for it.
    SyncOrder takeOrder(std::int64_t offset = 0) {
        auto order = m_order;
        order.voice.media.path = m_voice;
        order.segment.settings.offsetMicroseconds = offset;
        auto known = m_takes.find(offset);
        if (known == m_takes.end()) {
            known = m_takes.emplace(offset, rendered(order)).first;
        }
        order.segment.takes = {known->second};
        order.segment.activeTake = known->second.id;
        return order;
    }
    project::Take rendered(SyncOrder& order) {
        if (m_voice.empty()) {
            const QString voice = m_clips.path("other.wav");
            const auto made = testsupport::runPresenter(
                {"--seed", "2", "--language", "es", "--seconds", "6", "--audio-only", voice});
            if (!made.ok()) {
                qFatal("%s", made.summary().constData());
            }
            m_voice = voice.toStdString();
            order.voice.media.path = m_voice;
        }
        auto renderer = dubbing::SegmentRenderer::open(m_source);
        if (!renderer) {
            qFatal("%s", renderer.error().text().c_str());
        }
        dubbing::RenderOrder render;
        render.segment = order.segment;
        render.voice = order.voice;
        render.take = m_nextTake++;
        auto take = renderer->render(render);
        if (!take) {
            qFatal("%s", take.error().text().c_str());
        }
        return *take;
    }

    testsupport::SampleClips m_clips;
    dubbing::RenderSource m_source;
    SyncOrder m_order;
    std::optional<SegmentMeter> m_meter;
    SegmentSync m_own;
    fs::path m_voice;
    std::map<std::int64_t, project::Take> m_takes;  ///< by offset
    project::Id m_nextTake = 10;
};

QTEST_GUILESS_MAIN(TestSegmentSync)
#include "tst_segmentsync.moc"
