// What the panels are told of a measured segment: gaps, means, and which offset is still to be
// applied.
#include "app/gui/syncvalues.h"

#include <QtTest>
#include <limits>

using namespace lipwright;
using app::syncFacts;
using widgets::SyncGap;

namespace {

constexpr float kGap = std::numeric_limits<float>::quiet_NaN();

dubbing::SyncLane lane(int measured, int silent, int turned) {
    dubbing::SyncLane made;
    made.points.assign(static_cast<std::size_t>(measured), {0.2F, 0.2F, {}});
    made.points.insert(made.points.end(), static_cast<std::size_t>(silent),
                       {kGap, kGap, dubbing::SyncReason::silence});
    made.points.insert(made.points.end(), static_cast<std::size_t>(turned),
                       {kGap, kGap, dubbing::SyncReason::turnedAway});
    made.expert.confidence = 0.2;
    made.judge.confidence = 0.3;
    return made;
}

project::Segment segment(std::int64_t offset, std::int64_t takeOffset) {
    project::Segment made;
    made.id = 1;
    made.settings.offsetMicroseconds = offset;
    project::Take take;
    take.id = 5;
    take.settings.offsetMicroseconds = takeOffset;
    made.takes = {take};
    made.activeTake = 5;
    return made;
}

constexpr dubbing::FilmBaseline kFilm{0.1F, 0.25F, 1000};

}  // namespace

class TestSyncValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownBeforeItIsMeasured() {
        const auto facts = syncFacts(segment(0, 0), nullptr, kFilm);
        QVERIFY(!facts.measured);
        QCOMPARE(facts.scale.usual, 0.25);
        QVERIFY(!syncFacts(segment(0, 0), nullptr, {0.1F, 0.25F, 3}).scale.known());
    }

    void gapsAreNamedByWhatMostSuffersFrom() {
        dubbing::SegmentSync sync{lane(50, 0, 0), lane(30, 20, 0), lane(20, 10, 20), {}};
        const auto facts = syncFacts(segment(0, 0), &sync, kFilm);
        QVERIFY(facts.measured);
        QCOMPARE(facts.gap, SyncGap::turnedAway);
        QCOMPARE(facts.after->confidence, 0.2);
        QCOMPARE(facts.judge->confidence, 0.3);
        sync.after.reset();
        QCOMPARE(syncFacts(segment(0, 0), &sync, kFilm).gap, SyncGap::silence);
    }

    void nothingMeasurableIsNoZero() {
        const dubbing::SegmentSync sync{lane(0, 50, 0), lane(0, 50, 0), lane(0, 50, 0), {}};
        const auto facts = syncFacts(segment(0, 0), &sync, kFilm);
        QVERIFY(facts.measured);
        QVERIFY(!facts.after);
        QVERIFY(!facts.baseline);
        QVERIFY(!facts.offset);
    }

    void anOffsetIsAppliedOnce() {
        dubbing::SegmentSync sync{lane(50, 0, 0), lane(50, 0, 0), lane(50, 0, 0), {}};
        sync.offset = {3, -120'000, true, {}};
        auto facts = syncFacts(segment(20'000, 20'000), &sync, kFilm);
        QCOMPARE(facts.offset->microseconds, std::int64_t(-120'000));
        QVERIFY(facts.hasOffsetToApply());
        // Applied, but the take is still the one that was measured.
        facts = syncFacts(segment(-100'000, 20'000), &sync, kFilm);
        QCOMPARE(facts.offset->microseconds, std::int64_t(0));
        QVERIFY(!facts.hasOffsetToApply());
        // Nudged on by hand: back to what was measured.
        facts = syncFacts(segment(-90'000, 20'000), &sync, kFilm);
        QCOMPARE(facts.offset->microseconds, std::int64_t(-10'000));
        sync.offset.certain = false;
        QVERIFY(!syncFacts(segment(0, 0), &sync, kFilm).hasOffsetToApply());
    }
};

QTEST_APPLESS_MAIN(TestSyncValues)
#include "tst_syncvalues.moc"
