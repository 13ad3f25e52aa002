// Every command is in a menu, named, and reachable by keys that do not fight each other.
#include "app/gui/commands.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QtTest>

using lipwright::app::Commands;

namespace {

void collect(const QMenu& menu, QSet<QAction*>& found) {
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr) {
            collect(*action->menu(), found);
        } else if (!action->isSeparator()) {
            found.insert(action);
        }
    }
}

}  // namespace

class TestCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommandIsInAMenu() {
        const Commands commands;
        QMainWindow window;
        QMenu takes;
        for (int take = 0; take <= 9; ++take) {
            takes.addAction(&commands.action(QStringLiteral("take.%1").arg(take)));
        }
        commands.fillMenuBar(*window.menuBar(), {{"takes", &takes}});
        QSet<QAction*> found;
        for (QAction* top : window.menuBar()->actions()) {
            QVERIFY(!top->text().isEmpty());
            collect(*top->menu(), found);
        }
        for (QAction* action : commands.actions()) {
            QVERIFY2(found.contains(action), qPrintable(action->objectName()));
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        }
        QVERIFY(commands.actions().size() > 70);
    }

    void noTwoCommandsShareAKey() {
        const Commands commands;
        QHash<QString, QString> owners;
        for (const QAction* action : commands.actions()) {
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!key.isEmpty(), qPrintable(action->objectName()));
                const QString text = key.toString(QKeySequence::PortableText);
                QVERIFY2(!owners.contains(text),
                         qPrintable(text + ": " + owners[text] + ", " + action->objectName()));
                owners.insert(text, action->objectName());
            }
        }
        QVERIFY(owners.contains(QStringLiteral("Space")));
        QVERIFY(owners.contains(QStringLiteral("J")));
    }

    void changedKeysApplyAndGoBack() {
        Commands commands;
        QAction& split = commands.action(QStringLiteral("segment.split"));
        const auto before = split.shortcuts();
        commands.applyKeys({{"segment.split", {QKeySequence("Ctrl+K")}}});
        QCOMPARE(split.shortcuts(), QList<QKeySequence>{QKeySequence("Ctrl+K")});
        commands.applyKeys({{"segment.split", {}}});
        QVERIFY(split.shortcuts().isEmpty());
        commands.applyKeys({});
        QCOMPARE(split.shortcuts(), before);
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
