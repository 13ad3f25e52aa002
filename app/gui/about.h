// What the Help menu shows.
#pragma once

class QWidget;

namespace lipwright::app {

void showAbout(QWidget& window);
/// What the program is for and what not.
void showIntendedUse(QWidget& window);

}  // namespace lipwright::app
