// A child that loses the focus while its panel dies must not speak to a state that is gone.
#pragma once

#include <QWidget>

namespace lipwright::widgets {

/// First thing in a panel's destructor, while its state still lives.
inline void endQuietly(QWidget& panel) {
    panel.blockSignals(true);
    qDeleteAll(panel.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

}  // namespace lipwright::widgets
