#include "tests/timeline/indices.h"
#include "widgets/timeline/snapping_p.h"

#include <QTest>
#include <algorithm>

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

constexpr std::int64_t kFrames = 3000;
constexpr std::int64_t kPlayhead = 1500;

TimelineSegment segmentOf(project::Id id, core::FrameRange frames, int actor = 0) {
    TimelineSegment segment;
    segment.id = id;
    segment.frames = frames;
    segment.actor = actor;
    return segment;
}

/// 25 frames a second; `columnsPerFrame` is exact.
TimeAxis axisAt(double columnsPerFrame) {
    TimeAxis axis;
    axis.setWidth(300);
    axis.setIndex(testsupport::evenIndex(kFrames, {1, 25}));
    axis.zoomBy(columnsPerFrame / axis.columnsPerFrame(), 150.0);
    return axis;
}

/// One place of every kind, far from one another.
TimelineModel modelWithEverything() {
    TimelineModel model;
    model.setSegments({segmentOf(1, {200, 300}), segmentOf(2, {400, 500})});
    model.cuts = {0, 700};
    model.speechEdges = {36.0};  // frame 900
    model.markers = {{7, 1100, "marker"}};
    model.inOut = core::FrameRange{1300, 1700};
    return model;
}

std::vector<project::Id> idsOf(const TimelineModel& model, std::size_t row) {
    std::vector<project::Id> ids;
    for (const std::size_t i : model.rows.at(row)) {
        ids.push_back(model.segments[i].id);
    }
    return ids;
}

using Ids = std::vector<project::Id>;

}  // namespace

class TimelineSnappingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sticksToEveryKindOfPlace_data();
    void sticksToEveryKindOfPlace();
    void takesTheNearerOfTwoPlaces();
    void reachIsInPixels_data();
    void reachIsInPixels();
    void movingSegmentsAreNoPlaces();
    void speechEdgeWithinAFrameIsAPlaceBesideIt();
    void segmentsAreSortedAndFound();
    void actorsThatOverlapGetRowsOfTheirOwn();
    void actorReturnsToItsRow();
    void segmentsThatTouchShareARow();
    void selectionForgetsSegmentsThatAreGone();
    void visibleAreThoseThatTouch_data();
    void visibleAreThoseThatTouch();
    void visibleAgreesWithLookingAtEachOne();
};

void TimelineSnappingTest::sticksToEveryKindOfPlace_data() {
    QTest::addColumn<qint64>("place");
    QTest::newRow("the film's beginning") << qint64(0);
    QTest::newRow("a segment's start") << qint64(200);
    QTest::newRow("a segment's end") << qint64(500);
    QTest::newRow("a cut") << qint64(700);
    QTest::newRow("a speech edge") << qint64(900);
    QTest::newRow("a marker") << qint64(1100);
    QTest::newRow("the in point") << qint64(1300);
    QTest::newRow("the playhead") << qint64(kPlayhead);
    QTest::newRow("the out point") << qint64(1700);
    QTest::newRow("the film's end") << qint64(kFrames);
}

void TimelineSnappingTest::sticksToEveryKindOfPlace() {
    QFETCH(qint64, place);
    const TimeAxis axis = axisAt(2.0);
    const Snapping snapping(modelWithEverything(), axis, kPlayhead, {});
    const std::int64_t inwards = place == kFrames ? -1 : 1;
    QCOMPARE(snapping.near(place, axis), std::optional<std::int64_t>(place));
    QCOMPARE(snapping.near(place + 3 * inwards, axis), std::optional<std::int64_t>(place));
    QVERIFY(!snapping.near(place + 20 * inwards, axis));
    if (place > 0 && place < kFrames) {
        QCOMPARE(snapping.near(place - 3, axis), std::optional<std::int64_t>(place));
        QVERIFY(!snapping.near(place - 20, axis));
    }
}

void TimelineSnappingTest::takesTheNearerOfTwoPlaces() {
    TimelineModel model;
    model.cuts = {600, 606};
    const TimeAxis axis = axisAt(1.0);
    const Snapping snapping(model, axis, 0, {});
    QCOMPARE(snapping.near(602, axis), std::optional<std::int64_t>(600));
    QCOMPARE(snapping.near(604, axis), std::optional<std::int64_t>(606));
}

void TimelineSnappingTest::reachIsInPixels_data() {
    QTest::addColumn<double>("columnsPerFrame");
    QTest::addColumn<qint64>("reach");
    QTest::newRow("far away") << 0.25 << qint64(32);
    QTest::newRow("a frame a pixel") << 1.0 << qint64(8);
    QTest::newRow("close") << 4.0 << qint64(2);
    QTest::newRow("closer than a frame") << 20.0 << qint64(0);
}

void TimelineSnappingTest::reachIsInPixels() {
    QFETCH(double, columnsPerFrame);
    QFETCH(qint64, reach);
    const TimeAxis axis = axisAt(columnsPerFrame);
    TimelineModel model;
    model.cuts = {700};
    const Snapping snapping(model, axis, 0, {});
    // A frame on either side of the limit is left to rounding where it falls on it exactly.
    QCOMPARE(snapping.near(700 + std::max<qint64>(0, reach - 1), axis),
             std::optional<std::int64_t>(700));
    QVERIFY(!snapping.near(700 + reach + 1, axis));
    QVERIFY(!snapping.near(700 - reach - 1, axis));
}

void TimelineSnappingTest::movingSegmentsAreNoPlaces() {
    const TimeAxis axis = axisAt(2.0);
    const TimelineModel model = modelWithEverything();
    const Snapping snapping(model, axis, kPlayhead, {1});
    QVERIFY(!snapping.near(200, axis));
    QVERIFY(!snapping.near(300, axis));
    QCOMPARE(snapping.near(401, axis), std::optional<std::int64_t>(400));
    const Snapping both(model, axis, kPlayhead, {1, 2});
    QVERIFY(!both.near(401, axis));
}

void TimelineSnappingTest::speechEdgeWithinAFrameIsAPlaceBesideIt() {
    TimelineModel model;
    model.speechEdges = {40.03};  // three quarters into frame 1000
    const TimeAxis axis = axisAt(2.0);
    const Snapping snapping(model, axis, 0, {});
    const auto found = snapping.near(1001, axis);
    QVERIFY(found.has_value());
    QVERIFY(*found == 1000 || *found == 1001);
}

void TimelineSnappingTest::segmentsAreSortedAndFound() {
    TimelineModel model;
    model.setSegments({segmentOf(9, {500, 600}), segmentOf(4, {10, 20}), segmentOf(6, {30, 40})});
    QCOMPARE(idsOf(model, 0), (Ids{4, 6, 9}));
    QVERIFY(model.segment(6) != nullptr);
    QCOMPARE(model.segment(6)->frames.first, std::int64_t(30));
    QVERIFY(model.segment(5) == nullptr);
    QCOMPARE(model.rowOf(9), 0);
    QCOMPARE(model.rowOf(5), -1);
}

void TimelineSnappingTest::actorsThatOverlapGetRowsOfTheirOwn() {
    TimelineModel model;
    model.setSegments({segmentOf(1, {0, 100}, 0), segmentOf(2, {50, 150}, 1),
                       segmentOf(3, {100, 200}, 0), segmentOf(4, {160, 260}, 1)});
    QCOMPARE(model.rows.size(), std::size_t(2));
    QCOMPARE(idsOf(model, 0), (Ids{1, 3}));
    QCOMPARE(idsOf(model, 1), (Ids{2, 4}));
    QCOMPARE(model.rowOf(4), 1);
}

void TimelineSnappingTest::actorReturnsToItsRow() {
    TimelineModel model;
    // Alone by then, the second actor would fit into the first row.
    model.setSegments({segmentOf(1, {0, 100}, 0), segmentOf(2, {50, 150}, 1),
                       segmentOf(3, {400, 500}, 1), segmentOf(4, {600, 700}, 0)});
    QCOMPARE(idsOf(model, 0), (Ids{1, 4}));
    QCOMPARE(idsOf(model, 1), (Ids{2, 3}));
}

void TimelineSnappingTest::segmentsThatTouchShareARow() {
    TimelineModel model;
    model.setSegments({segmentOf(1, {0, 100}, 0), segmentOf(2, {100, 150}, 1)});
    QCOMPARE(model.rows.size(), std::size_t(1));
    model.setSegments({});
    QCOMPARE(model.rows.size(), std::size_t(1));
    QVERIFY(model.rows.front().empty());
}

void TimelineSnappingTest::selectionForgetsSegmentsThatAreGone() {
    TimelineModel model;
    model.setSegments({segmentOf(1, {0, 100}), segmentOf(2, {100, 150})});
    model.selected = {1, 2};
    model.setSegments({segmentOf(2, {100, 150}), segmentOf(3, {200, 250})});
    QCOMPARE(model.selected, std::set<project::Id>{2});
}

void TimelineSnappingTest::visibleAreThoseThatTouch_data() {
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::newRow("everything") << qint64(0) << qint64(1000) << qint64(0) << qint64(3);
    QTest::newRow("before all") << qint64(0) << qint64(100) << qint64(0) << qint64(0);
    QTest::newRow("a frame of the first") << qint64(0) << qint64(101) << qint64(0) << qint64(1);
    QTest::newRow("last frame of the first")
        << qint64(199) << qint64(250) << qint64(0) << qint64(1);
    QTest::newRow("just after the first") << qint64(200) << qint64(250) << qint64(1) << qint64(1);
    QTest::newRow("within the second") << qint64(320) << qint64(330) << qint64(1) << qint64(2);
    QTest::newRow("after all") << qint64(600) << qint64(900) << qint64(3) << qint64(3);
}

void TimelineSnappingTest::visibleAreThoseThatTouch() {
    QFETCH(qint64, first);
    QFETCH(qint64, end);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    TimelineModel model;
    model.setSegments(
        {segmentOf(1, {100, 200}), segmentOf(2, {300, 400}), segmentOf(3, {500, 600})});
    const auto range = model.visible(model.rows.front(), first, end);
    QCOMPARE(qint64(range.first), from);
    QCOMPARE(qint64(range.second), to);
}

void TimelineSnappingTest::visibleAgreesWithLookingAtEachOne() {
    std::vector<TimelineSegment> segments;
    for (int i = 0; i < 120; ++i) {
        const std::int64_t first = i * 17 % 900;
        segments.push_back(segmentOf(i + 1, {first, first + 5 + i % 40}, i % 3));
    }
    TimelineModel model;
    model.setSegments(segments);
    std::size_t placed = 0;
    for (const auto& row : model.rows) {
        placed += row.size();
        for (std::int64_t first = 0; first < 950; first += 31) {
            const auto [from, to] = model.visible(row, first, first + 50);
            for (std::size_t i = 0; i < row.size(); ++i) {
                const core::FrameRange frames = model.segments[row[i]].frames;
                const bool touches = frames.end > first && frames.first < first + 50;
                QCOMPARE(i >= from && i < to, touches);
            }
        }
    }
    QCOMPARE(placed, segments.size());
}

QTEST_GUILESS_MAIN(TimelineSnappingTest)
#include "tst_timelinesnapping.moc"
