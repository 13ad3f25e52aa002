// What the mouse and the keys ask the timeline for: selecting, trimming, moving, scrubbing.
#include "tests/timeline/showntimeline.h"

using namespace lipwright;
using namespace lipwright::testsupport;
using lipwright::widgets::TimelineWidget;

namespace {

/// Every signal that asks for an edit.
struct Edits {
    explicit Edits(TimelineWidget& view)
        : trims(&view, &TimelineWidget::trimRequested),
          moves(&view, &TimelineWidget::moveRequested),
          inOuts(&view, &TimelineWidget::inOutRequested) {}
    [[nodiscard]] qsizetype count() const { return trims.size() + moves.size() + inOuts.size(); }

    QSignalSpy trims;
    QSignalSpy moves;
    QSignalSpy inOuts;
};

core::FrameRange rangeIn(const QVariant& value) {
    return value.value<core::FrameRange>();
}

}  // namespace

class TimelineEditingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dragBeyondTheEdgeScrollsOn();
    void scrubBeyondTheEdgeScrollsUntilItComesBack();
    void clickSelects();
    void clickBesideSegmentsSelectsNothing();
    void controlClickAddsAndRemoves();
    void shiftClickSelectsTheStretchBetween();
    void shiftClickBearsASelectionOfWhatIsNotThere();
    void clickOnOneOfSeveralSelectsItAlone();
    void rubberBandSelectsWhatItTouches();
    void rubberBandWithControlAdds();
    void trimSnapsAndAsksOnceAtRelease();
    void trimOfTheStartSnapsToTheCut();
    void trimWithAltDoesNotSnap();
    void trimDoesNotSnapWhenSwitchedOff();
    void trimLeavesAFrame();
    void bodyMovesTheWholeSelection();
    void moveSnapsByTheEndToo();
    void moveStaysInTheFilm();
    void deselectedBodyDragsNothing();
    void narrowSegmentsAreMovedNotTrimmed();
    void dragBackToWhereItBeganAsksForNothing();
    void shakyClickIsNoDrag();
    void escapeTakesADragBack_data();
    void escapeTakesADragBack();
    void rulerScrubs();
    void escapeEndsScrubbing();
    void scrubOnTheSameFrameIsSilent();
    void inAndOutHandlesAskForTheirRange();
    void tabSelectsTheNeighbours();
    void tabBeyondTheLastSegmentLeaves();
    void enterActivates_data();
    void enterActivates();
    void doubleClickActivates();
    void rightClickSelectsAndAsksForTheMenu();
    void rightClickKeepsASelectionItIsIn();
};

void TimelineEditingTest::dragBeyondTheEdgeScrollsOn() {
    ShownTimeline shown;
    shown.view.setPlayhead(300);
    for (int i = 0; i < 4; ++i) {
        shown.view.zoomIn();
    }
    Edits edits(shown.view);
    const QPoint from = shown.middleOf(1);
    const int column = shown.view.columnOf(1000);
    const qint64 edge = shown.view.frameAt(1190);
    const qint64 grabbed = shown.view.frameAt(from.x());
    shown.pull(from, {1240, from.y()}, Qt::AltModifier);
    QTRY_VERIFY(shown.view.columnOf(1000) < column - 200);
    shown.release({1240, from.y()}, Qt::AltModifier);
    QCOMPARE(edits.moves.size(), 1);
    QVERIFY(edits.moves.back().at(1).toLongLong() > edge - grabbed + 20);
    const int rested = shown.view.columnOf(1000);
    QTest::qWait(100);
    QCOMPARE(shown.view.columnOf(1000), rested);
}

void TimelineEditingTest::scrubBeyondTheEdgeScrollsUntilItComesBack() {
    ShownTimeline shown;
    shown.view.setPlayhead(1500);
    for (int i = 0; i < 4; ++i) {
        shown.view.zoomIn();
    }
    const int column = shown.view.columnOf(1500);
    shown.pull(shown.onRuler(1500), {60, 6});
    QTRY_VERIFY(shown.view.columnOf(1500) > column + 200);
    shown.move({600, 6});
    const int rested = shown.view.columnOf(1500);
    QTest::qWait(100);
    QCOMPARE(shown.view.columnOf(1500), rested);
    QCOMPARE(shown.view.playhead(), shown.view.frameAt(600));
    shown.release({600, 6});
}

void TimelineEditingTest::clickSelects() {
    ShownTimeline shown;
    QSignalSpy changes(&shown.view, &TimelineWidget::selectionChanged);
    shown.click(shown.middleOf(2));
    QCOMPARE(shown.view.selection(), Ids{2});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().front().value<Ids>(), Ids{2});
    shown.click(shown.middleOf(5));
    QCOMPARE(shown.view.selection(), Ids{5});
    shown.click(shown.middleOf(5));
    QCOMPARE(changes.size(), 2);
}

void TimelineEditingTest::clickBesideSegmentsSelectsNothing() {
    ShownTimeline shown;
    shown.click(shown.middleOf(2));
    shown.click(shown.beside(2, 500));
    QCOMPARE(shown.view.selection(), Ids{});
}

void TimelineEditingTest::controlClickAddsAndRemoves() {
    ShownTimeline shown;
    shown.click(shown.middleOf(3));
    shown.click(shown.middleOf(1), Qt::ControlModifier);
    QCOMPARE(shown.view.selection(), (Ids{1, 3}));
    shown.click(shown.middleOf(3), Qt::ControlModifier);
    QCOMPARE(shown.view.selection(), Ids{1});
}

void TimelineEditingTest::shiftClickSelectsTheStretchBetween() {
    ShownTimeline shown;
    shown.click(shown.middleOf(1));
    shown.click(shown.middleOf(3), Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), (Ids{1, 2, 5, 3}));
}

void TimelineEditingTest::shiftClickBearsASelectionOfWhatIsNotThere() {
    ShownTimeline shown;
    shown.view.setSelection({99});
    shown.click(shown.middleOf(2), Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), Ids{2});
}

void TimelineEditingTest::clickOnOneOfSeveralSelectsItAlone() {
    ShownTimeline shown;
    shown.view.setSelection({1, 2, 3});
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, shown.middleOf(2));
    QCOMPARE(shown.view.selection(), (Ids{1, 2, 3}));  // it may become a drag of all
    shown.release(shown.middleOf(2));
    QCOMPARE(shown.view.selection(), Ids{2});
}

void TimelineEditingTest::rubberBandSelectsWhatItTouches() {
    ShownTimeline shown;
    shown.drag(shown.beside(1, 100), shown.beside(1, 700));
    QCOMPARE(shown.view.selection(), (Ids{1, 2}));
    shown.drag(shown.beside(5, 500), shown.beside(1, 1100));
    QCOMPARE(shown.view.selection(), (Ids{2, 5, 3}));
    shown.drag(shown.beside(1, 1650), shown.beside(1, 1900));
    QCOMPARE(shown.view.selection(), Ids{});
}

void TimelineEditingTest::rubberBandWithControlAdds() {
    ShownTimeline shown;
    shown.view.setSelection({4});
    shown.drag(shown.beside(1, 100), shown.beside(1, 300), Qt::ControlModifier);
    QCOMPARE(shown.view.selection(), (Ids{1, 4}));
}

void TimelineEditingTest::trimSnapsAndAsksOnceAtRelease() {
    ShownTimeline shown;
    Edits edits(shown.view);
    const QPoint from = shown.beside(1, 400) - QPoint(2, 0);
    const QPoint to = shown.beside(1, 590) - QPoint(2, 0);
    shown.pull(from, to);
    QCOMPARE(edits.count(), 0);
    shown.release(to);
    QCOMPARE(edits.trims.size(), 1);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(edits.trims.front().at(0).value<project::Id>(), project::Id(1));
    QCOMPARE(rangeIn(edits.trims.front().at(1)), (core::FrameRange{200, 600}));
}

void TimelineEditingTest::trimOfTheStartSnapsToTheCut() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.drag(shown.beside(3, 1000) + QPoint(2, 0), shown.beside(3, kCut + 8) + QPoint(2, 0));
    QCOMPARE(edits.trims.size(), 1);
    QCOMPARE(rangeIn(edits.trims.front().at(1)), (core::FrameRange{kCut, 1200}));
}

void TimelineEditingTest::trimWithAltDoesNotSnap() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.drag(shown.beside(1, 400) - QPoint(2, 0), shown.beside(1, 590) - QPoint(2, 0),
               Qt::AltModifier);
    QCOMPARE(edits.trims.size(), 1);
    const core::FrameRange range = rangeIn(edits.trims.front().at(1));
    QCOMPARE(range.first, std::int64_t(200));
    QVERIFY2(std::abs(range.end - 590) <= 3, qPrintable(QString::number(range.end)));
}

void TimelineEditingTest::trimDoesNotSnapWhenSwitchedOff() {
    ShownTimeline shown;
    Edits edits(shown.view);
    QVERIFY(shown.view.snapping());
    shown.view.setSnapping(false);
    shown.drag(shown.beside(1, 400) - QPoint(2, 0), shown.beside(1, 590) - QPoint(2, 0));
    QVERIFY(std::abs(rangeIn(edits.trims.front().at(1)).end - 590) <= 3);
}

void TimelineEditingTest::trimLeavesAFrame() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.drag(shown.beside(3, 1200) - QPoint(2, 0), shown.beside(3, 500));
    QCOMPARE(rangeIn(edits.trims.front().at(1)), (core::FrameRange{1000, 1001}));
}

void TimelineEditingTest::bodyMovesTheWholeSelection() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.view.setSelection({2, 4});
    const QPoint from = shown.middleOf(2);
    const QPoint to = from + QPoint(shown.view.columnOf(1100) - shown.view.columnOf(1000), 0);
    shown.pull(from, to, Qt::AltModifier);
    QCOMPARE(edits.count(), 0);
    shown.release(to, Qt::AltModifier);
    QCOMPARE(edits.moves.size(), 1);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(edits.moves.front().at(0).value<Ids>(), (Ids{2, 4}));
    QVERIFY(std::abs(edits.moves.front().at(1).toLongLong() - 100) <= 3);
    QCOMPARE(shown.view.selection(), (Ids{2, 4}));
}

void TimelineEditingTest::moveSnapsByTheEndToo() {
    ShownTimeline shown;
    Edits edits(shown.view);
    const QPoint from = shown.middleOf(1);
    shown.drag(from, {from.x() + shown.view.columnOf(590) - shown.view.columnOf(400), from.y()});
    QCOMPARE(edits.moves.size(), 1);
    QCOMPARE(edits.moves.front().at(0).value<Ids>(), Ids{1});
    QCOMPARE(edits.moves.front().at(1).toLongLong(), 200LL);  // its end at the next one's start
}

void TimelineEditingTest::moveStaysInTheFilm() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.view.setSelection({1, 3});
    shown.drag(shown.middleOf(3), {120, shown.middleOf(3).y()}, Qt::AltModifier);
    QCOMPARE(edits.moves.front().at(1).toLongLong(), -200LL);
    shown.view.setSelection({1, 4});
    shown.drag(shown.middleOf(1), {1190, shown.middleOf(1).y()}, Qt::AltModifier);
    QCOMPARE(edits.moves.back().at(1).toLongLong(), kFilmFrames - 1600LL);
}

void TimelineEditingTest::deselectedBodyDragsNothing() {
    ShownTimeline shown;
    Edits edits(shown.view);
    for (const Ids& selected : {Ids{2}, Ids{1, 2}}) {
        shown.view.setSelection(selected);
        const QPoint from = shown.middleOf(2);
        shown.drag(from, from + QPoint(60, 0), Qt::ControlModifier);
        QCOMPARE(edits.count(), 0);
    }
    QCOMPARE(shown.view.selection(), Ids{1});
}

void TimelineEditingTest::narrowSegmentsAreMovedNotTrimmed() {
    ShownTimeline shown;
    shown.view.setSegments({segmentOf(8, {2100, 2130}, 0)});
    const QRect box = shown.view.segmentRect(8);
    QVERIFY(box.width() < 14);
    Edits edits(shown.view);
    const QPoint from(box.left() + 4, box.center().y());
    shown.drag(from, from + QPoint(100, 0), Qt::AltModifier);
    QCOMPARE(edits.moves.size(), 1);
    QCOMPARE(edits.count(), 1);
}

void TimelineEditingTest::dragBackToWhereItBeganAsksForNothing() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.view.setInOut(core::FrameRange{2200, 2600});
    const QPoint body = shown.middleOf(2);
    const QPoint end = shown.beside(2, 800) - QPoint(2, 0);
    const QPoint inPoint(shown.view.columnOf(2200), 22);
    for (const QPoint& from : {body, end, inPoint}) {
        shown.pull(from, from + QPoint(60, 0), Qt::AltModifier);
        shown.move(from, Qt::AltModifier);
        shown.release(from, Qt::AltModifier);
    }
    QCOMPARE(edits.count(), 0);
}

void TimelineEditingTest::shakyClickIsNoDrag() {
    ShownTimeline shown;
    Edits edits(shown.view);
    shown.drag(shown.middleOf(2), shown.middleOf(2) + QPoint(2, 1));
    QCOMPARE(edits.count(), 0);
    QCOMPARE(shown.view.selection(), Ids{2});
}

void TimelineEditingTest::escapeTakesADragBack_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"end", "body", "in point", "rubber band"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void TimelineEditingTest::escapeTakesADragBack() {
    QFETCH(QString, what);
    ShownTimeline shown;
    shown.view.setInOut(core::FrameRange{2200, 2600});
    Edits edits(shown.view);
    QPoint from = shown.middleOf(2);
    if (what == QLatin1String("end")) {
        from = shown.beside(2, 800) - QPoint(2, 0);
    } else if (what == QLatin1String("in point")) {
        from = {shown.view.columnOf(2200), 22};
    } else if (what == QLatin1String("rubber band")) {
        from = shown.beside(2, 500);
    }
    const QPoint to = from + QPoint(-90, 0);
    shown.pull(from, to);
    const Ids selected = shown.view.selection();
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    shown.move(to + QPoint(-20, 0));
    shown.release(to);
    QCOMPARE(edits.count(), 0);
    QCOMPARE(shown.view.selection(), selected);
    // The next drag is a new one.
    shown.drag(shown.beside(4, 1600) - QPoint(2, 0), shown.beside(4, 1700));
    QCOMPARE(edits.trims.size(), 1);
}

void TimelineEditingTest::rulerScrubs() {
    ShownTimeline shown;
    QSignalSpy moved(&shown.view, &TimelineWidget::playheadMoved);
    QSignalSpy scrubbing(&shown.view, &TimelineWidget::scrubbingChanged);
    shown.pull(shown.onRuler(300), shown.onRuler(1500));
    QCOMPARE(scrubbing.size(), 1);
    QCOMPARE(scrubbing.front().front().toBool(), true);
    QCOMPARE(moved.size(), 9);  // the press and eight steps
    QVERIFY(std::abs(moved.front().front().toLongLong() - 300) <= 3);
    for (qsizetype i = 1; i < moved.size(); ++i) {
        QVERIFY(moved[i].front().toLongLong() > moved[i - 1].front().toLongLong());
    }
    QCOMPARE(moved.back().front().toLongLong(), shown.view.frameAt(shown.onRuler(1500).x()));
    QCOMPARE(shown.view.playhead(), moved.back().front().toLongLong());
    shown.release(shown.onRuler(1500));
    QCOMPARE(scrubbing.size(), 2);
    QCOMPARE(scrubbing.back().front().toBool(), false);
    shown.move(shown.onRuler(100));
    QCOMPARE(moved.size(), 9);
}

void TimelineEditingTest::escapeEndsScrubbing() {
    ShownTimeline shown;
    shown.pull(shown.onRuler(300), shown.onRuler(700));
    QSignalSpy moved(&shown.view, &TimelineWidget::playheadMoved);
    QSignalSpy scrubbing(&shown.view, &TimelineWidget::scrubbingChanged);
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(scrubbing.size(), 1);
    QCOMPARE(scrubbing.front().front().toBool(), false);
    const qsizetype before = moved.size();
    shown.move(shown.onRuler(900));
    shown.release(shown.onRuler(900));
    QCOMPARE(moved.size(), before);
    QCOMPARE(scrubbing.size(), 1);
}

void TimelineEditingTest::scrubOnTheSameFrameIsSilent() {
    ShownTimeline shown;
    shown.click(shown.onRuler(300));
    QSignalSpy moved(&shown.view, &TimelineWidget::playheadMoved);
    shown.click(shown.onRuler(shown.view.playhead()));
    QVERIFY(moved.size() <= 1);
    const qsizetype before = moved.size();
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, shown.onRuler(shown.view.playhead()));
    const QPoint same = shown.onRuler(shown.view.playhead());
    shown.move(same);
    shown.move(same);
    shown.release(same);
    QVERIFY(moved.size() <= before + 1);
}

void TimelineEditingTest::inAndOutHandlesAskForTheirRange() {
    ShownTimeline shown;
    shown.view.setInOut(core::FrameRange{2200, 2600});
    Edits edits(shown.view);
    const auto handle = [&](std::int64_t frame) { return QPoint(shown.view.columnOf(frame), 22); };
    shown.drag(handle(2200), handle(kMarkerFrame - 9));
    QCOMPARE(edits.inOuts.size(), 1);
    QCOMPARE(*edits.inOuts.back().front().value<std::optional<core::FrameRange>>(),
             (core::FrameRange{kMarkerFrame, 2600}));
    shown.drag(handle(2600), handle(kFilmFrames - 8));
    QCOMPARE(edits.inOuts.size(), 2);
    QCOMPARE(*edits.inOuts.back().front().value<std::optional<core::FrameRange>>(),
             (core::FrameRange{2200, kFilmFrames}));
    QCOMPARE(edits.count(), 2);
}

void TimelineEditingTest::tabSelectsTheNeighbours() {
    ShownTimeline shown;
    for (const Ids& expected : {Ids{1}, Ids{2}, Ids{5}, Ids{3}, Ids{4}}) {
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QCOMPARE(shown.view.selection(), expected);
    }
    QTest::keyClick(&shown.view, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), Ids{3});
    QTest::keyClick(&shown.view, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), Ids{5});
}

void TimelineEditingTest::tabBeyondTheLastSegmentLeaves() {
    QWidget window;
    auto* view = new TimelineWidget(&window);
    auto* other = new QWidget(&window);
    view->resize(600, 300);
    other->setFocusPolicy(Qt::StrongFocus);
    view->setFilm(filmOf(kFilmFrames));
    view->setSegments(ShownTimeline::segments());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view->setFocus();
    view->setSelection({3});
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(view->hasFocus());
    QCOMPARE(view->selection(), Ids{4});
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(other->hasFocus());
}

void TimelineEditingTest::enterActivates_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Enter of the keypad") << int(Qt::Key_Enter);
}

void TimelineEditingTest::enterActivates() {
    QFETCH(int, key);
    ShownTimeline shown;
    QSignalSpy activated(&shown.view, &TimelineWidget::segmentActivated);
    QTest::keyClick(&shown.view, Qt::Key(key));
    QCOMPARE(activated.size(), 0);
    shown.view.setSelection({3});
    QTest::keyClick(&shown.view, Qt::Key(key));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().value<project::Id>(), project::Id(3));
}

void TimelineEditingTest::doubleClickActivates() {
    ShownTimeline shown;
    QSignalSpy activated(&shown.view, &TimelineWidget::segmentActivated);
    QSignalSpy markers(&shown.view, &TimelineWidget::markerActivated);
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, shown.middleOf(4));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().value<project::Id>(), project::Id(4));
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, {shown.view.columnOf(kMarkerFrame), 20});
    QCOMPARE(markers.size(), 1);
    QCOMPARE(markers.front().front().value<project::Id>(), kMarker);
    QCOMPARE(activated.size(), 1);
}

void TimelineEditingTest::rightClickSelectsAndAsksForTheMenu() {
    ShownTimeline shown;
    shown.view.setSelection({1});
    QSignalSpy menus(&shown.view, &TimelineWidget::contextMenuRequested);
    Edits edits(shown.view);
    // Through the window, so that Qt makes the context menu event as it does for a user.
    QTest::mouseClick(shown.view.windowHandle(), Qt::RightButton, {}, shown.middleOf(3));
    QCOMPARE(shown.view.selection(), Ids{3});
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.front().at(0).toPoint(), shown.view.mapToGlobal(shown.middleOf(3)));
    QCOMPARE(menus.front().at(1).toLongLong(), shown.view.frameAt(shown.middleOf(3).x()));
    QCOMPARE(edits.count(), 0);
}

void TimelineEditingTest::rightClickKeepsASelectionItIsIn() {
    ShownTimeline shown;
    shown.view.setSelection({1, 2});
    QTest::mouseClick(shown.view.windowHandle(), Qt::RightButton, {}, shown.middleOf(2));
    QCOMPARE(shown.view.selection(), (Ids{1, 2}));
}

QTEST_MAIN(TimelineEditingTest)
#include "tst_timelineediting.moc"
