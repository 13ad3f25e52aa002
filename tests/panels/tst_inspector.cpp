// The inspector: mixed selections, dragging, edits that go on while the project changes, presets.
#include "widgets/panels/inspectorpanel.h"

#include <QAction>
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

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

using Ids = std::vector<project::Id>;

using Settings = std::map<project::Id, project::SegmentSettings>;

struct SettingsChange {
    Settings settings;
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
                [this](const Settings& settings, bool more) {
                    m_changes.push_back({settings, more});
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
        one.settings.strength = 0.5;
        one.settings.offsetMicroseconds = 12'345;
        one.retouch.grow = 0.1;
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
        QCOMPARE(m_changes.size(), std::size_t(1));  // one step, though the fades differ still
        const Settings& changed = m_changes[0].settings;
        QCOMPARE(changed.at(1).strength, 0.5);
        QCOMPARE(changed.at(2).strength, 0.5);
        QCOMPARE(changed.at(1).fadeFrames, 2);
        QCOMPARE(changed.at(2).fadeFrames, 4);
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
        QCOMPARE(m_changes.back().settings.at(1).strength, slider->value() / 100.0);
    }

    void theSpeakingStyleIsMovedAndADoubleClickTakesItBack() {
        project::Segment one = segment(1, 0);
        one.settings.liveliness = 0.5;
        m_panel->setSegments({one, segment(2, 0)});
        auto* articulation = child<QDoubleSpinBox>("articulationSpin");
        articulation->setFocus();
        articulation->selectAll();
        QTest::keyClicks(articulation, "-30");
        QTest::keyClick(articulation, Qt::Key_Return);
        QCOMPARE(m_changes.back().settings.at(1).articulation, -0.3);
        QCOMPARE(m_changes.back().settings.at(2).articulation, -0.3);
        QCOMPARE(m_changes.back().settings.at(1).liveliness, 0.5);
        QCOMPARE(m_changes.back().settings.at(2).liveliness, 0.0);
        auto* liveliness = child<QSlider>("livelinessSlider");
        QTest::mouseDClick(liveliness, Qt::LeftButton);
        QCOMPARE(m_changes.back().settings.at(1).liveliness, 0.0);
        QCOMPARE(m_changes.back().settings.at(1).articulation, -0.3);
        QVERIFY(!m_changes.back().interactive);
    }

    void nudgesCountInFramesAndMilliseconds() {
        QSignalSpy nudged(m_panel.get(), &InspectorPanel::nudged);
        m_panel->setFrameSeconds(1.0 / 24.0);
        m_panel->setSegments({segment(1, 0), segment(2, 0)});
        QTest::mouseClick(child<QToolButton>("frameLater"), Qt::LeftButton);
        QTest::mouseClick(child<QToolButton>("millisecondEarlier"), Qt::LeftButton);
        QCOMPARE(nudged.at(0).at(0).value<Ids>(), (Ids{1, 2}));
        QCOMPARE(nudged.at(0).at(1).value<std::int64_t>(), std::int64_t(41'667));
        QCOMPARE(nudged.at(1).at(1).value<std::int64_t>(), std::int64_t(-1000));
    }

    void whatIsChangedCanBeReset() {
        auto one = segment(1, 0);
        one.settings.offsetMicroseconds = 39'000;
        m_panel->setSegments({one});
        QVERIFY(child<QToolButton>("offsetReset")->isVisible());
        QVERIFY(!child<QToolButton>("strengthReset")->isVisible());
        QTest::mouseClick(child<QToolButton>("offsetReset"), Qt::LeftButton);
        QCOMPARE(m_changes.back().settings.at(1), project::SegmentSettings{});
        QVERIFY(!child<QToolButton>("offsetReset")->isVisible());
    }

    void aPresetIsTheReference() {
        project::Preset soft{3, "Soft", {}};
        soft.settings.strength = 0.6;
        soft.settings.fadeFrames = 8;
        m_panel->setPresets({soft});
        auto one = segment(1, 0);
        one.settings = soft.settings;
        m_panel->setSegments({one});
        auto* preset = child<QComboBox>("preset");
        QCOMPARE(preset->currentText(), "Soft");
        QVERIFY(!child<QToolButton>("strengthReset")->isVisible());
        auto* fade = child<QDoubleSpinBox>("fadeSpin");
        fade->setFocus();
        QTest::keyClick(fade, Qt::Key_Up);
        QCOMPARE(preset->currentIndex(), -1);
        QCOMPARE(preset->placeholderText(), "Soft (changed)");
        QTest::mouseClick(child<QToolButton>("fadeReset"), Qt::LeftButton);
        QCOMPARE(m_changes.back().settings.at(1), soft.settings);  // to the preset's 8, not to 4
        QCOMPARE(preset->currentText(), "Soft");
    }

    void presetsAreAppliedSavedRenamedRemoved() {
        project::Preset soft{3, "Soft", {}};
        soft.settings.strength = 0.6;
        m_panel->setPresets({soft});
        auto one = segment(1, 0);
        one.settings.strength = 0.6;
        one.settings.pickedFrames = {5};
        one.settings.model = "0123456789abcdef";
        m_panel->setSegments({one});
        QSignalSpy applied(m_panel.get(), &InspectorPanel::presetApplied);
        QSignalSpy saved(m_panel.get(), &InspectorPanel::presetSaved);
        QSignalSpy renamed(m_panel.get(), &InspectorPanel::presetRenamed);
        QSignalSpy removed(m_panel.get(), &InspectorPanel::presetRemoved);
        auto* preset = child<QComboBox>("preset");
        preset->setFocus();
        QTest::keyClick(preset, Qt::Key_Up);  // the default: the pictures and the model stay
        QCOMPARE(m_changes.back().settings.at(1).strength, 1.0);
        QCOMPARE(m_changes.back().settings.at(1).model, std::string("0123456789abcdef"));
        QCOMPARE(m_changes.back().settings.at(1).pickedFrames, std::vector<std::int64_t>{5});
        QTest::keyClick(preset, Qt::Key_Down);
        QCOMPARE(applied.at(0).at(1).value<project::Id>(), project::Id(3));
        m_panel->setSegments({one});
        auto* name = child<QLineEdit>("presetName");
        m_panel->findChild<QAction*>("presetSave")->trigger();
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, "Loud");
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(saved.count(), 0);
        m_panel->findChild<QAction*>("presetSave")->trigger();
        QTest::keyClicks(name, "Softer");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(saved.at(0).at(0).toString(), "Softer");
        m_panel->findChild<QAction*>("presetRename")->trigger();
        QTest::keyClicks(name, "Mild");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(renamed.at(0).at(1).toString(), "Mild");
        m_panel->findChild<QAction*>("presetRemove")->trigger();
        QCOMPARE(removed.at(0).at(0).value<project::Id>(), project::Id(3));
    }

    void unknownModelsAreNotLost() {
        m_panel->setChoices({{"warped", "Warped"}}, {{"", "Universal"}, {"oksana", "Oksana's"}});
        auto one = segment(1, 0);
        one.settings.model = "elsewhere";
        m_panel->setSegments({one});
        auto* model = child<QComboBox>("model");
        QCOMPARE(model->currentText(), "elsewhere (not here)");
        model->setFocus();
        QTest::keyClick(model, Qt::Key_Up);
        QCOMPARE(m_changes.back().settings.at(1).model, std::string("oksana"));
        m_panel->setSegments({one, segment(2, 0)});
        QCOMPARE(model->currentIndex(), -1);
    }

    void theSilenceGateHasAnOff() {
        m_panel->setSegments({segment(1, 0)});
        auto* gate = child<QDoubleSpinBox>("gateSpin");
        QCOMPARE(gate->text(), "off");
        gate->setFocus();
        QTest::keyClick(gate, Qt::Key_Up);
        QCOMPARE(m_changes.back().settings.at(1).silenceGateDecibels, -95.0);
        QCOMPARE(gate->text(), "-95 dB");
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
