// The inspector: mixed selections, dragging, edits that go on while the project changes, takes.
#include "widgets/panels/inspectorpanel.h"
#include "widgets/panels/takesmodel_p.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

using Ids = std::vector<project::Id>;

struct SettingsChange {
    Ids segments;
    project::SegmentSettings settings;
    bool interactive;
};

project::Segment segment(project::Id id, int actor) {
    project::Segment made;
    made.id = id;
    made.frames = {0, 50};
    made.actor = actor;
    made.dubTrack = 7;
    made.text = "text";
    project::Take take;
    take.id = 100 * id;
    take.engine = "warped 1";
    take.created = "2026-11-20T10:00:00Z";
    take.seconds = 4.2;
    made.takes.push_back(take);
    take.id = 100 * id + 1;
    take.name = "softer";
    made.takes.push_back(take);
    made.activeTake = 100 * id + 1;
    return made;
}

}  // namespace

class InspectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<InspectorPanel>();
        m_panel->setCast({{0, "Oksana", "", std::nullopt, 1}, {1, "Petro", "", std::nullopt, 1}});
        DubEntry dub;
        dub.track.id = 7;
        dub.track.name = "Voice";
        m_panel->setDubs({dub});
        m_panel->setFrameSeconds(0.04);
        m_changes.clear();
        connect(m_panel.get(), &InspectorPanel::settingsChanged, this,
                [this](const Ids& ids, const project::SegmentSettings& settings, bool more) {
                    m_changes.push_back({ids, settings, more});
                });
        m_panel->resize(420, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void nothingSelectedGivesAHint() {
        QVERIFY(child<QLabel>("hint")->isVisible());
        QVERIFY(!child<QPushButton>("render")->isVisible());
        m_panel->setSegments({segment(1, 0)});
        QVERIFY(!child<QLabel>("hint")->isVisible());
        QVERIFY(child<QPushButton>("render")->isVisible());
    }

    void showingTellsNobody() {
        QSignalSpy actor(m_panel.get(), &InspectorPanel::actorChosen);
        QSignalSpy text(m_panel.get(), &InspectorPanel::textChanged);
        auto one = segment(1, 0);
        one.settings = {"warped", 0.5, 0.3, 9, 12'345};
        m_panel->setSegments({one});
        m_panel->setSegments({segment(2, 1)});
        m_panel->setSegments({one, segment(2, 1)});
        m_panel->setSegments({});
        QVERIFY(m_changes.empty());
        QCOMPARE(actor.count(), 0);
        QCOMPARE(text.count(), 0);
    }

    void mixedValuesChangeOnlyWhenTouched() {
        auto one = segment(1, 0);
        auto two = segment(2, 1);
        one.settings.strength = 0.5;
        two.settings.strength = 1.5;
        one.settings.fadeFrames = 2;
        m_panel->setSegments({one, two});
        QCOMPARE(child<QComboBox>("actor")->currentIndex(), -1);
        QCOMPARE(child<QComboBox>("voice")->currentText(), "Voice");
        auto* strength = child<QDoubleSpinBox>("strengthSpin");
        auto* shown = strength->findChild<QLineEdit*>();
        QCOMPARE(shown->text(), QString());
        QCOMPARE(shown->placeholderText(), "(several)");
        strength->setFocus();
        QTest::keyClick(strength, Qt::Key_Tab);
        QVERIFY(m_changes.empty());
        strength->setFocus();
        strength->selectAll();
        QTest::keyClicks(strength, "50");  // what the first one has: a choice all the same
        QTest::keyClick(strength, Qt::Key_Return);
        QCOMPARE(m_changes.size(), std::size_t(2));  // the fades differ still
        QCOMPARE(m_changes[0].settings.strength, 0.5);
        QCOMPARE(m_changes[1].settings.strength, 0.5);
        QCOMPARE(m_changes[0].settings.fadeFrames, 2);
        QCOMPARE(m_changes[1].settings.fadeFrames, 4);
        QCOMPARE(m_changes[1].segments, Ids{2});
    }

    void equalResultsAreToldTogether() {
        m_panel->setSegments({segment(1, 0), segment(2, 1)});
        auto* fade = child<QDoubleSpinBox>("fadeSpin");
        fade->setFocus();
        QTest::keyClick(fade, Qt::Key_Up);
        QCOMPARE(m_changes.size(), std::size_t(1));
        QCOMPARE(m_changes[0].segments, (Ids{1, 2}));
        QCOMPARE(m_changes[0].settings.fadeFrames, 5);
        QVERIFY(!m_changes[0].interactive);
    }

    void aDragIsInteractiveThenFinal() {
        m_panel->setSegments({segment(1, 0)});
        auto* slider = child<QSlider>("strengthSlider");
        QStyleOptionSlider option;
        option.initFrom(slider);
        option.minimum = slider->minimum();
        option.maximum = slider->maximum();
        option.sliderPosition = option.sliderValue = slider->value();
        const QPoint handle =
            slider->style()
                ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider)
                .center();
        QTest::mousePress(slider, Qt::LeftButton, {}, handle);
        QTest::mouseMove(slider, handle + QPoint(20, 0));
        const int dragged = slider->value();
        QVERIFY(dragged > 100);
        m_panel->setSegments({segment(1, 0)});  // the project has not heard of it yet
        QCOMPARE(slider->value(), dragged);
        QTest::mouseMove(slider, handle + QPoint(30, 0));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(30, 0));
        QVERIFY(m_changes.size() >= 3);
        QVERIFY(m_changes.front().interactive);
        QVERIFY(!m_changes.back().interactive);
        QCOMPARE(m_changes.back().settings.strength, slider->value() / 100.0);
    }

    void nudgesCountInFramesAndMilliseconds() {
        m_panel->setSegments({segment(1, 0)});
        QTest::mouseClick(child<QToolButton>("frameLater"), Qt::LeftButton);
        QTest::mouseClick(child<QToolButton>("millisecondEarlier"), Qt::LeftButton);
        QCOMPARE(m_changes.back().settings.offsetMicroseconds, std::int64_t(39'000));
        QVERIFY(child<QToolButton>("offsetReset")->isVisible());
        QTest::mouseClick(child<QToolButton>("offsetReset"), Qt::LeftButton);
        QCOMPARE(m_changes.back().settings, project::SegmentSettings{});
        QVERIFY(!child<QToolButton>("offsetReset")->isVisible());
    }

    void textIsCommittedNotTyped() {
        QSignalSpy changed(m_panel.get(), &InspectorPanel::textChanged);
        m_panel->setSegments({segment(1, 0)});
        auto* text = child<QPlainTextEdit>("text");
        text->setFocus();
        text->selectAll();
        QTest::keyClicks(text, "hello");
        m_panel->setSegments({segment(1, 0)});
        QCOMPARE(text->toPlainText(), "hello");
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(changed.count(), 1);
        QTest::keyClicks(text, "!");
        m_panel->setSegments({segment(2, 0)});  // another one is selected: to the one typed for
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.at(1).at(0).value<project::Id>(), project::Id(1));
        QCOMPARE(text->toPlainText(), "text");
    }

    void aVerdictIsGivenAndTakenBack() {
        QSignalSpy chosen(m_panel.get(), &InspectorPanel::statusChosen);
        m_panel->setSegments({segment(1, 0)});
        auto* approved = child<QToolButton>("status3");
        QTest::mouseClick(approved, Qt::LeftButton);
        QCOMPARE(chosen.at(0).at(1).value<project::SegmentStatus>(),
                 project::SegmentStatus::approved);
        auto after = segment(1, 0);
        after.status = project::SegmentStatus::approved;
        m_panel->setSegments({after});
        QVERIFY(approved->isChecked());
        QTest::mouseClick(approved, Qt::LeftButton);
        QCOMPARE(chosen.at(1).at(1).value<project::SegmentStatus>(),
                 project::SegmentStatus::rendered);
    }

    void takesAreChosenRenamedRemoved() {
        QSignalSpy chosen(m_panel.get(), &InspectorPanel::takeChosen);
        QSignalSpy renamed(m_panel.get(), &InspectorPanel::takeRenamed);
        QSignalSpy removed(m_panel.get(), &InspectorPanel::takeRemoved);
        m_panel->setSegments({segment(1, 0)});
        auto* takes = child<QTreeView>("takes");
        QCOMPARE(takes->model()->rowCount(), 3);
        QCOMPARE(takes->model()->index(1, 0).data(Qt::EditRole).toString(), "Take 1");
        takes->setFocus();
        QTest::keyClick(takes, Qt::Key_1);
        QCOMPARE(chosen.at(0).at(1).value<project::Id>(), project::Id(100));
        QTest::mouseClick(takes->viewport(), Qt::LeftButton, {},
                          takes->visualRect(takes->model()->index(0, 0)).center());
        QCOMPARE(chosen.at(1).at(1).value<project::Id>(), project::Id(0));
        QTest::keyClick(takes, Qt::Key_Delete);  // the original picture stays
        QCOMPARE(removed.count(), 0);
        QTest::keyClick(takes, Qt::Key_Down);
        QTest::keyClick(takes, Qt::Key_F2);
        auto* edit = takes->viewport()->findChild<QLineEdit*>();
        QVERIFY(edit != nullptr);
        QTest::keyClicks(edit, "wide");
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(renamed.count(), 1);
        QCOMPARE(renamed.at(0).at(2).toString(), "wide");
        takes->setFocus();
        QTest::keyClick(takes, Qt::Key_Delete);
        QCOMPARE(removed.at(0).at(1).value<project::Id>(), project::Id(100));
    }

    void theTakesModelIsSound() {
        TakesModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto one = segment(1, 0);
        model.set(one);
        one.activeTake = 0;
        model.set(one);
        QCOMPARE(model.activeRow(), 0);
        one.takes.pop_back();
        model.set(one);
        QCOMPARE(model.rowCount(), 2);
    }

private:
    template <typename Widget>
    Widget* child(const char* name) {
        return m_panel->findChild<Widget*>(QLatin1String(name));
    }

    std::unique_ptr<InspectorPanel> m_panel;
    std::vector<SettingsChange> m_changes;
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
