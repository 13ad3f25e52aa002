// The shape lane: what it draws of wishes and edits, and what the user's gestures say.
#include "tests/timeline/shownlanes.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <cmath>

using namespace lipwright;
using namespace lipwright::testsupport;
using namespace lipwright::widgets;
using Kind = ShapeGesture::Kind;

namespace {

TimelineControls controls(std::int64_t count, float opening, float width) {
    auto values = std::make_shared<std::vector<project::MouthControl>>();
    values->assign(static_cast<std::size_t>(count), {opening, width, 0.0F});
    return values;
}

class ShownShapes : public ShownLanes {
public:
    ShownShapes() {
        lane.setShapes(shapes());
        zoomTo(1);
    }

    static std::vector<TimelineShape> shapes() {
        return {{1, {200, 400}, 0, 200, controls(200, 1.0F, -1.0F), nullptr, {}},
                {2, {600, 800}, 0, 600, controls(200, 0.0F, 0.0F), nullptr, {}},
                {3, {1000, 1200}, 0, 0, nullptr, nullptr, {}}};
    }
    [[nodiscard]] QPoint point(qint64 frame) const { return lane.pointOf(1, frame); }
    /// Beside the curve.
    [[nodiscard]] QPoint off(qint64 frame) const {
        return {lane.columnOf(frame) + 1, lane.height() - 8};
    }
    ShapeLane& lane = view.shape();
    QSignalSpy shaped{&lane, &ShapeLane::shaped};
    QSignalSpy shaping{&lane, &ShapeLane::shaping};

    [[nodiscard]] ShapeGesture last() const {
        return shaped.isEmpty() ? ShapeGesture{} : shaped.back().front().value<ShapeGesture>();
    }
};

}  // namespace

class ShapeLaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dragOfAPointSaysTheValueWanted();
    void dragGoesOnWithEveryMove();
    void dragBeyondTheLaneStaysWithinTheScale();
    void previewIsShownAndDropped();
    void escapeTakesADragBack();
    void wheelDuringADragChangesItsReach();
    void shiftWheelChangesTheReachBetweenDrags();
    void dragBesideTheCurveChoosesAStretch();
    void stretchEndsWithItsSegment();
    void handleScalesTheStretch();
    void escapeForgetsTheStretch();
    void doubleClickClosesTheLips();
    void otherChannelIsShapedOnceChosen();
    void clickMovesThePlayheadAndShapesNothing();
    void segmentWithoutAWishCanNotBeDragged();
    void dragOutsideOfSegmentsScrubs();
    void editedFramesAreDrawnStrongly();
    void menuKnowsSegmentAndFrame();
    void segmentRemovedDuringADragEndsIt();
};

void ShapeLaneTest::dragOfAPointSaysTheValueWanted() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    ShownLanes::drag(shown.lane, from, from - QPoint(0, 12));
    QCOMPARE(shown.shaped.size(), 1);
    const ShapeGesture gesture = shown.last();
    QCOMPARE(gesture.kind, Kind::drag);
    QCOMPARE(gesture.segment, project::Id(1));
    QCOMPARE(gesture.frames, (core::FrameRange{300, 301}));
    QCOMPARE(gesture.channel, ShapeChannel::opening);
    QCOMPARE(gesture.radius, shown.lane.radius());
    // Where the point would lie at that value is where the mouse let it go.
    auto edited = ShownShapes::shapes();
    edited[0].edit[300] = {static_cast<float>(gesture.value), 0.0F, 0.0F};
    auto wanted = std::make_shared<std::vector<project::MouthControl>>(*edited[0].wish);
    (*wanted)[100].opening = static_cast<float>(gesture.value);
    edited[0].wanted = wanted;
    shown.lane.setShapes(edited);
    QVERIFY(std::abs(shown.point(300).y() - (from.y() - 12)) <= 1);
    QVERIFY(gesture.value > 1.5);
}

void ShapeLaneTest::dragGoesOnWithEveryMove() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    ShownLanes::pull(shown.lane, from, from + QPoint(0, 24));
    QVERIFY(shown.shaping.size() >= 6);
    QCOMPARE(shown.shaped.size(), 0);
    double before = 1.0;
    for (const auto& told : shown.shaping) {
        const double value = told.front().value<ShapeGesture>().value;
        QVERIFY(value < before);
        before = value;
    }
    QTest::mouseRelease(&shown.lane, Qt::LeftButton, {}, from + QPoint(0, 24));
    QCOMPARE(shown.last().value, before);
}

void ShapeLaneTest::dragBeyondTheLaneStaysWithinTheScale() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    ShownLanes::drag(shown.lane, from, from - QPoint(0, 2000));
    QCOMPARE(shown.last().value, 4.0);
    ShownLanes::drag(shown.lane, from, from + QPoint(0, 2000));
    QCOMPARE(shown.last().value, -3.0);
}

void ShapeLaneTest::previewIsShownAndDropped() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    QObject::connect(&shown.lane, &ShapeLane::shaping, &shown.lane,
                     [&](const ShapeGesture& gesture) {
                         auto wanted = std::make_shared<std::vector<project::MouthControl>>(
                             *ShownShapes::shapes()[0].wish);
                         (*wanted)[100].opening = static_cast<float>(gesture.value);
                         shown.lane.setPreview(1, {{300, (*wanted)[100]}}, wanted);
                     });
    ShownLanes::pull(shown.lane, from, from - QPoint(0, 15));
    QVERIFY(std::abs(shown.point(300).y() - (from.y() - 15)) <= 1);
    QTest::mouseRelease(&shown.lane, Qt::LeftButton, {}, from - QPoint(0, 15));
    QCOMPARE(shown.point(300), from);                         // until the project has it
    shown.lane.setPreview(1, {}, controls(200, 3.0F, 0.0F));  // too late
    QCOMPARE(shown.point(300), from);
}

void ShapeLaneTest::escapeTakesADragBack() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    ShownLanes::pull(shown.lane, from, from - QPoint(0, 15));
    QTest::keyClick(&shown.lane, Qt::Key_Escape);
    ShownLanes::move(shown.lane, from - QPoint(0, 30));
    QTest::mouseRelease(&shown.lane, Qt::LeftButton, {}, from - QPoint(0, 30));
    QCOMPARE(shown.shaped.size(), 0);
    QCOMPARE(shown.point(300), from);
}

void ShapeLaneTest::wheelDuringADragChangesItsReach() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    const int before = shown.lane.radius();
    ShownLanes::pull(shown.lane, from, from - QPoint(0, 15));
    for (int i = 0; i < 3; ++i) {
        ShownLanes::wheel(shown.lane, from, 120);
    }
    QTest::mouseRelease(&shown.lane, Qt::LeftButton, {}, from - QPoint(0, 15));
    QCOMPARE(shown.last().radius, before + 3);
}

void ShapeLaneTest::shiftWheelChangesTheReachBetweenDrags() {
    ShownShapes shown;
    const int before = shown.lane.radius();
    const int column = shown.view.timeline().columnOf(300);
    ShownLanes::wheel(shown.lane, shown.off(300), 120, Qt::ShiftModifier);
    QCOMPARE(shown.lane.radius(), before + 1);
    QCOMPARE(shown.view.timeline().columnOf(300), column);
    for (int i = 0; i < 60; ++i) {
        ShownLanes::wheel(shown.lane, shown.off(300), -120, Qt::ShiftModifier);
    }
    QCOMPARE(shown.lane.radius(), 0);
    ShownLanes::wheel(shown.lane, shown.off(300), -120);  // without Shift it scrolls
    QVERIFY(shown.view.timeline().columnOf(300) != column);
}

void ShapeLaneTest::dragBesideTheCurveChoosesAStretch() {
    ShownShapes shown;
    QVERIFY(shown.lane.scaleHandle().isEmpty());
    ShownLanes::drag(shown.lane, shown.off(320), shown.off(280));
    QCOMPARE(shown.lane.stretchSegment(), project::Id(1));
    QCOMPARE(shown.lane.stretch(), (core::FrameRange{280, 321}));
    QCOMPARE(shown.shaped.size(), 0);
    QVERIFY(shown.lane.rect().contains(shown.lane.scaleHandle()));
}

void ShapeLaneTest::stretchEndsWithItsSegment() {
    ShownShapes shown;
    shown.view.timeline().zoomToFit();
    ShownLanes::drag(shown.lane, shown.off(380), shown.off(700));
    QCOMPARE(shown.lane.stretch().end, std::int64_t(400));
}

void ShapeLaneTest::handleScalesTheStretch() {
    ShownShapes shown;
    ShownLanes::drag(shown.lane, shown.off(280), shown.off(320));
    const QPoint handle = shown.lane.scaleHandle().center();
    ShownLanes::drag(shown.lane, handle, handle + QPoint(0, 30));
    QCOMPARE(shown.shaped.size(), 1);
    QCOMPARE(shown.last().kind, Kind::scale);
    QCOMPARE(shown.last().frames, (core::FrameRange{280, 321}));
    QCOMPARE(shown.last().value, 0.5);
    ShownLanes::drag(shown.lane, handle, handle - QPoint(0, 60));
    QCOMPARE(shown.last().value, 2.0);
    ShownLanes::drag(shown.lane, handle, handle + QPoint(0, 600));
    QCOMPARE(shown.last().value, 0.0);
}

void ShapeLaneTest::escapeForgetsTheStretch() {
    ShownShapes shown;
    ShownLanes::drag(shown.lane, shown.off(280), shown.off(320));
    QTest::keyClick(&shown.lane, Qt::Key_Escape);
    QVERIFY(shown.lane.stretch().empty());
}

void ShapeLaneTest::doubleClickClosesTheLips() {
    ShownShapes shown;
    QTest::mouseDClick(&shown.lane, Qt::LeftButton, {}, shown.off(290));
    QCOMPARE(shown.shaped.size(), 1);
    QCOMPARE(shown.last().kind, Kind::closeLips);
    QCOMPARE(shown.last().segment, project::Id(1));
    QCOMPARE(shown.last().frames, (core::FrameRange{290, 291}));
}

void ShapeLaneTest::otherChannelIsShapedOnceChosen() {
    ShownShapes shown;
    QSignalSpy changes(&shown.lane, &ShapeLane::channelChanged);
    const int opening = shown.point(300).y();
    auto* channels = shown.lane.findChild<QComboBox*>(QStringLiteral("shapeChannel"));
    channels->setFocus();
    QTest::keyClick(channels, Qt::Key_Down);
    QCOMPARE(shown.lane.channel(), ShapeChannel::width);
    QCOMPARE(changes.size(), 1);
    QVERIFY(shown.point(300).y() > opening + 5);  // -1 instead of 1
    ShownLanes::drag(shown.lane, shown.point(300), shown.point(300) - QPoint(0, 10));
    QCOMPARE(shown.last().channel, ShapeChannel::width);
    QVERIFY(shown.last().value < 1.0);
}

void ShapeLaneTest::clickMovesThePlayheadAndShapesNothing() {
    ShownShapes shown;
    QSignalSpy moved(&shown.view.timeline(), &TimelineWidget::playheadMoved);
    QTest::mouseClick(&shown.lane, Qt::LeftButton, {}, shown.point(300) + QPoint(1, 0));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.back().front().toLongLong(), 300LL);
    QCOMPARE(shown.shaped.size() + shown.shaping.size(), 0);
}

void ShapeLaneTest::segmentWithoutAWishCanNotBeDragged() {
    ShownShapes shown;
    shown.zoomTo(3);
    QVERIFY(shown.lane.pointOf(3, 1100).isNull());
    for (int y = 4; y < shown.lane.height(); y += 6) {
        const QPoint at(shown.lane.columnOf(1100), y);
        ShownLanes::drag(shown.lane, at, at - QPoint(0, 30));
        QVERIFY(shown.shaped.isEmpty() || shown.last().kind != Kind::drag);
    }
}

void ShapeLaneTest::dragOutsideOfSegmentsScrubs() {
    ShownShapes shown;
    shown.view.timeline().zoomToFit();
    QSignalSpy moved(&shown.view.timeline(), &TimelineWidget::playheadMoved);
    ShownLanes::drag(shown.lane, shown.off(2000), shown.off(2500));
    QVERIFY(moved.size() > 3);
    QVERIFY(shown.lane.stretch().empty());
}

void ShapeLaneTest::editedFramesAreDrawnStrongly() {
    ShownShapes shown;
    const QColor strong = shown.lane.palette().color(QPalette::Base).lightness() < 128
                              ? QColor(0xff, 0xc4, 0x57)
                              : QColor(0x9a, 0x5b, 0x00);
    const QImage before = shown.lane.grab().toImage();
    QCOMPARE(pixelsNear(before, shown.lane.columnOf(300), strong), 0);
    auto edited = ShownShapes::shapes();
    auto wanted = std::make_shared<std::vector<project::MouthControl>>(*edited[0].wish);
    (*wanted)[100].opening = -2.0F;
    edited[0].wanted = wanted;
    edited[0].edit[300] = (*wanted)[100];
    shown.lane.setShapes(edited);
    const QImage after = shown.lane.grab().toImage();
    QVERIFY(pixelsNear(after, shown.lane.columnOf(300), strong) >= 5);
    QCOMPARE(pixelsNear(after, shown.lane.columnOf(260), strong), 0);
    QCOMPARE(before.copy(shown.lane.columnOf(250), 0, 20, before.height()),
             after.copy(shown.lane.columnOf(250), 0, 20, after.height()));
}

void ShapeLaneTest::menuKnowsSegmentAndFrame() {
    ShownShapes shown;
    QSignalSpy menus(&shown.lane, &ShapeLane::contextMenuRequested);
    const QPoint at = shown.off(310);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, shown.lane.mapToGlobal(at));
    QCoreApplication::sendEvent(&shown.lane, &event);
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.back().at(1).value<project::Id>(), project::Id(1));
    QCOMPARE(menus.back().at(2).toLongLong(), 310LL);
}

void ShapeLaneTest::segmentRemovedDuringADragEndsIt() {
    ShownShapes shown;
    const QPoint from = shown.point(300);
    ShownLanes::pull(shown.lane, from, from - QPoint(0, 15));
    auto others = ShownShapes::shapes();
    others.erase(others.begin());
    shown.lane.setShapes(others);
    QTest::mouseRelease(&shown.lane, Qt::LeftButton, {}, from - QPoint(0, 15));
    QCOMPARE(shown.shaped.size(), 0);
}

QTEST_MAIN(ShapeLaneTest)
#include "tst_shapelane.moc"
