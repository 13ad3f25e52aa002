// Keys can be changed, conflicts show, defaults come back.
#include "widgets/dialogs/keymapmodel_p.h"
#include "widgets/dialogs/keymappage_p.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QTreeView>
#include <QtTest>

using namespace lipwright::widgets;

namespace {

QAction* command(const char* name, const char* text, const char* key, QObject* parent) {
    auto* action = new QAction(QString::fromUtf8(text), parent);
    action->setObjectName(QString::fromLatin1(name));
    action->setProperty("defaultShortcuts",
                        QVariantList{QVariant::fromValue(QKeySequence(QLatin1String(key)))});
    return action;
}

QList<QAction*> commands(QObject* parent) {
    return {command("a.split", "&Split", "S", parent), command("a.merge", "&Merge", "G", parent),
            command("a.open", "&Open…", "Ctrl+O", parent)};
}

}  // namespace

class TestKeymap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelTellsConflictsAndChanges() {
        KeymapModel model(commands(this), {{"a.merge", {QKeySequence("M")}}});
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, KeymapModel::commandColumn).data().toString(), QString("Split"));
        QVERIFY(model.isChanged(1));
        QVERIFY(model.conflictsOf(0).isEmpty());
        model.setKeys(2, {QKeySequence("S")});
        QCOMPARE(model.conflictsOf(0), QStringList{"Open"});
        QCOMPARE(model.conflictsOf(2), QStringList{"Split"});
        QCOMPARE(model.changedKeys().keys(), (QStringList{"a.merge", "a.open"}));
        model.reset(2);
        QVERIFY(model.conflictsOf(0).isEmpty());
        model.resetAll();
        QVERIFY(model.changedKeys().isEmpty());
    }

    void aKeyIsTypedAndAssigned() {
        KeymapPage page(commands(this), {});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto* view = page.findChild<QTreeView*>(QStringLiteral("keymap"));
        auto* edit = page.findChild<QKeySequenceEdit*>(QStringLiteral("newKey"));
        auto* assign = page.findChild<QPushButton*>(QStringLiteral("assignKey"));
        view->setCurrentIndex(view->model()->index(0, 0));
        edit->setFocus();
        QTest::keyClick(edit->focusProxy() != nullptr ? edit->focusProxy() : edit, Qt::Key_K,
                        Qt::ControlModifier);
        QTRY_COMPARE(edit->keySequence(), QKeySequence("Ctrl+K"));
        QTest::mouseClick(assign, Qt::LeftButton);
        QCOMPARE(page.model().keysOf(0), QList<QKeySequence>{QKeySequence("Ctrl+K")});
        QCOMPARE(page.model().changedKeys().size(), 1);
    }
};

QTEST_MAIN(TestKeymap)
#include "tst_keymap.moc"
