// What the timeline shows: zoom, scroll, playhead, pictures and curves, and what is dropped on it.
#include "tests/timeline/showntimeline.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QScreen>
#include <QScrollBar>
#include <cmath>
#include <limits>

using namespace lipwright;
using namespace lipwright::testsupport;
using lipwright::widgets::TimelineWidget;

namespace {

QScrollBar* barOf(TimelineWidget& view, Qt::Orientation orientation) {
    for (auto* bar : view.findChildren<QScrollBar*>()) {
        if (bar->orientation() == orientation) {
            return bar;
        }
    }
    return nullptr;
}

int pixelsOf(const QImage& picture, int column, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        count += picture.pixelColor(column, y) == colour ? 1 : 0;
    }
    return count;
}

bool hasColour(const QImage& picture, int column, const QColor& colour) {
    return pixelsOf(picture, column, colour) > 0;
}

QList<qint64> framesIn(const QSignalSpy& wishes) {
    return wishes.back().front().value<QList<qint64>>();
}

}  // namespace

class TimelineWidgetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void controlWheelKeepsTheFrameUnderTheCursor_data();
    void controlWheelKeepsTheFrameUnderTheCursor();
    void wheelScrollsAlongTheFilm();
    void scrollBarMovesTheView();
    void shiftWheelScrollsTheLanes();
    void zoomToSelectionShowsAllOfIt();
    void zoomInKeepsThePlayheadInPlace();
    void anotherFilmIsShownWhole();
    void playheadOutOfViewPagesOn();
    void playheadInViewScrollsNothing();
    void playheadIsDrawnWhereItIsAlone_data();
    void playheadIsDrawnWhereItIsAlone();
    void neighbourOutOfViewIsScrolledTo();
    void selectionSurvivesNewSegmentsOfTheSameIds();
    void progressRepaints();
    void segmentsLieWhereTheirFramesAre();
    void wishesForPicturesComeOnceTheViewRests();
    void pictureGivenIsNotWishedForAgain();
    void picturesAreDrawn();
    void droppedFilesArriveWithTheFrame();
    void droppedTextIsRefused();
    void everythingWorksWithoutAFilm();
};

void TimelineWidgetTest::controlWheelKeepsTheFrameUnderTheCursor_data() {
    QTest::addColumn<int>("x");
    for (const int x : {117, 300, 658, 1000, 1190}) {
        QTest::addRow("%d", x) << x;
    }
}

void TimelineWidgetTest::controlWheelKeepsTheFrameUnderTheCursor() {
    QFETCH(int, x);
    ShownTimeline shown;
    qint64 frame = shown.view.frameAt(x);
    for (const int delta : {120, 120, 240, 120, 120, -120, 120, 480, 240, -240}) {
        const double width = shown.view.columnOf(1000) - shown.view.columnOf(0);
        shown.wheel({x, 200}, delta, Qt::ControlModifier);
        const double zoomed = shown.view.columnOf(1000) - shown.view.columnOf(0);
        QVERIFY(delta > 0 ? zoomed > 1.1 * width : zoomed < 0.9 * width);
        QVERIFY(x >= shown.view.columnOf(frame) - 1);
        QVERIFY(x <= shown.view.columnOf(frame + 1) + 1);
        frame = shown.view.frameAt(x);
    }
}

void TimelineWidgetTest::wheelScrollsAlongTheFilm() {
    ShownTimeline shown;
    shown.wheel({600, 200}, -120);
    QCOMPARE(shown.view.frameAt(116), 0LL);  // the whole film is in view
    for (int i = 0; i < 4; ++i) {
        shown.view.zoomIn();
    }
    const int before = shown.view.columnOf(1000);
    const int scale = shown.view.columnOf(2000) - before;
    shown.wheel({600, 200}, -120);
    const int by = before - shown.view.columnOf(1000);
    QVERIFY(by > 20);
    QVERIFY(by < 400);
    QCOMPARE(barOf(shown.view, Qt::Horizontal)->value(), by);
    QVERIFY(std::abs(shown.view.columnOf(2000) - shown.view.columnOf(1000) - scale) <= 1);
    shown.wheel({600, 200}, 120);
    QCOMPARE(shown.view.columnOf(1000), before);
    shown.wheel({600, 200}, 120);
    QCOMPARE(shown.view.columnOf(1000), before);  // the beginning of the film
}

void TimelineWidgetTest::scrollBarMovesTheView() {
    ShownTimeline shown;
    QScrollBar* bar = barOf(shown.view, Qt::Horizontal);
    QVERIFY(bar != nullptr);
    QCOMPARE(bar->maximum(), 0);
    for (int i = 0; i < 6; ++i) {
        shown.view.zoomIn();
    }
    QVERIFY(bar->maximum() > 5000);
    const int before = shown.view.columnOf(1000);
    bar->setValue(700);
    QCOMPARE(before - shown.view.columnOf(1000), 700);
    bar->setValue(bar->maximum());
    QVERIFY(std::abs(shown.view.columnOf(kFilmFrames) - 1198) <= 2);
}

void TimelineWidgetTest::shiftWheelScrollsTheLanes() {
    ShownTimeline shown;
    shown.view.resize(1200, 150);
    const int before = shown.view.segmentRect(1).top();
    shown.wheel({600, 100}, -120, Qt::ShiftModifier);
    QVERIFY(shown.view.segmentRect(1).top() < before);
    QCOMPARE(shown.view.segmentRect(1).left(), shown.view.columnOf(200));
    shown.wheel({600, 100}, 1200, Qt::ShiftModifier);
    QCOMPARE(shown.view.segmentRect(1).top(), before);
}

void TimelineWidgetTest::zoomToSelectionShowsAllOfIt() {
    ShownTimeline shown;
    shown.view.setSelection({2, 3});
    shown.view.zoomToSelection();
    QVERIFY(shown.view.columnOf(600) > 116);
    QVERIFY(shown.view.columnOf(1200) < 1198);
    QVERIFY(shown.view.columnOf(1200) - shown.view.columnOf(600) > 700);
    shown.view.zoomToFit();
    QCOMPARE(shown.view.columnOf(0), 116);
    QVERIFY(std::abs(shown.view.columnOf(kFilmFrames) - 1198) <= 1);
}

void TimelineWidgetTest::zoomInKeepsThePlayheadInPlace() {
    ShownTimeline shown;
    shown.view.setPlayhead(1700);
    const int before = shown.view.columnOf(1700);
    for (int i = 0; i < 5; ++i) {
        shown.view.zoomIn();
        QVERIFY(std::abs(shown.view.columnOf(1700) - before) <= 1);
    }
    for (int i = 0; i < 3; ++i) {
        shown.view.zoomOut();
        QVERIFY(std::abs(shown.view.columnOf(1700) - before) <= 1);
    }
}

void TimelineWidgetTest::anotherFilmIsShownWhole() {
    ShownTimeline shown;
    for (int i = 0; i < 6; ++i) {
        shown.view.zoomIn();
    }
    shown.view.setPlayhead(1000);
    shown.view.setFilm(filmOf(500));
    QCOMPARE(shown.view.playhead(), 0LL);
    QCOMPARE(shown.view.columnOf(0), 116);
    QVERIFY(std::abs(shown.view.columnOf(500) - 1198) <= 1);
    QCOMPARE(barOf(shown.view, Qt::Horizontal)->maximum(), 0);
}

void TimelineWidgetTest::playheadOutOfViewPagesOn() {
    ShownTimeline shown;
    for (int i = 0; i < 6; ++i) {
        shown.view.zoomIn();
    }
    qint64 last = shown.view.frameAt(1197);
    shown.view.setPlayhead(last + 2);
    QVERIFY(shown.view.columnOf(last + 2) >= 116);
    QVERIFY(shown.view.columnOf(last + 2) < 400);  // most of the page is still to come
    shown.view.setPlayhead(20);
    QVERIFY(shown.view.columnOf(20) >= 116);
    QVERIFY(shown.view.columnOf(20) < 1198);
}

void TimelineWidgetTest::playheadInViewScrollsNothing() {
    ShownTimeline shown;
    for (int i = 0; i < 6; ++i) {
        shown.view.zoomIn();
    }
    QSignalSpy moved(&shown.view, &TimelineWidget::playheadMoved);
    const int before = shown.view.columnOf(0);
    for (qint64 frame = 0; frame < shown.view.frameAt(1190); frame += 10) {
        shown.view.setPlayhead(frame);
        QCOMPARE(shown.view.columnOf(0), before);
        QCOMPARE(shown.view.playhead(), frame);
    }
    QCOMPARE(moved.size(), 0);  // only what the user does is told
}

void TimelineWidgetTest::playheadIsDrawnWhereItIsAlone_data() {
    QTest::addColumn<bool>("byUser");
    QTest::newRow("by the user") << true;
    QTest::newRow("by the player") << false;
}

void TimelineWidgetTest::playheadIsDrawnWhereItIsAlone() {
    QFETCH(bool, byUser);
    ShownTimeline shown;
    const QColor colour(0xff, 0x5a, 0x4f);
    for (const qint64 frame : {qint64(500), qint64(2300), qint64(1700)}) {
        if (byUser && frame == 500) {
            QTest::mousePress(&shown.view, Qt::LeftButton, {}, shown.onRuler(frame));
        } else if (byUser) {
            shown.move(shown.onRuler(frame));
        } else {
            shown.view.setPlayhead(frame);
        }
        QCoreApplication::sendPostedEvents(&shown.view, QEvent::UpdateRequest);
        // The screen itself: a grab would paint everything anew.
        const QImage screen = shown.view.screen()->grabWindow(shown.view.winId()).toImage();
        const int at = shown.view.columnOf(shown.view.playhead());
        for (int x = 116; x < 1198; ++x) {
            if (x < at - 8 || x > at + 8) {
                QVERIFY2(!hasColour(screen, x, colour), qPrintable(QString::number(x)));
            }
        }
        QVERIFY(hasColour(screen, at, colour) || hasColour(screen, at - 1, colour));
    }
}

void TimelineWidgetTest::neighbourOutOfViewIsScrolledTo() {
    ShownTimeline shown;
    shown.view.setSelection({3});
    for (int i = 0; i < 6; ++i) {
        shown.view.zoomIn();
    }
    QVERIFY(shown.view.segmentRect(4).isEmpty());
    QTest::keyClick(&shown.view, Qt::Key_Tab);
    QCOMPARE(shown.view.selection(), Ids{4});
    QVERIFY(!shown.view.segmentRect(4).isEmpty());
}

void TimelineWidgetTest::selectionSurvivesNewSegmentsOfTheSameIds() {
    ShownTimeline shown;
    shown.view.setSelection({2, 4});
    QSignalSpy changes(&shown.view, &TimelineWidget::selectionChanged);
    auto segments = ShownTimeline::segments();
    segments[1].frames = {610, 790};
    segments[3].stale = true;
    shown.view.setSegments(segments);
    QCOMPARE(shown.view.selection(), (Ids{2, 4}));
    QCOMPARE(changes.size(), 0);
    QCOMPARE(shown.view.segmentRect(2).left(), shown.view.columnOf(610));
    segments.erase(segments.begin() + 1);
    shown.view.setSegments(segments);
    QCOMPARE(shown.view.selection(), Ids{4});
}

void TimelineWidgetTest::progressRepaints() {
    ShownTimeline shown;
    const QImage before = shown.view.grab().toImage();
    shown.view.setSegmentProgress(2, 0.5);
    const QImage after = shown.view.grab().toImage();
    const QRect box = shown.view.segmentRect(2);
    QVERIFY(before.copy(box) != after.copy(box));
    QCOMPARE(before.copy(shown.view.segmentRect(3)), after.copy(shown.view.segmentRect(3)));
    shown.view.setSegmentProgress(99, 0.5);  // gone meanwhile
}

void TimelineWidgetTest::segmentsLieWhereTheirFramesAre() {
    ShownTimeline shown;
    for (const auto& segment : ShownTimeline::segments()) {
        const QRect box = shown.view.segmentRect(segment.id);
        QVERIFY(std::abs(box.left() - shown.view.columnOf(segment.frames.first)) <= 1);
        QVERIFY(std::abs(box.right() + 1 - shown.view.columnOf(segment.frames.end)) <= 1);
    }
    QCOMPARE(shown.view.segmentRect(1).top(), shown.view.segmentRect(4).top());
    QVERIFY(shown.view.segmentRect(5).top() > shown.view.segmentRect(2).bottom());
    QVERIFY(shown.view.segmentRect(99).isEmpty());
}

void TimelineWidgetTest::wishesForPicturesComeOnceTheViewRests() {
    ShownTimeline shown;
    QSignalSpy wishes(&shown.view, &TimelineWidget::thumbnailsWanted);
    QVERIFY(wishes.wait(2000));
    const QList<qint64> frames = framesIn(wishes);
    QVERIFY(frames.size() > 5);
    QVERIFY(frames.size() < 40);  // about a lane's width of pictures
    QVERIFY(wishes.back().at(1).toInt() > 20);
    const qint64 middle = kFilmFrames / 2;
    qint64 distance = 0;
    for (const qint64 frame : frames) {
        QVERIFY(frame >= 0 && frame < kFilmFrames);
        QVERIFY(std::abs(frame - middle) + 2 >= distance);
        distance = std::abs(frame - middle);
    }
    wishes.clear();
    for (int i = 0; i < 8; ++i) {
        shown.view.zoomIn();
    }
    QVERIFY(wishes.wait(2000));
    QVERIFY(wishes.size() <= 2);  // one wish for many steps, not one each
    for (const qint64 frame : framesIn(wishes)) {
        QVERIFY(frame <= shown.view.frameAt(1198));
    }
}

void TimelineWidgetTest::pictureGivenIsNotWishedForAgain() {
    ShownTimeline shown;
    QSignalSpy wishes(&shown.view, &TimelineWidget::thumbnailsWanted);
    QVERIFY(wishes.wait(2000));
    const QList<qint64> first = framesIn(wishes);
    QImage picture(160, 90, QImage::Format_RGB32);
    picture.fill(Qt::green);
    wishes.clear();
    shown.view.setThumbnail(first[0], picture);
    shown.view.setThumbnail(first[3], picture);
    QVERIFY(wishes.wait(2000));
    QList<qint64> expected = first;
    expected.removeAt(3);
    expected.removeAt(0);
    QCOMPARE(framesIn(wishes), expected);
    for (const qint64 frame : expected) {
        shown.view.setThumbnail(frame, picture);
    }
    wishes.clear();
    QVERIFY(!wishes.wait(300));  // nothing is left to wish for
}

void TimelineWidgetTest::picturesAreDrawn() {
    ShownTimeline shown;
    QSignalSpy wishes(&shown.view, &TimelineWidget::thumbnailsWanted);
    QVERIFY(wishes.wait(2000));
    const qint64 frame = framesIn(wishes).front();
    const int column = shown.view.columnOf(frame) + 10;
    QVERIFY(!hasColour(shown.view.grab().toImage(), column, Qt::green));
    QImage picture(160, 90, QImage::Format_RGB32);
    picture.fill(Qt::green);
    shown.view.setThumbnail(frame, picture);
    QVERIFY(hasColour(shown.view.grab().toImage(), column, Qt::green));
}

void TimelineWidgetTest::droppedFilesArriveWithTheFrame() {
    ShownTimeline shown;
    QSignalSpy dropped(&shown.view, &TimelineWidget::filesDropped);
    QMimeData files;
    const QList<QUrl> urls{QUrl::fromLocalFile(QStringLiteral("/films/dub.wav"))};
    files.setUrls(urls);
    const QPoint at(700, 200);
    QWindow* window = shown.view.windowHandle();
    QDragEnterEvent enter(at, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window, &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.front().at(0).value<QList<QUrl>>(), urls);
    QCOMPARE(dropped.front().at(1).toLongLong(), shown.view.frameAt(700));
}

void TimelineWidgetTest::droppedTextIsRefused() {
    ShownTimeline shown;
    QMimeData text;
    text.setText(QStringLiteral("dub.wav"));
    QDragEnterEvent enter({700, 200}, Qt::CopyAction, &text, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(shown.view.windowHandle(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TimelineWidgetTest::everythingWorksWithoutAFilm() {
    ShownTimeline shown;
    shown.view.setFilm({});
    QSignalSpy moved(&shown.view, &TimelineWidget::playheadMoved);
    QSignalSpy wishes(&shown.view, &TimelineWidget::thumbnailsWanted);
    shown.drag(QPoint(300, 6), QPoint(500, 6));
    shown.wheel({400, 200}, 120, Qt::ControlModifier);
    shown.wheel({400, 200}, -120);
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, QPoint(400, 200));
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(!shown.view.grab().isNull());
    QVERIFY(!wishes.wait(150));
    QCOMPARE(moved.size(), 0);
}

QTEST_MAIN(TimelineWidgetTest)
#include "tst_timelinewidget.moc"
