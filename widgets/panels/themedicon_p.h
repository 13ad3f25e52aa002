// A button's icon that is made again when the palette changes.
#pragma once

#include <QString>

class QAbstractButton;

namespace lipwright::widgets {

void setThemedIcon(QAbstractButton* button, const QString& name);

}  // namespace lipwright::widgets
