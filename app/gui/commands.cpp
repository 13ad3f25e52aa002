#include "app/gui/commands.h"

#include "app/gui/commandtable_p.h"
#include "widgets/style/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QVariant>

namespace lipwright::app {
namespace {

constexpr const char* kContext = "Commands";
constexpr const char* kIconProperty = "iconName";
constexpr const char* kDefaultKeys = "defaultShortcuts";

QString translated(const char* text) {
    return QCoreApplication::translate(kContext, text);
}

QList<QKeySequence> keysOf(const char* text) {
    QList<QKeySequence> keys;
    for (const QString& key : QString::fromLatin1(text).split(' ', Qt::SkipEmptyParts)) {
        keys << QKeySequence::fromString(key, QKeySequence::PortableText);
    }
    return keys;
}

QVariantList toVariants(const QList<QKeySequence>& keys) {
    QVariantList list;
    for (const QKeySequence& key : keys) {
        list << QVariant::fromValue(key);
    }
    return list;
}

QAction* makeAction(const CommandRow& row, QObject* parent) {
    auto* action = new QAction(translated(row.text), parent);
    action->setObjectName(QString::fromLatin1(row.name));
    action->setCheckable(row.checkable);
    action->setProperty(kIconProperty, QString::fromLatin1(row.icon));
    const auto keys = keysOf(row.keys);
    action->setProperty(kDefaultKeys, toVariants(keys));
    action->setShortcuts(keys);
    if (row.tip[0] != '\0') {
        action->setStatusTip(translated(row.tip));
    }
    return action;
}

}  // namespace

Commands::Commands(QObject* parent) : QObject(parent) {
    for (const CommandRow& row : commandTable()) {
        if (row.name[0] == '\0' || row.name[0] == '-') {
            continue;
        }
        QAction* action = makeAction(row, this);
        m_actions.insert(action->objectName(), action);
        m_order << action;
    }
    for (int take = 0; take <= 9; ++take) {
        auto* action =
            new QAction(take == 0 ? tr("Original picture") : tr("Take %1").arg(take), this);
        action->setObjectName(QStringLiteral("take.%1").arg(take));
        const QList<QKeySequence> keys{QKeySequence(QString::number(take))};
        action->setProperty(kDefaultKeys, toVariants(keys));
        action->setShortcuts(keys);
        m_actions.insert(action->objectName(), action);
        m_order << action;
    }
    refreshIcons();
}

QAction& Commands::action(const QString& name) const {
    QAction* const found = m_actions.value(name);
    Q_ASSERT_X(found != nullptr, "Commands", qPrintable(name));
    return *found;
}

QList<QAction*> Commands::actions(const QStringList& names) const {
    QList<QAction*> list;
    for (const QString& name : names) {
        list << (name.isEmpty() ? nullptr : &action(name));
    }
    return list;
}

void Commands::fillMenuBar(QMenuBar& bar, const QHash<QString, QMenu*>& submenus) const {
    QString title;
    QMenu* menu = nullptr;
    for (const CommandRow& row : commandTable()) {
        if (const QString wanted = translated(row.menu); wanted != title) {
            title = wanted;
            menu = bar.addMenu(title);
        }
        const QString name = QString::fromLatin1(row.name);
        if (name.isEmpty()) {
            menu->addSeparator();
        } else if (name.startsWith('-')) {
            if (QMenu* submenu = submenus.value(name.mid(1))) {
                submenu->setTitle(translated(row.text));
                menu->addMenu(submenu);
            }
        } else {
            menu->addAction(&action(name));
        }
    }
}

void Commands::applyKeys(const QMap<QString, QList<QKeySequence>>& keys) {
    for (QAction* action : m_order) {
        if (const auto changed = keys.constFind(action->objectName()); changed != keys.cend()) {
            action->setShortcuts(*changed);
            continue;
        }
        QList<QKeySequence> defaults;
        for (const QVariant& key : action->property(kDefaultKeys).toList()) {
            defaults << key.value<QKeySequence>();
        }
        action->setShortcuts(defaults);
    }
}

void Commands::refreshIcons() {
    for (QAction* action : m_order) {
        if (const QString name = action->property(kIconProperty).toString(); !name.isEmpty()) {
            action->setIcon(widgets::icon(name));
        }
    }
}

void connectTriggered(QAction& action, QObject* receiver, std::function<void()> slot) {
    QObject::connect(&action, &QAction::triggered, receiver, [slot = std::move(slot)] { slot(); });
}

}  // namespace lipwright::app
