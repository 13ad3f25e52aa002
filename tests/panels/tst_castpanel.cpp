// The media and cast panel driven by mouse, keys and a drop.
#include "widgets/panels/mediacastpanel.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lipwright;
using namespace lipwright::widgets;

class CastPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<MediaCastPanel>();
        DubEntry dub;
        dub.track.id = 7;
        dub.track.name = "Voice";
        dub.track.language = "ukr";
        dub.format = "0:10:02, 48 kHz";
        m_dubs = {dub};
        m_cast = {{0, "Oksana", "2:31 of 3:02", project::Consent{"O.", "2026-11-21", "all", ""}, 4},
                  {3, "Actor 4", "0:12", std::nullopt, 1}};
        m_panel->setCast(m_cast);
        m_panel->setDubs(m_dubs);
        m_panel->resize(320, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void aNameIsEditedInPlace() {
        QSignalSpy renamed(m_panel.get(), &MediaCastPanel::actorRenamed);
        auto* name = m_panel->findChildren<QLineEdit*>("actorName").at(1);
        QTest::mouseClick(name, Qt::LeftButton);
        QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(name, "Petro");
        QCOMPARE(renamed.count(), 0);
        m_panel->setCast(m_cast);  // news from outside while the user types
        QCOMPARE(name->text(), "Petro");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(renamed.at(0).at(0).toInt(), 3);
        QCOMPARE(renamed.at(0).at(1).toString(), "Petro");
    }

    void escapeTakesTheTypedNameBack() {
        QSignalSpy renamed(m_panel.get(), &MediaCastPanel::actorRenamed);
        auto* name = m_panel->findChildren<QLineEdit*>("actorName").at(0);
        QTest::mouseClick(name, Qt::LeftButton);
        QTest::keyClicks(name, "x");
        QTest::keyClick(name, Qt::Key_Escape);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(name->text(), "Oksana");
        QCOMPARE(renamed.count(), 0);
    }

    void muteIsOneClick() {
        QSignalSpy changed(m_panel.get(), &MediaCastPanel::dubChanged);
        QTest::mouseClick(m_panel->findChild<QToolButton*>("mute"), Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        auto track = changed.at(0).at(0).value<project::DubTrack>();
        QVERIFY(track.muted);
        QVERIFY(!track.solo);
        QCOMPARE(track.id, project::Id(7));
    }

    void rareFieldsAreBehindADisclosure() {
        auto* language = m_panel->findChild<QComboBox*>("dubLanguage");
        QVERIFY(!language->isVisible());
        QTest::mouseClick(m_panel->findChild<QToolButton*>("more"), Qt::LeftButton);
        QVERIFY(language->isVisible());
        QCOMPARE(language->currentData().toString(), "ukr");
        QSignalSpy changed(m_panel.get(), &MediaCastPanel::dubChanged);
        language->lineEdit()->setFocus();
        language->lineEdit()->selectAll();
        QTest::keyClicks(language->lineEdit(), "german");
        QTest::keyClick(language->lineEdit(), Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).value<project::DubTrack>().language, std::string("deu"));
        m_panel->setDubs(m_dubs);  // the card stays open
        QVERIFY(language->isVisible());
    }

    void showingValuesTellsNobody() {
        QSignalSpy changed(m_panel.get(), &MediaCastPanel::dubChanged);
        m_dubs[0].track.gainDecibels = -6.0;
        m_dubs[0].track.muted = true;
        m_dubs[0].track.actor = 3;
        m_dubs[0].track.language = "xyz";
        m_panel->setDubs(m_dubs);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(m_panel->findChild<QDoubleSpinBox*>("dubGain")->value(), -6.0);
        QCOMPARE(m_panel->findChild<QComboBox*>("dubSpeaker")->currentText(), "Actor 4");
        QCOMPARE(m_panel->findChild<QComboBox*>("dubLanguage")->currentText(), "xyz");
    }

    void consentIsAskedForTheRightActor() {
        QSignalSpy asked(m_panel.get(), &MediaCastPanel::consentRequested);
        QTest::mouseClick(m_panel->findChildren<QPushButton*>("consent").at(1), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.at(0).at(0).toInt(), 3);
    }

    void aDoubleClickGoesToTheActor() {
        QSignalSpy activated(m_panel.get(), &MediaCastPanel::actorActivated);
        QTest::mouseDClick(m_panel->findChildren<QWidget*>("castTile").at(1), Qt::LeftButton, {},
                           {30, 30});
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).toInt(), 3);
    }

    void adaptingBeginsAtTheActor() {
        QSignalSpy asked(m_panel.get(), &MediaCastPanel::adaptRequested);
        QTest::mouseClick(m_panel->findChildren<QPushButton*>("adapt").at(1), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.at(0).at(0).toInt(), 3);
        m_cast[1].adapting = 0.43;
        m_panel->setCast(m_cast);
        QVERIFY(!m_panel->findChildren<QPushButton*>("adapt").at(1)->isVisible());
        auto* text = m_panel->findChildren<QLabel*>("adapting").at(1);
        QVERIFY(text->isVisible());
        QCOMPARE(text->text(), "Adapting: 43 %");
        QSignalSpy watched(m_panel.get(), &MediaCastPanel::watchRequested);
        QTest::mouseClick(m_panel->findChildren<QPushButton*>("watch").at(1), Qt::LeftButton);
        QCOMPARE(watched.count(), 1);
        QCOMPARE(watched.at(0).at(0).toInt(), 3);
        QVERIFY(!m_panel->findChildren<QPushButton*>("watch").at(0)->isVisible());
    }

    void modelsAreShownRenamedAndRemoved() {
        showModels();
        const auto rows = m_panel->findChildren<QWidget*>("modelRow");
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0]->findChild<QLabel*>("modelFacts")->text().contains("used by 3 segment"));
        QSignalSpy renamed(m_panel.get(), &MediaCastPanel::modelRenamed);
        QSignalSpy compared(m_panel.get(), &MediaCastPanel::modelCompared);
        rows[0]->setFocus();
        QTest::keyClick(rows[0], Qt::Key_F2);
        auto* name = rows[0]->findChild<QLineEdit*>("modelName");
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, "Close");
        showModels();  // news from outside: what is typed stays
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(renamed.at(0).at(0).value<std::string>(), std::string("ab"));
        QCOMPARE(renamed.at(0).at(1).toString(), "Close");
        QCOMPARE(compared.count(), 0);  // Enter meant the name
        QTest::keyClick(rows[0], Qt::Key_Return);
        QCOMPARE(compared.count(), 1);
        QSignalSpy removed(m_panel.get(), &MediaCastPanel::removeModelRequested);
        rows[1]->setFocus();
        QTest::keyClick(rows[1], Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.at(0).at(1).value<std::string>(), std::string("cd"));
        m_cast[0].models.pop_back();
        m_panel->setCast(m_cast);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(m_panel->findChildren<QWidget*>("modelRow").size(), 1);
    }

    void aModelsMenuLeadsToWhatIsDoneWithIt() {
        showModels();
        auto* row = m_panel->findChildren<QWidget*>("modelRow").at(1);
        QSignalSpy used(m_panel.get(), &MediaCastPanel::modelUsed);
        QSignalSpy rerendered(m_panel.get(), &MediaCastPanel::rerenderRequested);
        QSignalSpy compared(m_panel.get(), &MediaCastPanel::modelCompared);
        auto* menu = row->findChild<QMenu*>();
        for (const int entry : {0, 1, 2}) {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {5, 5},
                                    row->mapToGlobal(QPoint(5, 5)));
            QCoreApplication::sendEvent(row, &event);
            QTRY_VERIFY(menu->isVisible());
            for (int step = 0; step <= entry; ++step) {
                QTest::keyClick(menu, Qt::Key_Down);
            }
            QTest::keyClick(menu, Qt::Key_Return);
        }
        QCOMPARE(used.count(), 1);
        QCOMPARE(rerendered.count(), 1);
        QCOMPARE(compared.count(), 1);
        for (const QSignalSpy* spy : {&used, &rerendered, &compared}) {
            QCOMPARE(spy->at(0).at(0).toInt(), 0);
            QCOMPARE(spy->at(0).at(1).value<std::string>(), std::string("cd"));
        }
    }

    void theActorsMenuOffersRerenderingOnlyWithSegments() {
        m_cast[1].segments = 0;
        m_panel->setCast(m_cast);
        for (const int actor : {0, 1}) {
            auto* tile = m_panel->findChildren<QWidget*>("castTile").at(actor);
            QContextMenuEvent event(QContextMenuEvent::Mouse, {4, 4},
                                    tile->mapToGlobal(QPoint(4, 4)));
            QCoreApplication::sendEvent(tile, &event);
            auto* menu = tile->findChild<QMenu*>("castMenu");
            QCOMPARE(menu->actions().at(1)->isEnabled(), actor == 0);
            menu->close();
        }
    }

    void aMissingFilmCanBeFoundAgain() {
        auto* import = m_panel->findChild<QPushButton*>("importFilm");
        auto* relink = m_panel->findChild<QPushButton*>("relink");
        QVERIFY(import->isVisible() && !relink->isVisible());
        m_panel->setFilm({"film.mp4", "/x/film.mp4", "1920 × 1080", {"Variable frame rate"}, true});
        QVERIFY(!import->isVisible() && relink->isVisible());
        QCOMPARE(m_panel->findChildren<QLabel*>("filmNote").size(), 2);
        QSignalSpy asked(m_panel.get(), &MediaCastPanel::relinkRequested);
        QTest::mouseClick(relink, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void filesAreDropped() {
        QSignalSpy dropped(m_panel.get(), &MediaCastPanel::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile("/a/voice.wav"), QUrl("https://example.org/x.wav")});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_panel.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_panel.get(), &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.at(0).at(0).value<QList<QUrl>>(),
                 QList<QUrl>{QUrl::fromLocalFile("/a/voice.wav")});
    }

private:
    void showModels() {
        ActorModelEntry first;
        first.id = "ab";
        first.created = "21 Nov 2026";
        first.segments = 3;
        first.gains = {{"Opening", 0.5, 0.6}};
        ActorModelEntry second = first;
        second.id = "cd";
        second.segments = 0;
        m_cast[0].models = {first, second};
        m_panel->setCast(m_cast);
    }

    std::unique_ptr<MediaCastPanel> m_panel;
    std::vector<DubEntry> m_dubs;
    std::vector<CastEntry> m_cast;
};

QTEST_MAIN(CastPanelTest)
#include "tst_castpanel.moc"
