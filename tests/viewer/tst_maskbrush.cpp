// The mask brush with real mouse, pen and key events: strokes are in film pixels at any zoom.
#include "tests/viewer/viewerfixture.h"

#include <QAction>
#include <QMainWindow>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QSlider>
#include <QTabletEvent>
#include <QToolButton>

using namespace lipwright::widgets;
using namespace lipwright::test;
using Tool = ViewerWidget::Tool;

namespace {

constexpr auto kLeft = Qt::LeftButton;

void drag(ViewerWidget& viewer, const QList<QPoint>& way, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&viewer, kLeft, modifiers, way.first());
    for (const QPoint& point : way) {
        move(viewer, point, kLeft, modifiers);
    }
    QTest::mouseRelease(&viewer, kLeft, modifiers, way.last());
}

QList<BrushMark> marksOf(QSignalSpy& strokes) {
    return strokes.isEmpty() ? QList<BrushMark>()
                             : strokes.takeFirst().first().value<QList<BrushMark>>();
}

struct Brushed : Shown {
    QSignalSpy strokes{&viewer, &ViewerWidget::brushStroke};
    explicit Brushed(Tool tool = Tool::paintMask) { viewer.setTool(tool); }
};

void pen(ViewerWidget& viewer, QEvent::Type type, QPoint at, double pressure,
         QPointingDevice::PointerType tip = QPointingDevice::PointerType::Pen) {
    const QPointingDevice device(QStringLiteral("pen"), 1, QInputDevice::DeviceType::Stylus, tip,
                                 QInputDevice::Capability::Pressure, 1, 1);
    const bool down = type != QEvent::TabletRelease;
    QTabletEvent event(type, &device, at, viewer.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, {},
                       type == QEvent::TabletMove ? Qt::NoButton : kLeft,
                       down ? Qt::MouseButtons(kLeft) : Qt::NoButton);
    QCoreApplication::sendEvent(&viewer, &event);
}

}  // namespace

class TestMaskBrush : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void strokesAreInFilmPixelsAtAnyZoom_data() {
        QTest::addColumn<double>("zoom");
        QTest::newRow("fit") << 0.0;
        QTest::newRow("1:1") << 1.0;
        QTest::newRow("7:1") << 7.0;
    }
    void strokesAreInFilmPixelsAtAnyZoom() {
        QFETCH(double, zoom);
        Brushed s;
        if (zoom > 0) {
            s.viewer.setZoom(zoom);
        }
        s.viewer.setBrushRadius(9.0);
        s.viewer.setBrushSoftness(0.25);
        const QList<QPoint> way{{280, 250}, {330, 250}, {330, 280}};
        drag(s.viewer, way);
        const auto marks = marksOf(s.strokes);
        QCOMPARE(marks.size(), 1);
        const BrushMark& mark = marks.first();
        QCOMPARE(mark.radius, 9.0);
        QCOMPARE(mark.softness, 0.25);
        QVERIFY(!mark.erases);
        QCOMPARE(mark.points.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QVERIFY(near(mark.points[i], s.viewer.toFilm(way[i]), 1e-6));
        }
    }

    void crowdedPointsAreLeftOut() {
        Brushed s;
        s.viewer.setBrushRadius(20.0);
        QList<QPoint> way;
        for (int x = 200; x <= 400; ++x) {
            way << QPoint(x, 240);
        }
        drag(s.viewer, way);
        const auto marks = marksOf(s.strokes);
        QCOMPARE(marks.size(), 1);
        const auto& points = marks.first().points;
        QVERIFY2(points.size() > 10 && points.size() < 60, QByteArray::number(points.size()));
        QVERIFY(near(points.last(), s.viewer.toFilm({400, 240}), 1e-6));
    }

    void aClickIsADot() {
        Brushed s(Tool::eraseMask);
        QTest::mouseClick(&s.viewer, kLeft, {}, {320, 240});
        const auto marks = marksOf(s.strokes);
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().points.size(), 1);
        QVERIFY(marks.first().erases);
    }

    void nothingIsPaintedWithoutABrushOrBesideThePicture() {
        Brushed s;
        drag(s.viewer, {{300, 10}, {330, 20}});  // the black above
        QVERIFY(s.strokes.isEmpty());
        s.viewer.setTool(Tool::look);
        drag(s.viewer, {{300, 240}, {330, 240}});
        QVERIFY(s.strokes.isEmpty());
    }

    void altSwapsPaintingAndErasing() {
        Brushed s;
        drag(s.viewer, {{300, 240}, {330, 240}}, Qt::AltModifier);
        QVERIFY(marksOf(s.strokes).first().erases);
        s.viewer.setTool(Tool::eraseMask);
        drag(s.viewer, {{300, 240}, {330, 240}}, Qt::AltModifier);
        QVERIFY(!marksOf(s.strokes).first().erases);
    }

    void escapeTakesTheStrokeBackThenPutsTheBrushAway() {
        Brushed s;
        QTest::mousePress(&s.viewer, kLeft, {}, {300, 240});
        move(s.viewer, {340, 240}, kLeft);
        QVERIFY(at(s.viewer, {165, 90}) != QColor(40, 40, 200));
        QTest::keyClick(&s.viewer, Qt::Key_Escape);
        QCOMPARE(at(s.viewer, {155, 90}), QColor(40, 40, 200));
        QTest::mouseRelease(&s.viewer, kLeft, {}, {340, 240});
        QVERIFY(s.strokes.isEmpty());
        QCOMPARE(s.viewer.tool(), Tool::paintMask);
        QSignalSpy tools(&s.viewer, &ViewerWidget::toolChanged);
        QTest::keyClick(&s.viewer, Qt::Key_Escape);
        QCOMPARE(s.viewer.tool(), Tool::look);
        QCOMPARE(tools.size(), 1);
    }

    void theStrokeIsSeenUntilThePictureHasIt() {
        Brushed s;
        s.viewer.setBrushRadius(6.0);
        const QPointF touched(165, 90);
        const QColor before = at(s.viewer, touched);
        QTest::mousePress(&s.viewer, kLeft, {}, {300, 240});
        move(s.viewer, {360, 240}, kLeft);
        const QColor during = at(s.viewer, touched);
        QVERIFY(during.green() > before.green() + 30);
        QTest::mouseRelease(&s.viewer, kLeft, {}, {360, 240});
        QCOMPARE(at(s.viewer, touched), during);
        s.viewer.setPicture(pictureOf(QColor(200, 40, 40), QColor(40, 40, 200)));
        QCOMPARE(at(s.viewer, touched), before);
    }

    void theMaskIsShownWithABrush() {
        Shown s;
        ViewerPicture picture = pictureOf(QColor(90, 90, 90), QColor(90, 90, 90));
        picture.maskRegion = QRect(100, 60, 80, 60);
        picture.mask = QImage(80, 60, QImage::Format_Alpha8);
        picture.mask.fill(255);
        s.viewer.setPicture(picture);
        QCOMPARE(at(s.viewer, {140, 90}), QColor(90, 90, 90));
        s.viewer.setTool(Tool::paintMask);
        QVERIFY(at(s.viewer, {140, 90}).blue() > 110);
        s.viewer.setTool(Tool::look);
        QCOMPARE(at(s.viewer, {140, 90}), QColor(90, 90, 90));
    }

    void keysAndWheelChangeTheBrush() {
        Brushed s;
        s.viewer.setBrushRadius(10.0);
        s.viewer.setBrushSoftness(0.5);
        const double zoom = s.viewer.zoom();
        QTest::keyClick(&s.viewer, Qt::Key_BracketRight);
        QCOMPARE(s.viewer.brushRadius(), 11.5);
        QTest::keyClick(&s.viewer, Qt::Key_BracketLeft);
        QCOMPARE(s.viewer.brushRadius(), 10.0);
        QTest::keyClick(&s.viewer, Qt::Key_BraceRight, Qt::ShiftModifier);
        QCOMPARE(s.viewer.brushSoftness(), 0.6);
        QTest::keyClick(&s.viewer, Qt::Key_BracketLeft, Qt::ShiftModifier);
        QCOMPARE(s.viewer.brushSoftness(), 0.5);
        wheel(s.viewer, {320, 240}, 120, Qt::ShiftModifier);
        QCOMPARE(s.viewer.brushRadius(), 11.5);
        QCOMPARE(s.viewer.zoom(), zoom);
        wheel(s.viewer, {320, 240}, 120);
        QVERIFY(s.viewer.zoom() > zoom);
        s.viewer.setBrushRadius(1e6);
        QCOMPARE(s.viewer.brushRadius(), 45.0);  // a quarter of the film's height
        s.viewer.setBrushRadius(0.0);
        QCOMPARE(s.viewer.brushRadius(), 1.0);
        QVERIFY(s.strokes.isEmpty());
    }

    void theBrushsKeysWinOverCommands() {
        QMainWindow window;
        auto* viewer = new ViewerWidget;
        window.setCentralWidget(viewer);
        viewer->setPicture(pictureOf(Qt::red, Qt::blue));
        QAction previous;
        previous.setShortcut(QKeySequence(Qt::Key_BracketLeft));
        window.addAction(&previous);
        QSignalSpy triggered(&previous, &QAction::triggered);
        window.resize(640, 480);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        viewer->setFocus();
        QTest::keyClick(viewer, Qt::Key_BracketLeft);
        QCOMPARE(triggered.size(), 1);
        viewer->setTool(Tool::paintMask);
        const double radius = viewer->brushRadius();
        QTest::keyClick(viewer, Qt::Key_BracketLeft);
        QCOMPARE(triggered.size(), 1);
        QVERIFY(viewer->brushRadius() < radius);
    }

    void aPensPressureMakesTheStrokeThinner() {
        Brushed s;
        s.viewer.setBrushRadius(8.0);
        pen(s.viewer, QEvent::TabletPress, {200, 240}, 1.0);
        pen(s.viewer, QEvent::TabletMove, {260, 240}, 1.0);
        pen(s.viewer, QEvent::TabletMove, {320, 240}, 0.5);
        pen(s.viewer, QEvent::TabletMove, {360, 240}, 0.5);
        pen(s.viewer, QEvent::TabletRelease, {360, 240}, 0.0);
        const auto marks = marksOf(s.strokes);
        QCOMPARE(marks.size(), 2);
        QCOMPARE(marks[0].radius, 8.0);
        QCOMPARE(marks[1].radius, 4.0);
        QCOMPARE(marks[0].points.last(), marks[1].points.first());
        QVERIFY(near(marks[1].points.last(), s.viewer.toFilm({360, 240}), 1e-6));
    }

    void theOtherEndOfThePenErases() {
        Brushed s;
        const auto eraser = QPointingDevice::PointerType::Eraser;
        pen(s.viewer, QEvent::TabletPress, {200, 240}, 1.0, eraser);
        pen(s.viewer, QEvent::TabletRelease, {200, 240}, 0.0, eraser);
        QVERIFY(marksOf(s.strokes).first().erases);
        drag(s.viewer, {{300, 240}, {330, 240}});
        QVERIFY(!marksOf(s.strokes).first().erases);
    }

    void aStrokeStaysInItsPane() {
        Brushed s;
        s.viewer.setMode(ViewMode::sideBySide);
        drag(s.viewer, {{200, 240}, {500, 240}});  // over into the other picture
        const auto points = marksOf(s.strokes).first().points;
        const double scale = s.viewer.zoom();
        QVERIFY(near(points.last() - points.first(), QPointF(300 / scale, 0), 1e-6));
    }

    void theStripSetsTheBrush() {
        Shown s;
        QSignalSpy strokes(&s.viewer, &ViewerWidget::brushStroke);
        QAction paint(QStringLiteral("&Paint"));
        paint.setObjectName(QStringLiteral("retouch.paint"));
        QSignalSpy triggered(&paint, &QAction::triggered);
        s.viewer.setBrushActions({&paint}, {});
        auto* strip = s.viewer.findChild<QWidget*>(QStringLiteral("brushStrip"));
        auto* size = s.viewer.findChild<QSlider*>(QStringLiteral("brushSize"));
        auto* softness = s.viewer.findChild<QSlider*>(QStringLiteral("brushSoftness"));
        QVERIFY(strip != nullptr && size != nullptr && softness != nullptr);
        QVERIFY(!strip->isVisible());
        s.viewer.setTool(Tool::paintMask);
        QVERIFY(strip->isVisible());
        QTest::mouseClick(s.viewer.findChild<QToolButton*>(QStringLiteral("button.retouch.paint")),
                          kLeft);
        QCOMPARE(triggered.size(), 1);
        const double radius = s.viewer.brushRadius();
        QTest::keyClick(size, Qt::Key_PageUp);
        QVERIFY(s.viewer.brushRadius() > radius);
        s.viewer.setBrushSoftness(0.5);
        QCOMPARE(softness->value(), 50);
        QTest::keyClick(softness, Qt::Key_Home);
        QCOMPARE(s.viewer.brushSoftness(), 0.0);
        QVERIFY(strokes.isEmpty());
        s.viewer.resize(200, 150);  // what does not fit gives way
        QVERIFY(!softness->isVisible());
        QVERIFY(strip->geometry().width() <= 200);
    }
};

QTEST_MAIN(TestMaskBrush)
#include "tst_maskbrush.moc"
