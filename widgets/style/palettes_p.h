// The two palettes of the program. Greys are neutral, so that pictures are judged against no tint.
#pragma once

#include <QPalette>

namespace lipwright::widgets {

[[nodiscard]] QPalette darkPalette();
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] bool isDark(const QPalette& palette);

}  // namespace lipwright::widgets
