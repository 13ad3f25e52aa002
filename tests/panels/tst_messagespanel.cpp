// Messages: bounded, filtered, copied, and errors counted until they are seen.
#include "widgets/panels/messagesmodel_p.h"
#include "widgets/panels/messagespanel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace lipwright::widgets;

class MessagesPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsAreUnreadUntilSeen() {
        MessagesPanel panel;
        QSignalSpy unread(&panel, &MessagesPanel::unreadErrorsChanged);
        panel.add(Severity::error, "a");
        panel.add(Severity::warning, "b");
        panel.add(Severity::error, "c");
        QCOMPARE(unread.count(), 2);
        QCOMPARE(unread.at(1).at(0).toInt(), 2);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCOMPARE(unread.last().at(0).toInt(), 0);
        panel.add(Severity::error, "d");
        QCOMPARE(unread.count(), 3);
        QCOMPARE(panel.texts(), QStringList({"a", "b", "c", "d"}));
    }

    void theyAreFilteredAndCopied() {
        MessagesPanel panel;
        panel.resize(500, 300);
        panel.add(Severity::information, "fine");
        panel.add(Severity::warning, "odd");
        panel.add(Severity::error, "broken");
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* list = panel.findChild<QListView*>("messages");
        auto* filter = panel.findChild<QComboBox*>("severityFilter");
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Down);
        QCOMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(filter, Qt::Key_Down);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Up);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith("odd"));
        QVERIFY(lines[1].endsWith("broken"));
    }

    void theModelIsSoundAndBounded() {
        MessagesModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(Severity::error, "first");
        for (int i = 0; i < MessagesModel::kMost; ++i) {
            model.add(Severity::information, QString::number(i));
        }
        QCOMPARE(model.rowCount(), MessagesModel::kMost);
        QCOMPARE(model.index(0).data(MessagesModel::TextRole).toString(), "0");
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(MessagesPanelTest)
#include "tst_messagespanel.moc"
