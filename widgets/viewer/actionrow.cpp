#include "widgets/viewer/actionrow_p.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace lipwright::widgets {
namespace {

constexpr int kGap = 8;
constexpr int kIconSize = 18;

}  // namespace

ActionRow::ActionRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(1);
}

void ActionRow::setActions(const QList<QAction*>& actions) {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (QAction* action : actions) {
        if (action == nullptr) {
            m_row->addSpacing(kGap);
        } else {
            m_row->addWidget(buttonFor(action));
        }
    }
}

QToolButton* ActionRow::buttonFor(QAction* action) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(QStringLiteral("button.") + action->objectName());
    button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
    button->setAutoRaise(true);
    button->setIconSize(QSize(kIconSize, kIconSize));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace lipwright::widgets
