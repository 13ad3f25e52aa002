#include "widgets/style/theme.h"

#include "widgets/style/palettes_p.h"

#include <QApplication>
#include <QStyleFactory>
#include <QToolTip>

namespace lipwright::widgets {
namespace {

/// Only what Fusion draws with hard-coded lines of its own: tips and the gaps between docks.
QString styleSheetFor(const QPalette& palette) {
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 3px; }"
               "QMainWindow::separator { background: %4; width: 5px; height: 5px; }"
               "QMainWindow::separator:hover { background: %5; }")
        .arg(palette.color(QPalette::ToolTipText).name(),
             palette.color(QPalette::ToolTipBase).name(), palette.color(QPalette::Mid).name(),
             palette.color(QPalette::Window).name(), palette.color(QPalette::Highlight).name());
}

}  // namespace

void applyTheme(QApplication& application, Theme theme) {
    application.setStyleSheet(QString());
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(QPalette());  // the desktop's again
    const bool dark =
        theme == Theme::dark || (theme == Theme::system && isDark(QApplication::palette()));
    const QPalette palette = dark ? darkPalette() : lightPalette();
    application.setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(styleSheetFor(palette));
}

}  // namespace lipwright::widgets
