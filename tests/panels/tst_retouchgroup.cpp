// Mask and compositing: sliders, opacity keyframes at the playhead, ranges of the original.
#include "engine/project/retouchkeys.h"
#include "widgets/panels/opacitykeys_p.h"
#include "widgets/panels/retouchgroup_p.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

project::Segment segment(project::Id id, core::FrameRange frames) {
    project::Segment made;
    made.id = id;
    made.frames = frames;
    return made;
}

}  // namespace

class RetouchGroupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_segments = {segment(1, {0, 50}), segment(2, {50, 100})};
        m_steps = 0;
        m_group = std::make_unique<RetouchGroup>();
        connect(m_group.get(), &RetouchGroup::edited, this,
                [this](const RetouchGroup::Edit& edit, bool interactive) {
                    ++m_steps;
                    m_interactive = interactive;
                    for (project::Segment& one : m_segments) {
                        edit(one);
                    }
                    m_group->showSegments(m_segments);
                });
        m_group->showSegments(m_segments);
        m_group->resize(320, 400);
        m_group->show();
        QVERIFY(QTest::qWaitForWindowActive(m_group.get()));
    }

    void aValueChangesOnlyItself() {
        m_segments[1].retouch.grow = 0.1;
        m_group->showSegments(m_segments);
        type("colourMatchSpin", "40");
        QCOMPARE(m_segments[0].retouch.colourMatch, 0.4);
        QCOMPARE(m_segments[1].retouch.colourMatch, 0.4);
        QCOMPARE(m_segments[0].retouch.grow, 0.0);
        QCOMPARE(m_segments[1].retouch.grow, 0.1);
        QCOMPARE(m_steps, 1);
        QVERIFY(!m_interactive);
        type("sharpnessSpin", "-25");
        type("innerFeatherSpin", "0.2");
        QCOMPARE(m_segments[1].retouch.sharpness, -0.25);
        QCOMPARE(m_segments[1].retouch.feather, 0.2);
    }

    void oneValueAndAllAreReset() {
        auto* all = m_group->findChild<QPushButton*>("retouchReset");
        QVERIFY(!all->isEnabled());
        type("growSpin", "0.05");
        type("sharpnessSpin", "10");
        m_segments[0].retouch.mask.push_back({3, {}});
        auto* one = m_group->findChild<QToolButton*>("growReset");
        QVERIFY(one->isVisible());
        QTest::mouseClick(one, Qt::LeftButton);
        QVERIFY(!one->isVisible());
        QCOMPARE(m_segments[0].retouch.grow, 0.0);
        QCOMPARE(m_segments[0].retouch.sharpness, 0.1);
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(m_segments[0].retouch == project::Retouch{});
        QVERIFY(m_segments[1].retouch == project::Retouch{});
    }

    void opacityIsKeyedAtThePlayhead() {
        m_group->opacity().setPlayhead(10);
        type("opacitySpin", "0");
        m_group->opacity().setPlayhead(30);
        type("opacitySpin", "100");
        QCOMPARE(m_segments[0].retouch.opacity.size(), std::size_t(2));
        QVERIFY(m_segments[1].retouch.opacity.empty());  // the playhead is in the first
        m_group->opacity().setPlayhead(20);
        QCOMPARE(spin("opacitySpin")->value(), 50.0);
        auto* key = m_group->findChild<QToolButton*>("opacityKey");
        QVERIFY(!key->isChecked());
        QTest::mouseClick(key, Qt::LeftButton);
        QVERIFY(key->isChecked());
        QCOMPARE(project::opacityAt(m_segments[0].retouch, 25), 0.75);
        QTest::mouseClick(key, Qt::LeftButton);
        QCOMPARE(m_segments[0].retouch.opacity.size(), std::size_t(2));
        m_group->opacity().setPlayhead(200);
        QVERIFY(!spin("opacitySpin")->isEnabled());
        QVERIFY(!key->isEnabled());
    }

    void keysAreReached() {
        m_segments[0].retouch.opacity = {{10, 0.0}, {30, 1.0}};
        m_group->showSegments(m_segments);
        m_group->opacity().setPlayhead(20);
        QSignalSpy wanted(m_group.get(), &RetouchGroup::frameRequested);
        QTest::mouseClick(m_group->findChild<QToolButton*>("previousOpacityKey"), Qt::LeftButton);
        QTest::mouseClick(m_group->findChild<QToolButton*>("nextOpacityKey"), Qt::LeftButton);
        QCOMPARE(wanted.at(0).at(0).value<std::int64_t>(), std::int64_t(10));
        QCOMPARE(wanted.at(1).at(0).value<std::int64_t>(), std::int64_t(30));
        m_group->opacity().setPlayhead(30);
        QVERIFY(!m_group->findChild<QToolButton*>("nextOpacityKey")->isEnabled());
    }

    void theOriginalIsForcedBetweenInAndOut() {
        m_group->setInOut(core::FrameRange{40, 60});
        auto* force = m_group->findChild<QPushButton*>("forceOriginal");
        auto* allow = m_group->findChild<QPushButton*>("allowTake");
        QVERIFY(!allow->isEnabled());
        QTest::mouseClick(force, Qt::LeftButton);
        using Ranges = std::vector<core::FrameRange>;
        QVERIFY((m_segments[0].retouch.original == Ranges{{40, 50}}));
        QVERIFY((m_segments[1].retouch.original == Ranges{{50, 60}}));
        QVERIFY(m_group->findChild<QLabel*>("forcedFrames")->text().contains("20"));
        m_group->setInOut(core::FrameRange{45, 55});
        QTest::mouseClick(allow, Qt::LeftButton);
        QVERIFY((m_segments[0].retouch.original == Ranges{{40, 45}}));
        QVERIFY((m_segments[1].retouch.original == Ranges{{55, 60}}));
        m_group->setInOut(core::FrameRange{200, 210});
        QVERIFY(!force->isEnabled());
        m_group->setInOut(std::nullopt);
        QTest::mouseClick(force, Qt::LeftButton);
        QVERIFY((m_segments[0].retouch.original == Ranges{{0, 50}}));
    }

    void gesturesOnRanges() {
        using Ranges = std::vector<core::FrameRange>;
        project::Retouch retouch;
        project::forceOriginal(retouch, {10, 20});
        project::forceOriginal(retouch, {30, 40});
        project::forceOriginal(retouch, {20, 25});  // touches the first
        QVERIFY((retouch.original == Ranges{{10, 25}, {30, 40}}));
        project::forceOriginal(retouch, {5, 35});
        QVERIFY((retouch.original == Ranges{{5, 40}}));
        project::allowTake(retouch, {10, 12});
        QVERIFY((retouch.original == Ranges{{5, 10}, {12, 40}}));
        QVERIFY(project::isOriginalForced(retouch, 9));
        QVERIFY(!project::isOriginalForced(retouch, 10));
        project::allowTake(retouch, {0, 100});
        QVERIFY(retouch.original.empty());
    }

private:
    QDoubleSpinBox* spin(const char* name) {
        return m_group->findChild<QDoubleSpinBox*>(QLatin1String(name));
    }
    void type(const char* name, const char* value) {
        QDoubleSpinBox* box = spin(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QLatin1String(value));
        QTest::keyClick(box, Qt::Key_Return);
    }

    std::unique_ptr<RetouchGroup> m_group;
    std::vector<project::Segment> m_segments;
    int m_steps = 0;
    bool m_interactive = true;
};

QTEST_MAIN(RetouchGroupTest)
#include "tst_retouchgroup.moc"
