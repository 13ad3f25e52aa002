// Jobs: what is said of them, and that pause, cancel and "show" reach the right one.
#include "widgets/panels/jobdelegate_p.h"
#include "widgets/panels/jobspanel.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lipwright::widgets;

namespace {

JobStatus running(qint64 id) {
    JobStatus job;
    job.id = id;
    job.title = QStringLiteral("Render %1").arg(id);
    job.state = JobState::running;
    job.stage = QStringLiteral("render");
    job.done = 40;
    job.total = 100;
    job.unitsPerSecond = 18.2;
    job.secondsLeft = 125;
    return job;
}

}  // namespace

class JobsPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<JobsPanel>();
        m_panel->resize(600, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_list = m_panel->findChild<QListView*>("jobs");
        m_panel->setJob(running(1));
        m_panel->setJob(running(2));
        QTest::qWait(1);
    }

    void theNewestIsOnTop() {
        QCOMPARE(m_list->model()->index(0, 0).data().toString(), "Render 2");
        auto secret = running(3);
        secret.hidden = true;
        m_panel->setJob(secret);
        QCOMPARE(m_list->model()->rowCount(), 2);
        m_panel->removeJob(2);
        QCOMPARE(m_list->model()->index(0, 0).data().toString(), "Render 1");
    }

    void paceAndTimeAreSaid() {
        const QString line = describeJob(running(1));
        QVERIFY2(line.contains("18 frames/s") && line.contains("2 min left"), qPrintable(line));
        auto job = running(1);
        job.secondsLeft = 7380;
        QVERIFY(describeJob(job).contains("2 h 3 min left"));
        job.state = JobState::failed;
        job.message = "The disk is full.";
        QCOMPARE(describeJob(job), "The disk is full.");
    }

    void clicksReachTheirJob() {
        QSignalSpy cancelled(m_panel.get(), &JobsPanel::cancelRequested);
        QSignalSpy paused(m_panel.get(), &JobsPanel::pauseRequested);
        press(1, 0);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(cancelled.at(0).at(0).toLongLong(), 1);
        press(0, 1);
        QCOMPARE(paused.at(0).at(0).toLongLong(), 2);
        QCOMPARE(paused.at(0).at(1).toBool(), true);
        auto job = running(2);
        job.state = JobState::paused;
        m_panel->setJob(job);
        press(0, 1);
        QCOMPARE(paused.at(1).at(1).toBool(), false);
    }

    void keysReachTheCurrentJob() {
        QSignalSpy cancelled(m_panel.get(), &JobsPanel::cancelRequested);
        QSignalSpy paused(m_panel.get(), &JobsPanel::pauseRequested);
        QSignalSpy shown(m_panel.get(), &JobsPanel::showRequested);
        QSignalSpy opened(m_panel.get(), &JobsPanel::opened);
        auto done = running(2);
        done.state = JobState::done;
        done.result = "/x/film.mov";
        m_panel->setJob(done);
        m_list->setFocus();
        m_list->setCurrentIndex(m_list->model()->index(1, 0));
        QTest::keyClick(m_list, Qt::Key_Space);
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(paused.count(), 1);
        QCOMPARE(cancelled.count(), 1);
        QTest::keyClick(m_list, Qt::Key_Up);
        QTest::keyClick(m_list, Qt::Key_Delete);  // nothing left to cancel
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.at(0).at(0).toString(), "/x/film.mov");
        QCOMPARE(opened.count(), 0);  // it is shown in its folder instead
    }

    void aJobIsOpened() {
        QSignalSpy opened(m_panel.get(), &JobsPanel::opened);
        const QPoint title =
            m_list->visualRect(m_list->model()->index(1, 0)).topLeft() + QPoint(20, 10);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, title);
        QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, title);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toLongLong(), 1);
        m_list->setFocus();
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(opened.at(1).at(0).toLongLong(), 2);
    }

    void finishedOnesAreCleared() {
        auto* clear = m_panel->findChild<QToolButton*>("clearFinished");
        QVERIFY(!clear->isEnabled());
        auto done = running(1);
        done.state = JobState::cancelled;
        m_panel->setJob(done);
        QSignalSpy asked(m_panel.get(), &JobsPanel::clearRequested);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void theModelIsSound() {
        JobsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(running(1));
        model.set(running(2));
        model.set(running(1));
        model.remove(2);
        model.remove(5);
        QCOMPARE(model.rowCount(), 1);
    }

private:
    void press(int row, qsizetype button) {
        const QRect place = m_list->visualRect(m_list->model()->index(row, 0));
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                          JobDelegate::buttonRect(place, button).center());
    }

    std::unique_ptr<JobsPanel> m_panel;
    QListView* m_list = nullptr;
};

QTEST_MAIN(JobsPanelTest)
#include "tst_jobspanel.moc"
