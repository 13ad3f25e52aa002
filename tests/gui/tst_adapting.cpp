// Adapting to an actor in the real window: what is asked before, models in the cast panel and the
// inspector, re-rendering with one of them, comparing it with the universal one, removal.
#include "app/gui/selection.h"
#include "app/session/actoradaptation.h"
#include "app/session/actormodels.h"
#include "engine/core/hash.h"
#include "engine/models/manifest.h"
#include "tests/gui/editorfixture.h"
#include "widgets/dialogs/comparisondialog.h"
#include "widgets/dialogs/confidencedialog.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

using namespace lipwright;
using test::EditorFixture;

namespace {

constexpr int kWorkMs = 120'000;

}  // namespace

class TestAdapting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_fixture = std::make_unique<EditorFixture>();
        m_fixture->window().openFiles({m_fixture->film(), m_fixture->voice()});
        QTRY_VERIFY_WITH_TIMEOUT(segments().size() >= 2, kWorkMs);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void aProjectWithoutAFileIsSavedFirst() {
        press("cast.adapt");
        auto& question = m_fixture->child<QMessageBox>(QStringLiteral("saveFirst"));
        QTest::mouseClick(question.button(QMessageBox::Save), Qt::LeftButton);
        m_fixture->answerFileDialog(m_fixture->path(QStringLiteral("film.lipwright")));
        QTRY_VERIFY_WITH_TIMEOUT(!editor().document().file().empty(), kWorkMs);
        QTRY_VERIFY(dialog<QDialog>("consentDialog") != nullptr);
    }

    void consentIsAskedForAndTooLittleMaterialIsRefused() {
        auto* consent = dialog<QDialog>("consentDialog");
        consent->findChild<QLineEdit*>(QStringLiteral("person"))->setText(QStringLiteral("A. B."));
        consent->findChild<QLineEdit*>(QStringLiteral("scope"))->setText(QStringLiteral("All"));
        QTest::mouseClick(consent->findChild<QPushButton*>(QStringLiteral("record")),
                          Qt::LeftButton);
        QTRY_VERIFY(dialog<QDialog>("adaptDialog") != nullptr);
        auto* adapt = dialog<QDialog>("adaptDialog");
        // seven seconds of film
        QVERIFY(!adapt->findChild<QPushButton*>(QStringLiteral("start"))->isEnabled());
        adapt->reject();
        QSignalSpy failed(&editor().adaptation(), &app::ActorAdaptation::failed);
        QVERIFY(editor().adaptation().start({.actor = actor(), .name = {}, .seconds = 5.0}));
        QVERIFY(!editor().adaptation().start({.actor = actor(), .name = {}, .seconds = 5.0}));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kWorkMs);
        QCOMPARE(editor().adaptation().shareOf(actor()), -1.0);
    }

    void aModelAppearsInCastAndInspector() {
        storeModel();
        editor().actorModels().reload();
        QTRY_COMPARE(castRows().size(), 1);
        QVERIFY(castRows()
                    .front()
                    ->findChild<QLabel*>(QStringLiteral("modelFacts"))
                    ->text()
                    .contains(QStringLiteral("not used yet")));
        press("edit.selectAll");
        auto& model = m_fixture->child<QComboBox>(QStringLiteral("model"));
        QTRY_COMPARE(model.count(), 2);
        QCOMPARE(model.currentText(), QStringLiteral("Universal"));
        QCOMPARE(model.itemText(1), QStringLiteral("Close-ups"));
    }

    void aModelIsRenamedInTheCastPanel() {
        auto* row = castRows().front();
        row->setFocus();
        QTest::keyClick(row, Qt::Key_F2);
        auto* name = row->findChild<QLineEdit*>(QStringLiteral("modelName"));
        name->selectAll();
        QTest::keyClicks(name, "Second");
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(editor().actorModels().all().front().name, std::string("Second"));
        QTRY_COMPARE(m_fixture->child<QComboBox>(QStringLiteral("model")).itemText(1),
                     QStringLiteral("Second"));
    }

    void allSegmentsAreRerenderedAsOneStep() {
        const int steps = editor().document().undoStack().index();
        press("cast.rerender");
        QTRY_VERIFY(dialog<QDialog>("rerenderDialog") != nullptr);
        auto* ask = dialog<QDialog>("rerenderDialog");
        QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("start")), Qt::LeftButton);
        QCOMPARE(editor().document().undoStack().index(), steps + 1);
        for (const project::Segment& segment : segments()) {
            QCOMPARE(segment.settings.model, m_model);
        }
        QTRY_VERIFY(dialog<widgets::ConfidenceDialog>("confidenceDialog") != nullptr);
        auto* shown = dialog<widgets::ConfidenceDialog>("confidenceDialog");
        auto* summary = shown->findChild<QLabel*>(QStringLiteral("summary"));
        const QString all = QStringLiteral("%1 of %1 measured").arg(segments().size());
        QTRY_VERIFY2_WITH_TIMEOUT(summary->text().startsWith(all), qPrintable(summary->text()),
                                  kWorkMs);
        for (const project::Segment& segment : segments()) {
            QVERIFY(!project::isStale(segment));
            QCOMPARE(segment.active()->settings.model, m_model);
        }
        shown->close();
    }

    void theModelIsComparedOnItsSentences() {
        press("cast.compare");
        QTRY_VERIFY(dialog<widgets::ComparisonDialog>("comparisonDialog") != nullptr);
        auto* compare = dialog<widgets::ComparisonDialog>("comparisonDialog");
        auto* list = compare->findChild<QListWidget*>(QStringLiteral("sentences"));
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, kWorkMs);
        // the stored weights are the universal ones
        QVERIFY(compare->findChild<QLabel*>(QStringLiteral("summary"))
                    ->text()
                    .startsWith(QStringLiteral("Better on 0 of 2")));
        list->setCurrentRow(1);
        auto& viewer = m_fixture->child<widgets::ViewerWidget>();
        QTest::mouseClick(compare->findChild<QPushButton*>(QStringLiteral("playSentence")),
                          Qt::LeftButton);
        QTRY_VERIFY(viewer.picture().frame > 60);
        QTRY_VERIFY_WITH_TIMEOUT(viewer.picture().frame >= 95, kWorkMs);
        QVERIFY(m_fixture->child<QAction>(QStringLiteral("view.original")).isChecked());
        QTest::qWait(300);
        QVERIFY(viewer.picture().frame < 110);  // it stops behind the sentence
        compare->close();
    }

    void removalNamesTheSegmentsAndLeavesAMissingModel() {
        auto* row = castRows().front();
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Delete);
        QTRY_VERIFY(dialog<QMessageBox>("removeModel") != nullptr);
        auto* question = dialog<QMessageBox>("removeModel");
        QVERIFY(question->informativeText().startsWith(
            QStringLiteral("%1 segment").arg(segments().size())));
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_VERIFY(editor().actorModels().all().empty());
        QTRY_VERIFY(m_fixture->child<QComboBox>(QStringLiteral("model"))
                        .currentText()
                        .startsWith(QStringLiteral("Missing model")));
    }

private:
    app::Editor& editor() { return m_fixture->editor(); }
    const std::vector<project::Segment>& segments() { return editor().project().segments; }
    int actor() { return segments().front().actor; }

    void press(const char* command) {
        QAction& action = m_fixture->child<QAction>(QString::fromLatin1(command));
        QTRY_VERIFY2(action.isEnabled(), command);
        m_fixture->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
        QTest::keyClick(&m_fixture->window(), action.shortcut()[0].key(),
                        action.shortcut()[0].keyboardModifiers());
    }

    /// Null: it is not shown.
    template <typename Dialog>
    Dialog* dialog(const char* name) {
        for (auto* found : m_fixture->window().findChildren<Dialog*>(QString::fromLatin1(name))) {
            if (found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }

    QList<QWidget*> castRows() {
        return m_fixture->window().findChildren<QWidget*>(QStringLiteral("modelRow"));
    }

    /// With the universal weights as they are: what they are good for is not looked at here.
    void storeModel() {
        const auto folder = editor().folders().models;
        const auto library = models::ModelLibrary::open(folder);
        QVERIFY(library.has_value());
        const auto shape = library->verified(models::kShapeNetworkRole);
        QVERIFY(shape.has_value());
        models::ActorModel model;
        model.name = "Close-ups";
        model.actor = actor();
        model.filmFingerprint = editor().project().film.media.fingerprint;
        model.created = "2026-11-21T19:40:00Z";
        model.seconds = 300.0;
        model.trainedOn = {{0, 20}};
        model.validatedOn = {{30, 60}, {65, 95}};
        models::AdaptedPart part;
        part.role = models::kShapeNetworkRole;
        part.baseSha256 = shape->entry.sha256;
        part.before = {{"opening", 0.5}, {"score", 0.5}};
        part.after = {{"opening", 0.6}, {"score", 0.6}};
        model.parts = {part};
        model.learning = {{part.role, 0.0, part.before}, {part.role, 300.0, part.after}};
        const auto stored = models::storeActorModel(editor().document().actorFolder(), model,
                                                    {{part.role, shape->path}});
        QVERIFY2(stored.has_value(), stored ? "" : stored.error().text().c_str());
        m_model = stored->id;
    }

    std::unique_ptr<EditorFixture> m_fixture;
    std::string m_model;
};

QTEST_MAIN(TestAdapting)
#include "tst_adapting.moc"
