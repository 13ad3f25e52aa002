// The mask lane: keyframes of opacity and mask, forced original, and what gestures on them ask for.
#include "tests/timeline/shownlanes.h"

#include <QAction>
#include <cmath>

using namespace lipwright;
using namespace lipwright::testsupport;
using namespace lipwright::widgets;
using Keys = std::vector<project::OpacityKeyframe>;
using Ranges = std::vector<core::FrameRange>;

namespace {

class ShownMasks : public ShownLanes {
public:
    ShownMasks() {
        lane.setRetouches(retouches());
        zoomTo(1);
    }

    static std::vector<TimelineRetouch> retouches() {
        project::Retouch first;
        first.mask = {{230, {}}, {330, {}}};
        first.opacity = {{250, 1.0}, {300, 0.5}};
        first.original = {{360, 380}};
        return {{1, {200, 400}, first}, {2, {600, 800}, {}}};
    }
    [[nodiscard]] QPoint at(qint64 frame, double opacity) const {
        return {lane.columnOf(frame), lane.rowOfOpacity(opacity)};
    }
    /// In the rows of forced ranges.
    [[nodiscard]] QPoint low(qint64 frame) const {
        return {lane.columnOf(frame), lane.height() - 4};
    }
    [[nodiscard]] Keys lastKeys() const {
        return keys.isEmpty() ? Keys{} : keys.back().at(1).value<Keys>();
    }
    [[nodiscard]] Ranges lastRanges() const {
        return ranges.isEmpty() ? Ranges{} : ranges.back().at(1).value<Ranges>();
    }
    [[nodiscard]] qsizetype asked() const {
        return keys.size() + ranges.size() + moves.size() + removals.size();
    }

    MaskLane& lane = view.mask();
    QSignalSpy keys{&lane, &MaskLane::opacityRequested};
    QSignalSpy ranges{&lane, &MaskLane::originalRequested};
    QSignalSpy moves{&lane, &MaskLane::maskKeyframeMoved};
    QSignalSpy removals{&lane, &MaskLane::maskKeyframeRemoved};
};

}  // namespace

class MaskLaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opacityKeyframeIsDragged();
    void keyframesDoNotPassEachOther();
    void doubleClickAddsAnOpacityKeyframe();
    void deleteRemovesTheSelectedKeyframe();
    void deleteOfTheLaneIsNotTheWindows();
    void maskKeyframeIsDraggedAndDeleted();
    void endOfAForcedRangeIsDragged_data();
    void endOfAForcedRangeIsDragged();
    void dragAlongTheBottomForcesTheOriginal();
    void controlDragForcesTheOriginalAnywhere();
    void rangesThatTouchBecomeOne();
    void forcedRangeIsDeleted();
    void escapeTakesADragBack();
    void clickGoesToTheKeyframe();
    void dragElsewhereScrubs();
    void retouchIsDrawnWhereItIs();
};

void MaskLaneTest::opacityKeyframeIsDragged() {
    ShownMasks shown;
    ShownLanes::drag(shown.lane, shown.lane.opacityPoint(1, 1), shown.at(320, 0.0));
    QCOMPARE(shown.keys.size(), 1);
    QCOMPARE(shown.keys.back().front().value<project::Id>(), project::Id(1));
    QCOMPARE(shown.lastKeys().size(), std::size_t(2));
    QCOMPARE(shown.lastKeys()[0], (project::OpacityKeyframe{250, 1.0}));
    QCOMPARE(shown.lastKeys()[1].frame, std::int64_t(320));
    QVERIFY(shown.lastKeys()[1].opacity < 0.04);
    QCOMPARE(shown.asked(), 1);
}

void MaskLaneTest::keyframesDoNotPassEachOther() {
    ShownMasks shown;
    ShownLanes::drag(shown.lane, shown.lane.opacityPoint(1, 1), shown.at(210, 0.5));
    QCOMPARE(shown.lastKeys()[1].frame, std::int64_t(251));
    ShownLanes::drag(shown.lane, shown.lane.opacityPoint(1, 1), shown.at(500, 0.5));
    QCOMPARE(shown.lastKeys()[1].frame, std::int64_t(399));  // nor leave the segment
}

void MaskLaneTest::doubleClickAddsAnOpacityKeyframe() {
    ShownMasks shown;
    QTest::mouseDClick(&shown.lane, Qt::LeftButton, {}, shown.at(275, 0.25) + QPoint(1, 0));
    QCOMPARE(shown.lastKeys().size(), std::size_t(3));
    QCOMPARE(shown.lastKeys()[1].frame, std::int64_t(275));
    QVERIFY(std::abs(shown.lastKeys()[1].opacity - 0.25) < 0.05);
    QTest::mouseDClick(&shown.lane, Qt::LeftButton, {}, shown.lane.opacityPoint(1, 1));
    QCOMPARE(shown.keys.size(), 1);  // there is one already
}

void MaskLaneTest::deleteRemovesTheSelectedKeyframe() {
    ShownMasks shown;
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(shown.asked(), 0);
    QTest::mouseClick(&shown.lane, Qt::LeftButton, {}, shown.lane.opacityPoint(1, 0));
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(shown.lastKeys(), (Keys{{300, 0.5}}));
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(shown.asked(), 1);  // nothing is selected any more
}

void MaskLaneTest::deleteOfTheLaneIsNotTheWindows() {
    ShownMasks shown;
    QAction remove(&shown.view);
    remove.setShortcut(Qt::Key_Delete);
    shown.view.addAction(&remove);
    QSignalSpy removed(&remove, &QAction::triggered);
    QTest::mouseClick(&shown.lane, Qt::LeftButton, {}, shown.lane.opacityPoint(1, 0));
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(shown.keys.size(), 1);
    QCOMPARE(removed.size(), 0);
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
}

void MaskLaneTest::maskKeyframeIsDraggedAndDeleted() {
    ShownMasks shown;
    const QPoint from = shown.lane.maskKeyframePoint(1, 0);
    ShownLanes::drag(shown.lane, from, {shown.lane.columnOf(260), from.y()});
    QCOMPARE(shown.moves.size(), 1);
    QCOMPARE(shown.moves.back().at(1).toLongLong(), 230LL);
    QCOMPARE(shown.moves.back().at(2).toLongLong(), 260LL);
    QTest::mouseClick(&shown.lane, Qt::LeftButton, {}, shown.lane.maskKeyframePoint(1, 1));
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(shown.removals.back().at(1).toLongLong(), 330LL);
    QCOMPARE(shown.asked(), 2);
}

void MaskLaneTest::endOfAForcedRangeIsDragged_data() {
    QTest::addColumn<bool>("start");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("end");
    QTest::newRow("start") << true << qint64(340) << qint64(340) << qint64(380);
    QTest::newRow("start beyond the end") << true << qint64(395) << qint64(379) << qint64(380);
    QTest::newRow("end") << false << qint64(390) << qint64(360) << qint64(390);
    QTest::newRow("end out of the segment") << false << qint64(500) << qint64(360) << qint64(400);
}

void MaskLaneTest::endOfAForcedRangeIsDragged() {
    QFETCH(bool, start);
    QFETCH(qint64, to);
    QFETCH(qint64, first);
    QFETCH(qint64, end);
    ShownMasks shown;
    const QRect bar = shown.lane.originalBar(1, 0);
    const QPoint from(start ? bar.left() : bar.left() + bar.width(), bar.center().y());
    ShownLanes::drag(shown.lane, from, {shown.lane.columnOf(to), from.y()});
    QCOMPARE(shown.lastRanges(), (Ranges{{first, end}}));
    QCOMPARE(shown.asked(), 1);
}

void MaskLaneTest::dragAlongTheBottomForcesTheOriginal() {
    ShownMasks shown;
    ShownLanes::drag(shown.lane, shown.low(240), shown.low(220));
    QCOMPARE(shown.lastRanges(), (Ranges{{220, 240}, {360, 380}}));
}

void MaskLaneTest::controlDragForcesTheOriginalAnywhere() {
    ShownMasks shown;
    ShownLanes::drag(shown.lane, shown.at(270, 0.3), shown.at(290, 0.3), Qt::ControlModifier);
    QCOMPARE(shown.lastRanges(), (Ranges{{270, 290}, {360, 380}}));
}

void MaskLaneTest::rangesThatTouchBecomeOne() {
    ShownMasks shown;
    ShownLanes::drag(shown.lane, shown.low(345), shown.low(370));
    QCOMPARE(shown.lastRanges(), (Ranges{{345, 380}}));
}

void MaskLaneTest::forcedRangeIsDeleted() {
    ShownMasks shown;
    QTest::mouseClick(&shown.lane, Qt::LeftButton, {}, shown.low(370));
    QCOMPARE(shown.asked(), 0);
    QTest::keyClick(&shown.lane, Qt::Key_Delete);
    QCOMPARE(shown.ranges.size(), 1);
    QVERIFY(shown.lastRanges().empty());
}

void MaskLaneTest::escapeTakesADragBack() {
    ShownMasks shown;
    const QImage before = shown.lane.grab().toImage();
    ShownLanes::pull(shown.lane, shown.lane.opacityPoint(1, 1), shown.at(340, 0.1));
    QVERIFY(shown.lane.grab().toImage() != before);
    QTest::keyClick(&shown.lane, Qt::Key_Escape);
    QTest::mouseRelease(&shown.lane, Qt::LeftButton, {}, shown.at(340, 0.1));
    QCOMPARE(shown.asked(), 0);
    QCOMPARE(shown.lane.grab().toImage(), before);
}

void MaskLaneTest::clickGoesToTheKeyframe() {
    ShownMasks shown;
    QSignalSpy moved(&shown.view.timeline(), &TimelineWidget::playheadMoved);
    QTest::mouseClick(&shown.lane, Qt::LeftButton, {}, shown.lane.maskKeyframePoint(1, 1));
    QCOMPARE(moved.back().front().toLongLong(), 330LL);
    QCOMPARE(shown.asked(), 0);
}

void MaskLaneTest::dragElsewhereScrubs() {
    ShownMasks shown;
    QSignalSpy moved(&shown.view.timeline(), &TimelineWidget::playheadMoved);
    ShownLanes::drag(shown.lane, shown.at(220, 0.2), shown.at(320, 0.2));
    QVERIFY(moved.size() > 3);
    QCOMPARE(shown.asked(), 0);
}

void MaskLaneTest::retouchIsDrawnWhereItIs() {
    ShownMasks shown;
    const QImage with = shown.lane.grab().toImage();
    shown.lane.setRetouches({{1, {200, 400}, {}}});
    const QImage without = shown.lane.grab().toImage();
    const auto differs = [&](qint64 frame, int top, int height) {
        const QRect strip(shown.lane.columnOf(frame), top, 3, height);
        return with.copy(strip) != without.copy(strip);
    };
    const int bottom = shown.lane.height() - 11;
    QVERIFY(differs(370, bottom, 10));  // the forced range
    QVERIFY(!differs(345, bottom, 10));
    QVERIFY(differs(230, 0, 14));  // a keyframe of the mask
    QVERIFY(!differs(280, 0, 14));
    QVERIFY(differs(300, 14, shown.lane.height() - 25));  // half the opacity
    QVERIFY(!differs(220, 26, shown.lane.height() - 38));
}

QTEST_MAIN(MaskLaneTest)
#include "tst_masklane.moc"
