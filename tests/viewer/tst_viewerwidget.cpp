#include "tests/viewer/viewerfixture.h"

#include <QElapsedTimer>
#include <QMimeData>
#include <QSignalSpy>

using namespace lipwright::widgets;
using namespace lipwright::test;

namespace {

FaceOverlay face(int track, const QRectF& box) {
    FaceOverlay result;
    result.track = track;
    result.actor = track + 10;
    result.name = QStringLiteral("Oksana");
    result.box = box;
    result.mouth = QRectF(box.center() + QPointF(-10, 10), QSizeF(20, 12));
    return result;
}

}  // namespace

class TestViewerWidget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsWithTheFilmsAspect() {
        Shown s;
        QCOMPARE(s.viewer.zoom(), 2.0);
        QVERIFY(near(s.viewer.fromFilm({0, 0}), {0, 60}, 0.01));
        QVERIFY(near(s.viewer.fromFilm({320, 180}), {640, 420}, 0.01));
        const QImage image = s.viewer.grab().toImage();
        QVERIFY(image.pixelColor(320, 20).lightness() < 20);  // black beside the picture
        QCOMPARE(image.pixelColor(320, 240), QColor(40, 40, 200));
        s.viewer.setMode(ViewMode::original);
        QCOMPARE(at(s.viewer, {160, 90}), QColor(200, 40, 40));
    }

    void coordinatesRoundTrip_data() {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QPoint>("pan");
        QTest::newRow("fit") << 0.0 << QPoint();
        QTest::newRow("1:1") << 1.0 << QPoint();
        QTest::newRow("3.3:1, panned") << 3.3 << QPoint(35, -20);
        QTest::newRow("16:1, panned") << 16.0 << QPoint(-200, 90);
    }
    void coordinatesRoundTrip() {
        QFETCH(double, zoom);
        QFETCH(QPoint, pan);
        Shown s;
        if (zoom > 0) {
            s.viewer.setZoom(zoom);
            QCOMPARE(s.viewer.zoom(), zoom);
        }
        const QPointF before = s.viewer.fromFilm({100, 60});
        QTest::mousePress(&s.viewer, Qt::MiddleButton, {}, {300, 200});
        move(s.viewer, QPoint(300, 200) + pan, Qt::MiddleButton);
        QTest::mouseRelease(&s.viewer, Qt::MiddleButton, {}, QPoint(300, 200) + pan);
        QVERIFY(near(s.viewer.fromFilm({100, 60}), before + pan, 0.51));
        for (const QPointF point : {QPointF(0, 0), QPointF(10.5, 170), QPointF(319, 3)}) {
            QVERIFY(near(s.viewer.toFilm(s.viewer.fromFilm(point)), point, 1e-6));
        }
    }

    void wheelKeepsThePointUnderTheCursor() {
        Shown s;
        const QPoint cursor(420, 240);  // where nothing but the zoom moves the picture
        QSignalSpy told(&s.viewer, &ViewerWidget::zoomChanged);
        const QPointF film = s.viewer.toFilm(cursor);
        for (int i = 0; i < 4; ++i) {
            wheel(s.viewer, cursor, 120);
        }
        QVERIFY(s.viewer.zoom() > 4.5);
        QCOMPARE(told.count(), 4);
        QVERIFY(near(s.viewer.toFilm(cursor), film, 0.6 / s.viewer.zoom()));
        for (int i = 0; i < 40; ++i) {
            wheel(s.viewer, cursor, 120);
        }
        QCOMPARE(s.viewer.zoom(), 16.0);
        for (int i = 0; i < 60; ++i) {
            wheel(s.viewer, cursor, -120);
        }
        QVERIFY(s.viewer.zoom() <= 2.0);
    }

    void doubleClickTogglesFitAndFullSize() {
        Shown s({200, 100});
        const double fit = s.viewer.zoom();
        QVERIFY(fit < 1.0);
        QTest::mouseDClick(&s.viewer, Qt::LeftButton, {}, {100, 50});
        QCOMPARE(s.viewer.zoom(), 1.0);
        QTest::mouseDClick(&s.viewer, Qt::LeftButton, {}, {100, 50});
        QCOMPARE(s.viewer.zoom(), fit);
    }

    void pixelsAreSquaresWhenZoomedIn() {
        Shown s;
        ViewerPicture picture = pictureOf(Qt::black, Qt::black);
        for (int x = 0; x < kFilm.width(); x += 2) {
            for (int y = 0; y < kFilm.height(); ++y) {
                picture.dubbed.setPixelColor(x, y, Qt::white);
            }
        }
        s.viewer.setPicture(picture);
        s.viewer.setZoom(8);
        const QImage image = s.viewer.grab().toImage();
        for (int x = 100; x < 300; ++x) {
            const int light = image.pixelColor(x, 240).lightness();
            QVERIFY(light == 0 || light == 255);
        }
    }

    void wipeIsDragged() {
        Shown s;
        QSignalSpy modes(&s.viewer, &ViewerWidget::modeChanged);
        s.viewer.setMode(ViewMode::splitWipe);
        QCOMPARE(modes.count(), 1);
        QCOMPARE(at(s.viewer, {60, 130}), QColor(200, 40, 40));
        QCOMPARE(at(s.viewer, {260, 130}), QColor(40, 40, 200));
        QTest::mousePress(&s.viewer, Qt::LeftButton, {}, {321, 300});
        move(s.viewer, {160, 300}, Qt::LeftButton);
        QTest::mouseRelease(&s.viewer, Qt::LeftButton, {}, {160, 300});
        QCOMPARE(s.viewer.wipePosition(), 0.25);
        QCOMPARE(at(s.viewer, {120, 130}), QColor(40, 40, 200));
        QTest::mousePress(&s.viewer, Qt::LeftButton, {}, {500, 300});  // away from the edge
        move(s.viewer, {400, 300}, Qt::LeftButton);
        QTest::mouseRelease(&s.viewer, Qt::LeftButton, {}, {400, 300});
        QCOMPARE(s.viewer.wipePosition(), 0.25);
        s.viewer.setWipePosition(7);
        QCOMPARE(s.viewer.wipePosition(), 1.0);
    }

    void sidesZoomTogether() {
        Shown s;
        s.viewer.setMode(ViewMode::sideBySide);
        QImage image = s.viewer.grab().toImage();
        QCOMPARE(image.pixelColor(160, 240), QColor(200, 40, 40));
        QCOMPARE(image.pixelColor(480, 240), QColor(40, 40, 200));
        wheel(s.viewer, {480, 240}, 240);
        QVERIFY(near(s.viewer.toFilm({160, 240}), s.viewer.toFilm({482, 240}), 1.5));
    }

    void differenceIsAmplified() {
        Shown s;
        s.viewer.setPicture(pictureOf(QColor(100, 50, 200), QColor(110, 45, 100)));
        s.viewer.setMode(ViewMode::difference);
        QCOMPARE(at(s.viewer, {200, 120}), QColor(40, 20, 255));
        ViewerPicture same = pictureOf(Qt::red, Qt::red);
        same.dubbed = {};
        s.viewer.setPicture(same);
        QCOMPARE(at(s.viewer, {200, 120}), QColor(Qt::black));
        ViewerPicture bytes = pictureOf(QColor(10, 20, 30), QColor(13, 20, 25));
        bytes.original = bytes.original.convertToFormat(QImage::Format_RGB888);
        bytes.dubbed = bytes.dubbed.scaled(160, 90);  // a draft of half the size
        s.viewer.setPicture(bytes);
        QCOMPARE(at(s.viewer, {200, 120}), QColor(12, 0, 20));
    }

    void clickFindsTheFaceMeant() {
        Shown s;
        s.viewer.setOverlays(ViewerWidget::faceBoxes);
        s.viewer.setFaces({face(1, {20, 20, 160, 140}), face(2, {140, 60, 60, 60})});
        QSignalSpy clicked(&s.viewer, &ViewerWidget::faceClicked);
        const auto click = [&](QPointF film) {
            QTest::mouseClick(&s.viewer, Qt::LeftButton, {}, s.viewer.fromFilm(film).toPoint());
        };
        click({165, 90});  // in both, near the middle of the second
        QCOMPARE(clicked.takeLast(), (QVariantList{2, 12}));
        click({90, 90});
        QCOMPARE(clicked.takeLast(), (QVariantList{1, 11}));
        click({300, 170});
        QVERIFY(clicked.isEmpty());
    }

    void keysChooseFaces() {
        Shown s;
        s.viewer.setOverlays(ViewerWidget::faceBoxes);
        s.viewer.setFaces({face(1, {20, 20, 60, 60}), face(2, {200, 60, 60, 60})});
        s.viewer.setFocus();
        QSignalSpy clicked(&s.viewer, &ViewerWidget::faceClicked);
        QTest::keyClick(&s.viewer, Qt::Key_Return);
        QCOMPARE(clicked.count(), 0);
        QTest::keyClick(&s.viewer, Qt::Key_Tab);
        QTest::keyClick(&s.viewer, Qt::Key_Tab);
        QTest::keyClick(&s.viewer, Qt::Key_Return);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.takeLast().first().toInt(), 2);
        QTest::keyClick(&s.viewer, Qt::Key_Backtab);
        QTest::keyClick(&s.viewer, Qt::Key_Enter);
        QCOMPARE(clicked.takeLast().first().toInt(), 1);
        QVERIFY(s.viewer.accessibleDescription().contains(QStringLiteral("Oksana")));
    }

    void hoverHighlights() {
        Shown s;
        s.viewer.setOverlays(ViewerWidget::faceBoxes);
        s.viewer.setFaces({face(1, {20, 40, 80, 80})});
        const QColor before = at(s.viewer, {60, 60});
        move(s.viewer, s.viewer.fromFilm({50, 70}).toPoint(), Qt::NoButton);
        QVERIFY(at(s.viewer, {60, 60}) != before);
        move(s.viewer, s.viewer.fromFilm({250, 70}).toPoint(), Qt::NoButton);
        QCOMPARE(at(s.viewer, {60, 60}), before);
    }

    void maskTintsWhereItIsFull() {
        Shown s;
        ViewerPicture picture = pictureOf(QColor(100, 100, 100), QColor(100, 100, 100));
        picture.maskRegion = QRect(100, 60, 80, 60);
        picture.mask = QImage(80, 60, QImage::Format_Alpha8);
        picture.mask.fill(0);
        for (int y = 20; y < 40; ++y) {
            std::fill_n(picture.mask.scanLine(y) + 20, 40, uchar{255});
        }
        s.viewer.setPicture(picture);
        QCOMPARE(at(s.viewer, {140, 90}), QColor(100, 100, 100));
        s.viewer.setOverlays(ViewerWidget::mask);
        const QColor inside = at(s.viewer, {140, 90});
        QVERIFY(inside.blue() > 130 && inside.blue() > inside.red() + 20);
        QCOMPARE(at(s.viewer, {110, 65}), QColor(100, 100, 100));
        const QColor contour = at(s.viewer, {120, 90});
        QVERIFY(contour.blue() > inside.blue() + 30);
        QVERIFY(at(s.viewer, {119, 90}).lightness() < 90);  // its dark edge
    }

    void insetFollowsTheChosenFace() {
        Shown s;
        ViewerPicture picture = pictureOf(Qt::gray, Qt::gray);
        for (int y = 80; y < 130; ++y) {
            for (int x = 200; x < 260; ++x) {
                picture.dubbed.setPixelColor(x, y, Qt::yellow);
            }
        }
        s.viewer.setPicture(picture);
        s.viewer.setOverlays(ViewerWidget::mouthInset);
        FaceOverlay chosen = face(2, {200, 60, 60, 60});
        chosen.chosen = true;
        s.viewer.setFaces({face(1, {20, 20, 60, 60}), chosen});
        // 20 x 12 film pixels at twice their size, 10 pixels off the corner
        const QImage image = s.viewer.grab().toImage();
        QCOMPARE(image.pixelColor(640 - 10 - 20, 480 - 10 - 12), QColor(Qt::yellow));
        QVERIFY(image.pixelColor(640 - 10 - 50, 480 - 10 - 12) != QColor(Qt::yellow));
        s.viewer.setFaces({});
        QVERIFY(s.viewer.grab().toImage().pixelColor(610, 458) != QColor(Qt::yellow));
    }

    void insetDoesNotShake() {
        Shown s;
        s.viewer.setOverlays(ViewerWidget::mouthInset);
        ViewerPicture picture = pictureOf(Qt::black, Qt::black);
        for (int y = 0; y < kFilm.height(); ++y) {
            picture.dubbed.setPixelColor(100, y, Qt::white);
        }
        s.viewer.setPicture(picture);
        const auto lineAt = [&] {
            const QImage image = s.viewer.grab().toImage();
            for (int x = 640 - 10 - 38; x < 640 - 12; ++x) {
                if (image.pixelColor(x, 480 - 20).lightness() > 120) {
                    return x;
                }
            }
            return -1;
        };
        FaceOverlay only = face(1, {70, 60, 60, 60});
        only.mouth = QRectF(90, 100, 20, 12);
        s.viewer.setFaces({only});
        const int still = lineAt();
        QVERIFY(still > 0);
        only.mouth.translate(4, 0);  // 8 device pixels in the inset, but not at once
        s.viewer.setFaces({only});
        const int first = lineAt();
        QVERIFY(still - first >= 1 && still - first <= 4);
        for (int i = 0; i < 20; ++i) {
            s.viewer.setFaces({only});
        }
        QVERIFY(std::abs(still - lineAt() - 8) <= 1);
    }

    void dropsFiles() {
        Shown s;
        QSignalSpy dropped(&s.viewer, &ViewerWidget::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/film.mp4"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&s.viewer, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&s.viewer, &drop);
        QCOMPARE(dropped.count(), 1);
    }

    void surfacesOfAnySizeAreSafe() {
        Shown s;
        s.viewer.setOverlays(ViewerWidget::Overlays(31));
        s.viewer.setFaces({face(1, {20, 20, 60, 60})});
        s.viewer.setPlaceholder(QStringLiteral("Nothing"));
        for (const QSize size :
             {QSize(0, 0), QSize(1, 1), QSize(3, 5000), QSize(5000, 3), QSize(40, 30)}) {
            for (const ViewMode mode : {ViewMode::original, ViewMode::dubbed, ViewMode::splitWipe,
                                        ViewMode::sideBySide, ViewMode::difference}) {
                s.viewer.setMinimumSize(0, 0);
                s.viewer.resize(size);
                s.viewer.setMode(mode);
                s.viewer.setZoom(16);
                wheel(s.viewer, {0, 0}, -1200);
                const QPixmap grabbed = s.viewer.grab();
                QCOMPARE(grabbed.size(), size);
            }
        }
        s.viewer.setPicture({});
        s.viewer.resize(300, 200);
        QVERIFY(!s.viewer.grab().isNull());
    }

    void paintingDoesNotScaleAgain() {
        ViewerWidget viewer;
        viewer.resize(960, 540);
        ViewerPicture picture;
        picture.filmSize = QSize(1920, 1080);
        picture.original = plain(Qt::darkGreen, {1920, 1080});
        viewer.setPicture(picture);
        viewer.setOverlays({});
        QPixmap target(960, 540);
        viewer.render(&target);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            viewer.render(&target);
        }
        const double cached = static_cast<double>(timer.nsecsElapsed()) / 20e6;
        timer.restart();
        for (int i = 0; i < 20; ++i) {
            picture.frame = i;
            picture.original.setPixel(0, 0, qRgb(i, 0, 0));  // another picture
            viewer.setPicture(picture);
            viewer.render(&target);
        }
        const double fresh = static_cast<double>(timer.nsecsElapsed()) / 20e6;
        qInfo("1080p to 960x540: %.2f ms a new picture, %.2f ms painted again", fresh, cached);
        QVERIFY(cached < fresh / 2);
    }
};

QTEST_MAIN(TestViewerWidget)
#include "tst_viewerwidget.moc"
