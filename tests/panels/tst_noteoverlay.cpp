// The note that is written over the window: focus, Enter, Esc, lines.
#include "widgets/panels/noteoverlay.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace lipwright::widgets;

class NoteOverlayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_window = std::make_unique<QWidget>();
        m_other = new QLineEdit(m_window.get());
        (new QVBoxLayout(m_window.get()))->addWidget(m_other);
        m_note = new NoteOverlay(m_window.get());
        m_window->resize(600, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_other->setFocus();
        m_note->open(QStringLiteral("Note"), QStringLiteral("lips"));
        m_text = m_note->findChild<QPlainTextEdit*>("noteText");
    }

    void enterKeepsAndGoesBack() {
        QSignalSpy written(m_note, &NoteOverlay::written);
        QVERIFY(m_text->hasFocus());
        QTest::keyClicks(m_text, " late");
        QTest::keyClick(m_text, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(m_text, "here");
        QTest::keyClick(m_text, Qt::Key_Return);
        QCOMPARE(written.count(), 1);
        QCOMPARE(written.at(0).at(0).toString(), "lips late\nhere");
        QVERIFY(!m_note->isVisible());
        QVERIFY(m_other->hasFocus());
    }

    void escapeDoesNot() {
        QSignalSpy written(m_note, &NoteOverlay::written);
        QTest::keyClicks(m_text, " late");
        QTest::keyClick(m_text, Qt::Key_Escape);
        QCOMPARE(written.count(), 0);
        QVERIFY(!m_note->isVisible());
        QVERIFY(m_other->hasFocus());
    }

    void clickingElsewhereKeeps() {
        QSignalSpy written(m_note, &NoteOverlay::written);
        QTest::keyClicks(m_text, "!");
        QTest::mouseClick(m_other, Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(written.count(), 1);
        QVERIFY(!m_note->isVisible());
    }

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_other = nullptr;
    NoteOverlay* m_note = nullptr;
    QPlainTextEdit* m_text = nullptr;
};

QTEST_MAIN(NoteOverlayTest)
#include "tst_noteoverlay.moc"
