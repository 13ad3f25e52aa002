// The look of the program: dark and light palettes on Qt's Fusion style, the colours that mean
// something (told apart by colour-blind people), and icons drawn in the palette's own colours.
#pragma once

#include "engine/project/project.h"

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;

namespace lipwright::widgets {

enum class Theme { system, dark, light };

void applyTheme(QApplication& application, Theme theme);

/// Okabe-Ito based; readable under text of the palette.
[[nodiscard]] QColor statusColour(project::SegmentStatus status);
[[nodiscard]] QString statusName(project::SegmentStatus status);  ///< translated
/// Distinct colours for actors, by number.
[[nodiscard]] QColor actorColour(int actor);

/// resources/icons/<name>.svg in the palette's text colour; sharp on HiDPI screens. Follows the
/// theme when made again after applyTheme().
[[nodiscard]] QIcon icon(const QString& name);

}  // namespace lipwright::widgets
