// Painting on a take's mask as a user does it: brush by key, strokes by mouse on the viewer of the
// real window, undo, keyframes, copying, and two takes compared.
#include "app/gui/selection.h"
#include "engine/project/maskkeys.h"
#include "tests/gui/editorfixture.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QElapsedTimer>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

using namespace lipwright;
using test::EditorFixture;
using widgets::ViewerWidget;

namespace {

constexpr int kAnalysisMs = 120'000;
constexpr int kRenderMs = 120'000;
constexpr int kPictureMs = 10'000;

/// Of the mask at a film point, 0..255; -1 outside.
int maskAt(const widgets::ViewerPicture& picture, QPointF film) {
    if (picture.mask.isNull() || !QRectF(picture.maskRegion).contains(film)) {
        return -1;
    }
    const QPointF share((film.x() - picture.maskRegion.x()) / picture.maskRegion.width(),
                        (film.y() - picture.maskRegion.y()) / picture.maskRegion.height());
    const int x = static_cast<int>(share.x() * picture.mask.width());
    const int y = static_cast<int>(share.y() * picture.mask.height());
    return picture.mask.constScanLine(y)[x];
}

}  // namespace

class TestMaskPainting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        EditorFixture::drop(m_fixture.window(), {m_fixture.film()});
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture.editor().analysis().film().index != nullptr,
                                 kAnalysisMs);
        EditorFixture::drop(m_fixture.window(), {m_fixture.voice()});
        QTRY_VERIFY_WITH_TIMEOUT(project().segments.size() >= 2, kAnalysisMs);
        auto& timeline = m_fixture.child<widgets::TimelineWidget>();
        QTRY_VERIFY(!timeline.segmentRect(segment().id).isEmpty());
        QTest::mouseClick(&timeline, Qt::LeftButton, {},
                          timeline.segmentRect(segment().id).center());
        press("render.draft");
        QTRY_VERIFY_WITH_TIMEOUT(segment().active() != nullptr, kRenderMs);
        goToATakesFrame();
    }

    void theBrushIsTakenByItsKey() {
        QCOMPARE(viewer().tool(), ViewerWidget::Tool::look);
        press("retouch.erase");
        QCOMPARE(viewer().tool(), ViewerWidget::Tool::eraseMask);
        QVERIFY(m_fixture.child<QWidget>(QStringLiteral("brushStrip")).isVisible());
        press("retouch.paint");
        QCOMPARE(viewer().tool(), ViewerWidget::Tool::paintMask);
        QVERIFY(!action("retouch.erase").isChecked());
        QTest::keyClick(&viewer(), Qt::Key_Escape);
        QVERIFY(!action("retouch.paint").isChecked());
        press("retouch.erase");
    }

    void aStrokeErasesWhatIsShown() {
        const int before = maskAt(viewer().picture(), m_middle);
        QVERIFY2(before > 200, QByteArray::number(before));
        QElapsedTimer clock;
        clock.start();
        stroke();
        QCOMPARE(segment().retouch.mask.size(), std::size_t(1));
        const project::MaskKeyframe& key = segment().retouch.mask.front();
        QCOMPARE(key.frame, m_frame);
        QCOMPARE(key.strokes.size(), std::size_t(1));
        QVERIFY(key.strokes.front().erases);
        QTRY_VERIFY_WITH_TIMEOUT(maskAt(viewer().picture(), m_middle) < 20, kPictureMs);
        qInfo("stroke to picture: %lld ms", static_cast<long long>(clock.elapsed()));
        QCOMPARE(viewer().picture().frame, m_frame);
    }

    void aStrokeIsOneUndoStep() {
        const project::Retouch painted = segment().retouch;
        press("edit.undo");
        QVERIFY(segment().retouch == project::Retouch{});
        QTRY_VERIFY_WITH_TIMEOUT(maskAt(viewer().picture(), m_middle) > 200, kPictureMs);
        press("edit.redo");
        QVERIFY(segment().retouch == painted);
        QTRY_VERIFY_WITH_TIMEOUT(maskAt(viewer().picture(), m_middle) < 20, kPictureMs);
    }

    void keyframesAreSetAndGoneTo() {
        QVERIFY(action("retouch.maskKey").isChecked());
        QVERIFY(!action("retouch.nextMaskKey").isEnabled());
        press("play.stepForward");
        QTRY_COMPARE_WITH_TIMEOUT(viewer().picture().frame, m_frame + 1, kPictureMs);
        QVERIFY(!action("retouch.maskKey").isChecked());
        press("retouch.maskKey");
        QVERIFY(action("retouch.maskKey").isChecked());
        QCOMPARE(segment().retouch.mask.size(), std::size_t(2));
        QVERIFY(segment().retouch.mask[1].strokes == segment().retouch.mask[0].strokes);
        press("retouch.paint");
        stroke();
        QCOMPARE(segment().retouch.mask[0].strokes.size(), std::size_t(1));
        QCOMPARE(segment().retouch.mask[1].strokes.size(), std::size_t(2));
        QVERIFY(!segment().retouch.mask[1].strokes.back().erases);
        QTRY_VERIFY_WITH_TIMEOUT(maskAt(viewer().picture(), m_middle) > 200, kPictureMs);
        press("retouch.previousMaskKey");
        QTRY_COMPARE_WITH_TIMEOUT(viewer().picture().frame, m_frame, kPictureMs);
        press("retouch.nextMaskKey");
        QTRY_COMPARE_WITH_TIMEOUT(viewer().picture().frame, m_frame + 1, kPictureMs);
        press("retouch.maskKey");
        QCOMPARE(segment().retouch.mask.size(), std::size_t(1));
    }

    void theRetouchIsCopiedToAnotherSegment() {
        press("retouch.copy");
        const project::Segment& target = project().segments[1];
        QVERIFY(target.retouch == project::Retouch{});
        auto& timeline = m_fixture.child<widgets::TimelineWidget>();
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, timeline.segmentRect(target.id).center());
        press("retouch.paste");
        const auto& pasted = project().segments[1];
        QCOMPARE(pasted.retouch.mask.size(), std::size_t(1));
        QVERIFY(pasted.retouch.mask[0].strokes == segment().retouch.mask[0].strokes);
        QCOMPARE(pasted.retouch.mask[0].frame - pasted.frames.first,
                 segment().retouch.mask[0].frame - segment().frames.first);
        QTest::mouseClick(&timeline, Qt::LeftButton, {},
                          timeline.segmentRect(segment().id).center());
        press("retouch.previousMaskKey");
        action("retouch.clearMask").trigger();
        QVERIFY(segment().retouch == project::Retouch{});
    }

    void twoTakesAreCompared() {
        press("render.draft");
        QTRY_COMPARE_WITH_TIMEOUT(segment().takes.size(), std::size_t(2), kRenderMs);
        goToATakesFrame();
        QVERIFY(viewer().picture().compared.isNull());
        QMenu& menu = compareMenu();
        QTRY_COMPARE(menu.actions().size(), 3);
        menu.actions()[1]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!viewer().picture().compared.isNull(), kPictureMs);
        QCOMPARE(viewer().comparison(), widgets::Comparison::take);
        QCOMPARE(viewer().mode(), widgets::ViewMode::splitWipe);
        press("view.flip");
        QVERIFY(viewer().isFlipped());
        compareMenu().actions()[0]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(viewer().picture().compared.isNull(), kPictureMs);
        QCOMPARE(viewer().comparison(), widgets::Comparison::original);
    }

private:
    const project::Project& project() { return m_fixture.editor().project(); }
    const project::Segment& segment() { return project().segments.front(); }
    ViewerWidget& viewer() { return m_fixture.child<ViewerWidget>(); }
    QAction& action(const char* name) {
        return m_fixture.child<QAction>(QString::fromLatin1(name));
    }

    void press(const char* command) {
        const QAction& wanted = action(command);
        QVERIFY2(wanted.isEnabled(), command);
        const QKeyCombination key = wanted.shortcut()[0];
        QTest::keyClick(&m_fixture.window(), key.key(), key.keyboardModifiers());
    }

    /// To the middle of the segment, where its take is seen.
    void goToATakesFrame() {
        const core::FrameRange frames = segment().frames;
        press("play.start");
        for (std::int64_t frame = 0; frame < (frames.first + frames.end) / 2; ++frame) {
            press("play.stepForward");
        }
        m_frame = (frames.first + frames.end) / 2;
        QTRY_VERIFY_WITH_TIMEOUT(
            viewer().picture().frame == m_frame && !viewer().picture().mask.isNull(), kPictureMs);
        m_middle = QRectF(viewer().picture().maskRegion).center();
    }

    void stroke() {
        const QPoint from = viewer().fromFilm(m_middle - QPointF(6, 0)).toPoint();
        const QPoint to = viewer().fromFilm(m_middle + QPointF(6, 0)).toPoint();
        viewer().setBrushRadius(8.0);
        QTest::mousePress(&viewer(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&viewer(), to);
        QTest::mouseRelease(&viewer(), Qt::LeftButton, {}, to);
    }

    /// Filled as it is when the user opens it.
    QMenu& compareMenu() {
        auto& menu = m_fixture.child<QMenu>(QStringLiteral("compareMenu"));
        Q_EMIT menu.aboutToShow();
        return menu;
    }

    EditorFixture m_fixture;
    std::int64_t m_frame = 0;
    QPointF m_middle;
};

QTEST_MAIN(TestMaskPainting)
#include "tst_maskpainting.moc"
