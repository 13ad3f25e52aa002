// The inspector's sync: numbers, verdicts in words, when an offset can be applied, the curves.
#include "widgets/panels/measurebar_p.h"
#include "widgets/panels/syncgroup_p.h"
#include "widgets/panels/syncplot_p.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

SyncFacts facts(double after) {
    SyncFacts made;
    made.measured = true;
    made.scale = {0.1, 0.25};
    made.baseline = project::SyncSummary{4.0, 8.0, 0.24, 0.9, 0};
    made.before = project::SyncSummary{1.0, 12.0, 0.01, 0.8, 7};
    made.after = project::SyncSummary{3.5, 9.0, after, 0.8, 0};
    made.judge = project::SyncSummary{3.0, 9.5, 0.36, 0.8, 0};
    return made;
}

}  // namespace

class SyncGroupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_group = std::make_unique<SyncGroup>();
        m_group->resize(320, 300);
        m_group->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_group.get()));
    }

    void numbersStandInTheirLines() {
        m_group->showSync({facts(0.2)}, {});
        QCOMPARE(text("syncBaselineConfidence"), "0.24");
        QCOMPARE(text("syncBeforeConfidence"), "0.01");
        QCOMPARE(text("syncAfterConfidence"), "0.20");
        QCOMPARE(text("syncAfterLseC"), "3.50");
        QCOMPARE(text("syncAfterLseD"), "9.00");
        QCOMPARE(text("syncAfterCoverage"), "80 %");
        QCOMPARE(text("syncJudgeConfidence"), "0.36");
        QCOMPARE(m_group->findChild<MeasureBar*>("syncAfterBar")->bar().rating, SyncRating::good);
        QCOMPARE(text("syncVerdict"), "Good sync");
    }

    void whatIsMissingIsSaid() {
        m_group->showSync({SyncFacts{}}, {});
        QCOMPARE(text("syncVerdict"), "Being measured …");
        QVERIFY(!m_group->findChild<SyncPlot*>("syncPlot")->isVisible());
        SyncFacts silent;
        silent.measured = true;
        silent.gap = SyncGap::turnedAway;
        m_group->showSync({silent}, {});
        QCOMPARE(text("syncVerdict"), gapExplanation(SyncGap::turnedAway));
        QCOMPARE(text("syncAfterConfidence"), "—");
        SyncFacts undubbed = facts(0.0);
        undubbed.after.reset();
        m_group->showSync({undubbed}, {});
        QCOMPARE(text("syncVerdict"), "Without a take: Poor sync");
    }

    void onlyACertainOffsetIsApplied() {
        QSignalSpy applied(m_group.get(), &SyncGroup::offsetApplied);
        auto* apply = m_group->findChild<QPushButton*>("applyOffset");
        SyncFacts late = facts(0.05);
        late.offset = OffsetFacts{2, -80'000, true, {}};
        m_group->showSync({late}, {});
        QCOMPARE(text("syncOffset"), "The mouth is late by 80 ms (2 frame(s)).");
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(applied.count(), 1);
        late.offset->microseconds = 0;  // done, the take does not show it yet
        m_group->showSync({late}, {});
        QVERIFY(!apply->isEnabled());
        QVERIFY(text("syncOffset").endsWith("That is applied; render to see it."));
        late.offset = OffsetFacts{-5, 200'000, false, "the judges disagree"};
        m_group->showSync({late}, {});
        QVERIFY(!apply->isEnabled());
        QCOMPARE(text("syncOffset"), "The offset is doubtful: the judges disagree.");
    }

    void severalAreAveraged() {
        SyncFacts late = facts(0.1);
        late.offset = OffsetFacts{1, -40'000, true, {}};
        m_group->showSync({facts(0.3), late, SyncFacts{}}, {});
        QCOMPARE(text("syncAfterConfidence"), "0.20");
        QVERIFY(text("syncOffset").startsWith("1 of them"));
        QVERIFY(m_group->findChild<QPushButton*>("applyOffset")->isEnabled());
        QVERIFY(!m_group->findChild<SyncPlot*>("syncPlot")->isVisible());
    }

    void gapsOfTheCurveStayEmpty() {
        SyncPlot plot;
        plot.resize(200, 72);
        SyncCurves curves;
        curves.after.assign(101, 0.2F);
        std::fill(curves.after.begin() + 40, curves.after.begin() + 61, std::nanf(""));
        plot.setCurves(curves, {});
        const QImage drawn = plot.grab().toImage();
        const QColor line = plot.palette().color(QPalette::Text);
        QVERIFY(inked(drawn, 40, line));
        QVERIFY(!inked(drawn, 100, line));
        QVERIFY(inked(drawn, 160, line));
    }

private:
    QString text(const char* name) {
        return m_group->findChild<QLabel*>(QLatin1String(name))->text();
    }
    static bool inked(const QImage& image, int x, const QColor& line) {
        const int column = x * image.width() / 200;
        for (int y = 0; y < image.height(); ++y) {
            if (std::abs(image.pixelColor(column, y).lightness() - line.lightness()) < 60) {
                return true;
            }
        }
        return false;
    }

    std::unique_ptr<SyncGroup> m_group;
};

QTEST_MAIN(SyncGroupTest)
#include "tst_syncgroup.moc"
