// Buttons of commands in a row: menu, key and button are one.
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace lipwright::widgets {

class ActionRow : public QWidget {
public:
    explicit ActionRow(QWidget* parent);

    /// In place of those before; null makes a gap.
    void setActions(const QList<QAction*>& actions);

private:
    QToolButton* buttonFor(QAction* action);

    QHBoxLayout* m_row;
};

}  // namespace lipwright::widgets
