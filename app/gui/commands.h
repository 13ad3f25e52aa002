// Every command of the program: name, text, icon, keys. Menus, buttons, the key editor and the
// tests all use these actions. Knows nothing of what they do.
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <functional>

class QAction;
class QMenu;
class QMenuBar;

namespace lipwright::app {

class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QObject* parent = nullptr);

    /// By name ("segment.split"); an unknown name is a mistake in the program.
    [[nodiscard]] QAction& action(const QString& name) const;
    [[nodiscard]] QList<QAction*> actions() const { return m_order; }
    [[nodiscard]] QList<QAction*> actions(const QStringList& names) const;

    /// Adds all menus to the bar. A submenu is given for "-name" lines of the table by `submenu`.
    void fillMenuBar(QMenuBar& bar, const QHash<QString, QMenu*>& submenus) const;

    /// Keys by command name; commands not named get their defaults.
    void applyKeys(const QMap<QString, QList<QKeySequence>>& keys);
    /// After a change of theme.
    void refreshIcons();

    template <typename Receiver>
    void on(const QString& name, Receiver* receiver, std::function<void()> slot);

private:
    QHash<QString, QAction*> m_actions;
    QList<QAction*> m_order;
};

void connectTriggered(QAction& action, QObject* receiver, std::function<void()> slot);

template <typename Receiver>
void Commands::on(const QString& name, Receiver* receiver, std::function<void()> slot) {
    connectTriggered(action(name), receiver, std::move(slot));
}

}  // namespace lipwright::app
