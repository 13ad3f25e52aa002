#include "app/playback/picturecache_p.h"
#include "app/playback/playbackclock_p.h"
#include "app/playback/readahead_p.h"
#include "app/playback/transportrules_p.h"

#include <QtTest>
#include <set>

using namespace lipwright;
using namespace lipwright::app;

namespace {

/// 25 frames/s with a key frame every `distance`.
media::FrameIndex indexed(int frames, int distance) {
    std::vector<media::FrameIndex::Entry> entries;
    for (int i = 0; i < frames; ++i) {
        entries.push_back({i * 512, 512, i % distance == 0});
    }
    return {core::TimeBase{1, 12800}, std::move(entries)};
}

widgets::ViewerPicture picture(qint64 frame) {
    widgets::ViewerPicture made;
    made.frame = frame;
    made.original = QImage(100, 100, QImage::Format_RGB32);
    return made;
}

constexpr qint64 kPictureBytes = 100 * 100 * 4;

}  // namespace

class TestPlaybackRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clockRunsByTheWall() {
        PlaybackClock clock;
        clock.start(10.0, 2.0, 100.0);
        QCOMPARE(clock.read(100.5), 11.0);
        clock.start(10.0, -1.0, 100.0);
        QCOMPARE(clock.read(101.0), 9.0);
    }

    void clockFollowsTheSoundSmoothly() {
        PlaybackClock clock;
        clock.start(0.0, 1.0, 0.0);
        double before = 0.0;
        // The device runs 60 ms behind; its reports jitter by 10 ms.
        for (int i = 1; i <= 200; ++i) {
            const double wall = i * 0.02;
            const double heard = wall - 0.06 + (i % 2 == 0 ? 0.005 : -0.005);
            const double now = clock.read(wall, HeardSound{heard, wall});
            QVERIFY(now >= before);
            QVERIFY2(now - before < 0.03, "a jump the eye would see");
            before = now;
        }
        QVERIFY(std::abs(before - (200 * 0.02 - 0.06)) < 0.01);
    }

    void clockUsesAReportOnce() {
        PlaybackClock clock;
        clock.start(0.0, 1.0, 0.0);
        const HeardSound old{0.05, 0.1};
        const double first = clock.read(0.1, old);
        QCOMPARE(clock.read(0.1, old), first);
        QVERIFY(std::abs(clock.read(0.3, old) - (first + 0.2)) < 0.006);
    }

    void clockNeverTurnsBack() {
        PlaybackClock clock;
        clock.start(5.0, 1.0, 0.0);
        const double far = clock.read(1.0);
        QCOMPARE(clock.read(1.0, HeardSound{5.0, 1.0}), far);  // sound a whole second behind
        QVERIFY(clock.read(1.5) == far);
        QVERIFY(clock.read(2.5) > far);
    }

    void shuttle_data() {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("direction");
        QTest::addColumn<bool>("slow");
        QTest::addColumn<double>("wanted");
        QTest::newRow("L from rest") << 0.0 << 1 << false << 1.0;
        QTest::newRow("L again") << 1.0 << 1 << false << 2.0;
        QTest::newRow("L at most") << 8.0 << 1 << false << 8.0;
        QTest::newRow("J while going forwards") << 4.0 << -1 << false << -1.0;
        QTest::newRow("J again") << -2.0 << -1 << false << -4.0;
        QTest::newRow("K") << -4.0 << 0 << false << 0.0;
        QTest::newRow("K and L") << 2.0 << 1 << true << 0.5;
        QTest::newRow("K and J") << 0.0 << -1 << true << -0.5;
        QTest::newRow("L after K and L") << 0.5 << 1 << false << 1.0;
    }

    void shuttle() {
        QFETCH(double, speed);
        QFETCH(int, direction);
        QFETCH(bool, slow);
        QTEST(shuttleSpeed(speed, direction, slow), "wanted");
    }

    void loopHasRollsInsideTheFilm() {
        const auto index = indexed(100, 25);
        QCOMPARE(loopFrames(index, {50, 60}, 0.0, 0.0), (core::FrameRange{50, 60}));
        QCOMPARE(loopFrames(index, {50, 60}, 1.0, 0.4), (core::FrameRange{25, 70}));
        QCOMPARE(loopFrames(index, {5, 99}, 1.0, 1.0), (core::FrameRange{0, 100}));
        QCOMPARE(loopFrames(index, {500, 600}, 0.0, 0.0), (core::FrameRange{99, 100}));
    }

    void cacheStaysInItsBudget() {
        PictureCache cache;
        cache.setBudget(5 * kPictureBytes);
        for (qint64 i = 0; i < 20; ++i) {
            cache.put(picture(i));
            QVERIFY(cache.bytes() <= 5 * kPictureBytes);
        }
        QCOMPARE(cache.capacity(), 5);
        QVERIFY(!cache.holds(14) && cache.holds(15) && cache.holds(19));
        cache.put(picture(19));
        QCOMPARE(cache.bytes(), 5 * kPictureBytes);
    }

    void cacheThrowsOutTheLeastUsedButNotTheNeighbourhood() {
        PictureCache cache;
        cache.setBudget(4 * kPictureBytes);
        for (qint64 i = 0; i < 4; ++i) {
            cache.put(picture(i));
        }
        QVERIFY(cache.get(0).has_value());
        cache.put(picture(10));
        QVERIFY(cache.holds(0) && !cache.holds(1));
        cache.protect({2, 4});
        cache.put(picture(11));
        cache.put(picture(12));
        QVERIFY(cache.holds(2) && cache.holds(3));
        cache.drop({2, 3});
        QVERIFY(!cache.holds(2));
        QCOMPARE(cache.before(6, 5)->frame, 3);
        QVERIFY(!cache.before(3, 3).has_value() || cache.before(3, 3)->frame < 3);
    }

    void readAheadGoesInDirection() {
        const auto index = indexed(200, 25);
        QCOMPARE(madeReady(index, {100, 1.0}, 60, 4), (QList<qint64>{101, 102, 103, 104}));
        // Backwards: the stretch from the key frame on, forwards.
        QCOMPARE(madeReady(index, {60, -1.0}, 150, 4), (QList<qint64>{50, 51, 52, 53}));
        const auto all = madeReady(index, {60, -1.0}, 60, 1000);
        QCOMPARE(std::set<qint64>(all.begin(), all.end()).size(), std::size_t(all.size()));
        QCOMPARE(*std::min_element(all.begin(), all.end()), 20);
        // Standing: what lies ahead first, then behind.
        QCOMPARE(madeReady(index, {100, 0.0}, 18, 5), (QList<qint64>{101, 102, 103, 104, 94}));
        QVERIFY(madeReady(index, {199, 1.0}, 60, 4).isEmpty());
        QVERIFY(madeReady(index, {0, -1.0}, 60, 4).isEmpty());
    }

    void readAheadNeverWantsMoreThanFits() {
        const auto index = indexed(500, 50);
        for (const double speed : {0.0, 1.0, -1.0, 8.0, -8.0}) {
            for (const qint64 capacity : {6, 10, 30, 500}) {
                QVERIFY(madeReady(index, {250, speed}, capacity, 1000).size() < capacity);
            }
        }
    }

private:
    static QList<qint64> madeReady(const media::FrameIndex& index, Playhead playhead,
                                   qint64 capacity, int most) {
        const ReadAhead plan(index, playhead, capacity);
        QList<qint64> made;
        while (made.size() < most) {
            const auto next = plan.next([&](qint64 frame) { return made.contains(frame); });
            if (!next) {
                break;
            }
            made << *next;
        }
        return made;
    }
};

QTEST_GUILESS_MAIN(TestPlaybackRules)
#include "tst_playbackrules.moc"
