// An adaptation that runs in the real window: watched while it learns, stopped, gone on with, and
// paused.
#include "app/session/actoradaptation.h"
#include "app/session/actormodels.h"
#include "engine/models/manifest.h"
#include "tests/gui/editorfixture.h"
#include "tests/support/process.h"
#include "widgets/dialogs/adaptationresultdialog.h"
#include "widgets/dialogs/adaptingdialog.h"
#include "widgets/plots/learningplot.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace lipwright;
using app::ActorAdaptation;
using test::EditorFixture;
using widgets::AdaptingDialog;

namespace {

constexpr int kWorkMs = 120'000;
constexpr double kLearnSeconds = 8.0;

}  // namespace

class TestGoingOn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_fixture = std::make_unique<EditorFixture>();
        const QString film = m_fixture->path(QStringLiteral("speech.mp4"));
        const auto made = testsupport::runPresenter(
            {"--seed", "5", "--seconds", "22", "--size", "256x192", "--head", "0.8", "-o", film});
        QVERIFY2(made.ok(), made.summary());
        m_fixture->window().openFiles({film});
        QTRY_VERIFY_WITH_TIMEOUT(editor().analysis().film().faces != nullptr, kWorkMs);
        QTRY_COMPARE(editor().project().cast.size(), std::size_t{1});
        m_actor = editor().project().cast.front().actor;
        editor().setConsent(m_actor, {"A. B.", "2026-11-20", "All", {}});
        editor().document().saveAs(
            m_fixture->path(QStringLiteral("speech.lipwright")).toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(!editor().document().file().empty(), kWorkMs);
        connect(&editor().jobs(), &app::JobQueue::jobChanged, this,
                [this](const widgets::JobStatus& job) {
                    if (job.id == adaptation().jobOf(m_actor)) {
                        m_stages.insert(job.stage);
                    }
                });
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void theCurveGrowsWhileItIsWatched() {
        QSignalSpy learned(&adaptation(), &ActorAdaptation::learned);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(start());
        QTest::mouseClick(&m_fixture->child<QPushButton>(QStringLiteral("watch")), Qt::LeftButton);
        QTRY_VERIFY(dialog() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(adaptation().learningOf(m_actor).size() >= 3, kWorkMs);
        QVERIFY(learned.count() >= 2);  // one by one, not all at the end
        auto* plot = dialog()->findChild<widgets::LearningPlot*>(QStringLiteral("learning"));
        QVERIFY(plot != nullptr && plot->isVisible());
        QVERIFY(plot->accessibleDescription().startsWith(QStringLiteral("Opening")));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("stop")),
                          Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(adaptation().jobOf(m_actor), app::JobId{0}, kWorkMs);
        m_secondsBefore = static_cast<double>(clock.elapsed()) / 1000.0;
        m_learnedBefore = m_lastLearned;
        QTRY_VERIFY(dialog() == nullptr);
        QVERIFY(m_stages.contains(QStringLiteral("gather")));
        QVERIFY(adaptation().isUnfinished(m_actor));
        QVERIFY(editor().actorModels().all().empty());
    }

    void itIsOfferedToGoOn() {
        press("cast.adapt");
        auto* ask = m_fixture->window().findChild<QDialog*>(QStringLiteral("adaptDialog"));
        QVERIFY(ask != nullptr);
        QCOMPARE(ask->findChild<QPushButton*>(QStringLiteral("start"))->text(),
                 QStringLiteral("Go on"));
        ask->reject();
    }

    /// From the clips and the seconds that there are; what it stands still for is no time of it.
    void itGoesOnAndAPauseIsNoTime() {
        m_stages.clear();
        QSignalSpy finished(&adaptation(), &ActorAdaptation::finished);
        connect(&adaptation(), &ActorAdaptation::finished, this,
                [this](int, const adaptation::AdaptationOutcome& outcome) { m_outcome = outcome; });
        QElapsedTimer clock;
        clock.start();
        QVERIFY(start());
        QTRY_VERIFY_WITH_TIMEOUT(adaptation().learningOf(m_actor).size() >= m_learnedBefore.size(),
                                 kWorkMs);
        const auto learning = adaptation().learningOf(m_actor);
        QVERIFY(std::equal(m_learnedBefore.begin(), m_learnedBefore.end(), learning.begin()));
        press("cast.adapt");  // it runs: it is watched
        QTRY_VERIFY(dialog() != nullptr);
        auto* pause = dialog()->findChild<QPushButton*>(QStringLiteral("pause"));
        QTest::mouseClick(pause, Qt::LeftButton);
        QTRY_COMPARE(pause->text(), QStringLiteral("&Go on"));
        QTest::qWait(500);  // it stops at the next step
        const auto paused = adaptation().learningOf(m_actor).size();
        constexpr int kPauseMs = 3000;
        QTest::qWait(kPauseMs);
        QCOMPARE(adaptation().learningOf(m_actor).size(), paused);
        QTest::mouseClick(pause, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kWorkMs);
        const double secondsNow = static_cast<double>(clock.elapsed()) / 1000.0;

        QVERIFY(!m_stages.contains(QStringLiteral("listen")));
        QVERIFY(!m_stages.contains(QStringLiteral("gather")));
        const auto& curve = m_outcome.parts.at(0).learning;
        QVERIFY(curve.size() > m_learnedBefore.size());
        QVERIFY(std::equal(m_learnedBefore.begin(), m_learnedBefore.end(), curve.begin()));
        const QByteArray figures = QStringLiteral("%1 of %2 and %3 s")
                                       .arg(m_outcome.seconds)
                                       .arg(m_secondsBefore)
                                       .arg(secondsNow)
                                       .toUtf8();
        constexpr double kPause = kPauseMs / 1000.0;
        QVERIFY2(m_outcome.seconds < m_secondsBefore + secondsNow - 0.7 * kPause, figures);
        QVERIFY2(m_outcome.seconds > m_secondsBefore, figures);
        QVERIFY(!adaptation().isUnfinished(m_actor));
        QTRY_VERIFY(m_fixture->window().findChild<widgets::AdaptationResultDialog*>() != nullptr);
        QVERIFY(dialog() == nullptr);
    }

private:
    app::Editor& editor() { return m_fixture->editor(); }
    ActorAdaptation& adaptation() { return editor().adaptation(); }

    bool start() {
        connect(&adaptation(), &ActorAdaptation::learned, this,
                [this](int actor) { m_lastLearned = adaptation().learningOf(actor); });
        return adaptation().start({.actor = m_actor, .name = {}, .seconds = kLearnSeconds});
    }

    void press(const char* command) {
        const QAction& action = m_fixture->child<QAction>(QString::fromLatin1(command));
        m_fixture->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
        QTest::keyClick(&m_fixture->window(), action.shortcut()[0].key(),
                        action.shortcut()[0].keyboardModifiers());
    }

    /// Null: it is not shown.
    AdaptingDialog* dialog() {
        auto* found = m_fixture->window().findChild<AdaptingDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }

    std::unique_ptr<EditorFixture> m_fixture;
    int m_actor = -1;
    QSet<QString> m_stages;
    double m_secondsBefore = 0.0;
    std::vector<models::LearningPoint> m_lastLearned;
    std::vector<models::LearningPoint> m_learnedBefore;
    adaptation::AdaptationOutcome m_outcome;
};

QTEST_MAIN(TestGoingOn)
#include "tst_goingon.moc"
