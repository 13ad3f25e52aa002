// Where a mask is half full, as lines.
#pragma once

#include <QImage>
#include <QPainterPath>

namespace lipwright::widgets {

/// Closed lines around what is at least half full of `mask` (Format_Alpha8), in its pixels: the
/// first pixel's middle is (0.5, 0.5). Between pixels the place is interpolated.
[[nodiscard]] QPainterPath contourOf(const QImage& mask);

}  // namespace lipwright::widgets
