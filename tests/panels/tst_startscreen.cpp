// The start screen: buttons by mouse and key, recent projects, a dropped film.
#include "widgets/panels/recentprojects_p.h"
#include "widgets/panels/startscreen.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lipwright::widgets;

class StartScreenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_screen = std::make_unique<StartScreen>();
        m_screen->resize(900, 600);
        m_screen->setRecentProjects(
            {{"/a/Winter.lipwright", "today", true}, {"/b/Gone.lipwright", "in May", false}});
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    }

    void buttonsAnswerMouseAndKeys() {
        QSignalSpy film(m_screen.get(), &StartScreen::openFilmRequested);
        QSignalSpy sample(m_screen.get(), &StartScreen::sampleRequested);
        auto* open = m_screen->findChild<QPushButton*>("openFilm");
        QTest::mouseClick(open, Qt::LeftButton);
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        QCOMPARE(film.count(), 2);
        m_screen->setSampleAvailable(false, "No models");
        auto* tryIt = m_screen->findChild<QPushButton*>("trySample");
        QTest::mouseClick(tryIt, Qt::LeftButton);
        QCOMPARE(sample.count(), 0);
        QCOMPARE(tryIt->toolTip(), "No models");
        m_screen->setSampleAvailable(true);
        QTest::mouseClick(tryIt, Qt::LeftButton);
        QCOMPARE(sample.count(), 1);
    }

    void recentProjectsAreChosenOnlyWhenThere() {
        QSignalSpy chosen(m_screen.get(), &StartScreen::recentChosen);
        auto* list = m_screen->findChild<QListView*>("recentProjects");
        const auto click = [list](int row) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(list->model()->index(row, 0)).center());
        };
        click(1);
        QCOMPARE(chosen.count(), 0);
        click(0);
        QCOMPARE(chosen.count(), 1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.at(1).at(0).toString(), "/a/Winter.lipwright");
        m_screen->setRecentProjects({});
        QVERIFY(!list->isVisible());
    }

    void aFilmIsDropped() {
        QSignalSpy dropped(m_screen.get(), &StartScreen::filesDropped);
        QMimeData text;
        text.setText("hello");
        QDragEnterEvent foreign({50, 50}, Qt::CopyAction, &text, Qt::LeftButton, {});
        foreign.ignore();
        QCoreApplication::sendEvent(m_screen.get(), &foreign);
        QVERIFY(!foreign.isAccepted());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile("/a/film.mp4")});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_screen.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_screen.get(), &drop);
        QCOMPARE(dropped.count(), 1);
    }

    void theModelIsSound() {
        RecentProjectsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set({{"/a/Winter.lipwright", "today", true}});
        QCOMPARE(model.index(0).data().toString(), "Winter");
        model.set({});
    }

private:
    std::unique_ptr<StartScreen> m_screen;
};

QTEST_MAIN(StartScreenTest)
#include "tst_startscreen.moc"
