// Shaping a mouth in the real window: a point of the curve is dragged, the project has it, the
// segment renders anew, and undo brings it back.
#include "app/playback/player.h"
#include "app/session/shapecurves.h"
#include "tests/gui/editorfixture.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QMouseEvent>
#include <QtTest>

using namespace lipwright;
using test::EditorFixture;

namespace {

constexpr int kAnalysisMs = 120'000;
constexpr int kRenderMs = 120'000;

void pull(QWidget& lane, QPoint from, QPoint to) {
    QTest::mousePress(&lane, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 6; ++step) {
        const QPoint at = from + (to - from) * step / 6;
        QMouseEvent event(QEvent::MouseMove, at, lane.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&lane, &event);
    }
}

}  // namespace

class TestShaping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_fixture = std::make_unique<EditorFixture>();
        EditorFixture::drop(m_fixture->window(), {m_fixture->film()});
        QTRY_VERIFY_WITH_TIMEOUT(editor().analysis().film().index != nullptr, kAnalysisMs);
        EditorFixture::drop(timeline(), {m_fixture->voice()});
        QTRY_VERIFY_WITH_TIMEOUT(!editor().project().segments.empty(), kAnalysisMs);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void wishIsShownBeforeAnythingIsRendered() {
        const project::Segment& segment = editor().project().segments[0];
        QVERIFY(segment.takes.empty());
        QTRY_VERIFY_WITH_TIMEOUT(editor().shapes().of(segment.id) != nullptr, kAnalysisMs);
        QTest::mouseClick(&timeline(), Qt::LeftButton, {},
                          timeline().segmentRect(segment.id).center());
        timeline().zoomToSelection();
        m_frame = (segment.frames.first + segment.frames.end) / 2;
        QTRY_VERIFY(!lane().pointOf(segment.id, m_frame).isNull());
    }

    void escapeLeavesTheProjectAsItIs() {
        const project::Project before = editor().project();
        const QPoint from = lane().pointOf(before.segments[0].id, m_frame);
        pull(lane(), from, from - QPoint(0, 10));
        QVERIFY(lane().pointOf(before.segments[0].id, m_frame) != from);  // a preview
        QTest::keyClick(&lane(), Qt::Key_Escape);
        QTest::mouseRelease(&lane(), Qt::LeftButton, {}, from - QPoint(0, 10));
        QCOMPARE(lane().pointOf(before.segments[0].id, m_frame), from);
        QVERIFY(editor().project() == before);
    }

    void draggedPointRendersTheSegmentAlone() {
        const project::Project before = editor().project();
        const project::Id id = before.segments[0].id;
        const QPoint from = lane().pointOf(id, m_frame);
        pull(lane(), from, from - QPoint(0, 14));
        QTest::mouseRelease(&lane(), Qt::LeftButton, {}, from - QPoint(0, 14));
        const auto segment = [&]() -> const project::Segment& {
            return *editor().project().segment(id);
        };
        QVERIFY(segment().shape.contains(m_frame));
        const auto voice = editor().shapes().of(id);
        const auto place = static_cast<std::size_t>(m_frame - voice->firstFrame);
        QVERIFY(segment().shape.at(m_frame).opening > voice->wanted[place].opening + 0.3F);
        QVERIFY(std::abs(lane().pointOf(id, m_frame).y() - (from.y() - 14)) <= 1);
        QTRY_VERIFY_WITH_TIMEOUT(segment().active() != nullptr, kRenderMs);
        QVERIFY(segment().active()->shape == segment().shape);
        QCOMPARE(segment().active()->quality, project::TakeQuality::draft);
        for (std::size_t i = 1; i < before.segments.size(); ++i) {
            QVERIFY(editor().project().segments[i] == before.segments[i]);
        }
        QAction& undo = m_fixture->child<QAction>(QStringLiteral("edit.undo"));
        undo.trigger();  // the take
        QVERIFY(segment().active() == nullptr);
        undo.trigger();  // the shape
        QVERIFY(segment().shape.empty());
        QTRY_COMPARE(lane().pointOf(id, m_frame), from);
    }

    void keysShapeAtThePlayhead() {
        const project::Id id = editor().project().segments[0].id;
        m_fixture->child<QAction>(QStringLiteral("retouch.renderAfter")).setChecked(false);
        QTest::mouseClick(&lane(), Qt::LeftButton, {},
                          lane().pointOf(id, m_frame) + QPoint(1, 0));  // the playhead comes
        const auto shape = [&] { return editor().project().segment(id)->shape; };
        const auto press = [&](const char* name) {
            QAction& action = m_fixture->child<QAction>(QString::fromLatin1(name));
            QVERIFY2(action.isEnabled(), name);
            const QKeyCombination key = action.shortcut()[0];
            QTest::keyClick(&m_fixture->window(), key.key(), key.keyboardModifiers());
        };
        press("retouch.raise");
        QVERIFY(shape().contains(m_frame));
        const float raised = shape().at(m_frame).opening;
        press("retouch.closeLips");
        QVERIFY(shape().at(m_frame).opening < raised);
        press("retouch.resetShape");
        QVERIFY(shape().empty());
        press("retouch.stronger");
        QCOMPARE(shape().size(),
                 static_cast<std::size_t>(editor().project().segment(id)->frames.length()));
        QCOMPARE(editor().renders().waiting(), 0);
    }

    void opacityAndOriginalOfTheLaneReachTheProject() {
        const project::Id id = editor().project().segments[0].id;
        auto& mask = m_fixture->child<widgets::MaskLane>();
        mask.setFolded(false);
        QTest::qWait(1);
        const QPoint at(mask.columnOf(m_frame) + 1, mask.rowOfOpacity(0.5));
        QTest::mouseDClick(&mask, Qt::LeftButton, {}, at);
        const auto retouch = [&] { return editor().project().segment(id)->retouch; };
        QCOMPARE(retouch().opacity.size(), std::size_t(1));
        QCOMPARE(retouch().opacity[0].frame, m_frame);
        const QPoint from(mask.columnOf(m_frame), mask.height() - 4);
        const QPoint to(mask.columnOf(m_frame + 10), mask.height() - 4);
        pull(mask, from, to);
        QTest::mouseRelease(&mask, Qt::LeftButton, {}, to);
        QCOMPARE(retouch().original, (std::vector<core::FrameRange>{{m_frame, m_frame + 10}}));
        m_fixture->child<QAction>(QStringLiteral("edit.undo")).trigger();
        QVERIFY(retouch().original.empty());
    }

private:
    app::Editor& editor() { return m_fixture->editor(); }
    widgets::TimelineWidget& timeline() { return m_fixture->child<widgets::TimelineWidget>(); }
    widgets::ShapeLane& lane() { return m_fixture->child<widgets::ShapeLane>(); }

    std::unique_ptr<EditorFixture> m_fixture;
    std::int64_t m_frame = 0;
};

QTEST_MAIN(TestShaping)
#include "tst_shaping.moc"
