// Two takes compared in the viewer: wipe, side by side, difference, and one in place of the other.
#include "tests/viewer/viewerfixture.h"

#include <QSignalSpy>

using namespace lipwright::widgets;
using namespace lipwright::test;

namespace {

const QColor kOriginal(200, 40, 40);
const QColor kDubbed(40, 40, 200);
const QColor kOther(40, 160, 40);

/// Original red, shown take blue, the other one green.
struct Compared : Shown {
    explicit Compared(ViewMode mode) {
        show(kOther);
        viewer.setMode(mode);
        viewer.setComparison(Comparison::take, QStringLiteral("Take 1"), QStringLiteral("Take 3"));
    }
    void show(const QColor& other) {
        ViewerPicture picture = pictureOf(kOriginal, kDubbed);
        if (other.isValid()) {
            picture.compared = plain(other);
        }
        viewer.setPicture(picture);
    }
    QColor left() { return viewer.grab().toImage().pixelColor(100, 240); }
    QColor right() { return viewer.grab().toImage().pixelColor(540, 240); }
};

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOtherTakeStandsAtTheLeft_data() {
        QTest::addColumn<ViewMode>("mode");
        QTest::newRow("wipe") << ViewMode::splitWipe;
        QTest::newRow("side by side") << ViewMode::sideBySide;
    }
    void theOtherTakeStandsAtTheLeft() {
        QFETCH(ViewMode, mode);
        Compared s(mode);
        QCOMPARE(s.left(), kOther);
        QCOMPARE(s.right(), kDubbed);
        s.viewer.setFlipped(true);
        QCOMPARE(s.left(), kDubbed);
        QCOMPARE(s.right(), kOther);
        s.viewer.setFlipped(false);
        s.viewer.setComparison(Comparison::original);
        QCOMPARE(s.left(), kOriginal);
        QCOMPARE(s.right(), kDubbed);
    }

    void oneIsShownInPlaceOfTheOther() {
        Compared s(ViewMode::dubbed);
        QSignalSpy flips(&s.viewer, &ViewerWidget::flippedChanged);
        QCOMPARE(s.left(), kDubbed);
        s.viewer.setFlipped(true);
        s.viewer.setFlipped(true);
        QCOMPARE(s.left(), kOther);
        QCOMPARE(flips.size(), 1);
        s.viewer.setComparison(Comparison::original);
        QCOMPARE(s.left(), kOriginal);
        s.viewer.setMode(ViewMode::original);  // always the film's own picture
        QCOMPARE(s.left(), kOriginal);
        s.viewer.setFlipped(false);
        QCOMPARE(s.left(), kOriginal);
    }

    void theTakesAreSubtracted() {
        Compared s(ViewMode::difference);
        QCOMPARE(s.left(), QColor(0, 255, 255));  // 4 * (0, 120, 160), cut off
        s.viewer.setComparison(Comparison::original);
        QCOMPARE(s.left(), QColor(255, 0, 255));
    }

    void whereThereIsNoOtherTakeTheOriginalIsShown() {
        Compared s(ViewMode::sideBySide);
        const QRect caption(0, 150, 130, 40);
        const QImage named = s.viewer.grab(caption).toImage();
        s.show({});
        QCOMPARE(s.left(), kOriginal);
        s.show(kOriginal);
        const QImage sameColourOtherName = s.viewer.grab(caption).toImage();
        s.show({});
        QVERIFY(s.viewer.grab(caption).toImage() != sameColourOtherName);  // says "Original"
        QVERIFY(named != sameColourOtherName);
    }

    void aPictureThatIsAloneIsNamed() {
        Compared s(ViewMode::dubbed);
        const QRect caption(2, 62, 128, 38);  // beside the mark of the focus
        const auto isPlain = [&] {
            const QImage image = s.viewer.grab(caption).toImage();
            QImage plainImage(image.size(), image.format());
            plainImage.fill(kDubbed);
            return image == plainImage;
        };
        QVERIFY(!isPlain());
        s.viewer.setComparison(Comparison::original);
        QVERIFY(isPlain());
    }
};

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
