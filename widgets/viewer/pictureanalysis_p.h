// Pictures made of a frame for judging it: the amplified difference and the mask as a tint.
#pragma once

#include <QColor>
#include <QImage>

namespace lipwright::widgets {

constexpr int kDifferenceGain = 4;

/// |a - b| * kDifferenceGain per channel, cut off at 255; as large as `a`.
[[nodiscard]] QImage differenceOf(const QImage& a, const QImage& b);

/// `mask` (Format_Alpha8) in `tint`, translucent.
[[nodiscard]] QImage tintedMask(const QImage& mask, const QColor& tint);

}  // namespace lipwright::widgets
