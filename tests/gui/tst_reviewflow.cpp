// A review by keys on the real window: segments are rendered and measured, the worst comes first,
// verdicts go on to the next, a note is written, an offset is applied and undone.
#include "app/gui/reviewvalues.h"
#include "app/session/syncmeter.h"
#include "tests/gui/editorfixture.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTableView>
#include <QUndoStack>
#include <QtTest>

using namespace lipwright;
using test::EditorFixture;
using Status = project::SegmentStatus;

namespace {

constexpr int kWorkMs = 120'000;

}  // namespace

class TestReviewFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_fixture = std::make_unique<EditorFixture>();
        m_fixture->window().openFiles({m_fixture->film(), m_fixture->voice()});
        QTRY_VERIFY_WITH_TIMEOUT(segments().size() >= 2, kWorkMs);
        m_table = &m_fixture->child<QTableView>(QStringLiteral("segments"));
        press("edit.selectAll");
        press("render.selected");
        const auto measured = [this] {
            return std::ranges::all_of(segments(), [this](const project::Segment& segment) {
                const auto sync = editor().sync().of(segment.id);
                return segment.active() != nullptr && sync && sync->after;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(measured(), kWorkMs);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void takesAreScored() {
        for (const project::Segment& segment : segments()) {
            QTRY_VERIFY(segments().front().active()->scores.has_value());
            const auto facts = app::syncFactsOf(editor(), segment);
            QVERIFY(facts.before.has_value());
            QVERIFY(facts.after.has_value());
        }
    }

    void theWorstComesFirstAndIsPlayed() {
        QCOMPARE(progress(), QStringLiteral("0 of %1 reviewed").arg(segments().size()));
        const std::vector<project::Id> order = shown();
        double last = -1e9;
        for (const project::Id id : order) {
            const auto facts = app::syncFactsOf(editor(), *editor().project().segment(id));
            QVERIFY(facts.after->confidence >= last);
            last = facts.after->confidence;
        }
        clearSelection();
        press("review.next");
        QCOMPARE(selected(), std::vector<project::Id>{order.front()});
        QVERIFY(m_fixture->child<QAction>(QStringLiteral("play.loop")).isChecked());
        auto& viewer = m_fixture->child<widgets::ViewerWidget>();
        const qint64 frame = viewer.picture().frame;
        QTRY_VERIFY(viewer.picture().frame != frame);  // it plays
        press("play.stop");
    }

    void verdictsGoOn() {
        const std::vector<project::Id> order = shown();
        press("review.approve");
        QCOMPARE(status(order[0]), Status::approved);
        QCOMPARE(selected(), std::vector<project::Id>{order[1]});
        QTRY_COMPARE(progress(), QStringLiteral("1 of %1 reviewed").arg(order.size()));
        QCOMPARE(shown().back(), order[0]);
        press("review.bypass");
        QCOMPARE(status(order[1]), Status::bypass);
        QTRY_COMPARE(progress(), QStringLiteral("2 of %1 reviewed").arg(order.size()));
        press("play.stop");
        undo();
        undo();
        QTRY_COMPARE(progress(), QStringLiteral("0 of %1 reviewed").arg(order.size()));
        QTRY_VERIFY(shown() == order);
    }

    void needsWorkGoesOnAndComesAgain() {
        const std::vector<project::Id> order = shown();
        clearSelection();
        press("review.next");
        press("review.needsWork");
        QCOMPARE(status(order[0]), Status::review);
        QCOMPARE(selected(), std::vector<project::Id>{order[1]});
        press("review.previous");
        QCOMPARE(selected(), std::vector<project::Id>{order[0]});
        press("play.stop");
        undo();
    }

    void aNoteIsWrittenFromAnywhere() {
        auto& timeline = m_fixture->child<widgets::TimelineWidget>();
        timeline.setFocus();
        press("review.note");
        auto& text = m_fixture->child<QPlainTextEdit>(QStringLiteral("noteText"));
        QVERIFY(text.hasFocus());
        QTest::keyClicks(&text, "Qquiet lips");  // keys of commands are letters here
        QTest::keyClick(&text, Qt::Key_Return);
        QVERIFY(timeline.hasFocus());
        QCOMPARE(editor().project().segment(selected().front())->notes, std::string("Qquiet lips"));
        undo();
    }

    void aMixedSelectionChangesInOneStep() {
        const project::Id id = segments().front().id;
        project::SegmentSettings other = segments().front().settings;
        other.fadeFrames += 3;
        editor().setSettings({id}, other, false);
        press("edit.selectAll");
        auto& strength = m_fixture->child<QDoubleSpinBox>(QStringLiteral("strengthSpin"));
        const int steps = editor().document().undoStack().index();
        strength.setFocus();
        QTest::keyClick(&strength, Qt::Key_Down);
        QCOMPARE(editor().document().undoStack().index(), steps + 1);
        for (const project::Segment& segment : segments()) {
            QCOMPARE(segment.settings.strength, 0.99);
            QCOMPARE(segment.settings.fadeFrames == other.fadeFrames, segment.id == id);
        }
        undo();
        undo();
    }

    void anOffsetIsAppliedAndUndone() {
        const project::Id id = shown().front();
        m_table->selectRow(0);
        const auto offsets = app::offsetsToApply(editor(), {id});
        auto& apply = m_fixture->child<QAction>(QStringLiteral("review.applyOffset"));
        QCOMPARE(apply.isEnabled(), !offsets.empty());
        // As if an offset had been measured: the same edit, by the same way back.
        const std::int64_t before = editor().project().segment(id)->settings.offsetMicroseconds;
        editor().applyOffsets({{id, -80'000}});
        QCOMPARE(editor().project().segment(id)->settings.offsetMicroseconds, before - 80'000);
        QTRY_VERIFY(project::isStale(*editor().project().segment(id)));
        undo();
        QCOMPARE(editor().project().segment(id)->settings.offsetMicroseconds, before);
        QVERIFY(!project::isStale(*editor().project().segment(id)));
    }

private:
    [[nodiscard]] app::Editor& editor() { return m_fixture->editor(); }
    [[nodiscard]] const std::vector<project::Segment>& segments() {
        return editor().project().segments;
    }
    [[nodiscard]] Status status(project::Id id) { return editor().project().segment(id)->status; }
    [[nodiscard]] QString progress() {
        return m_fixture->child<QProgressBar>(QStringLiteral("reviewed")).text();
    }
    [[nodiscard]] std::vector<project::Id> selected() {
        return m_fixture->child<widgets::TimelineWidget>().selection();
    }
    /// The queue's order from the top, told by where the segments begin.
    [[nodiscard]] std::vector<project::Id> shown() {
        std::vector<project::Id> all;
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            const qint64 first = m_table->model()->index(row, 1).data(Qt::UserRole).toLongLong();
            for (const project::Segment& segment : segments()) {
                if (segment.frames.first == first) {
                    all.push_back(segment.id);
                }
            }
        }
        return all;
    }
    void clearSelection() { m_table->clearSelection(); }
    void undo() { press("edit.undo"); }
    void press(const char* command) {
        auto& action = m_fixture->child<QAction>(QString::fromLatin1(command));
        QTRY_VERIFY2(action.isEnabled(), command);
        const QKeyCombination key = action.shortcut()[0];
        QTest::keyClick(&m_fixture->window(), key.key(), key.keyboardModifiers());
    }

    std::unique_ptr<EditorFixture> m_fixture;
    QTableView* m_table = nullptr;
};

QTEST_MAIN(TestReviewFlow)
#include "tst_reviewflow.moc"
