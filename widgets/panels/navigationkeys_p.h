// Arrows, Home, End and page keys belong to a list or a number that has the focus, not to the
// window's commands of the same keys.
#pragma once

class QWidget;

namespace lipwright::widgets {

void keepNavigationKeys(QWidget* widget);

}  // namespace lipwright::widgets
