#include "widgets/viewer/pictureanalysis_p.h"

#include <algorithm>
#include <cstdint>

namespace lipwright::widgets {
namespace {

constexpr int kFill = 90;  ///< opacity of a full mask, of 255

std::uint8_t amplified(std::uint8_t a, std::uint8_t b) {
    static_assert(kDifferenceGain == 4);
    const auto apart = static_cast<std::uint8_t>(a > b ? a - b : b - a);
    return apart >= 64 ? std::uint8_t{255} : static_cast<std::uint8_t>(apart << 2);
}

/// Blocks of a fixed length, which compilers turn into vector code.
void amplifyRow(const std::uint8_t* a, const std::uint8_t* b, std::uint8_t* out, int bytes) {
    constexpr int kBlock = 64;
    int at = 0;
    for (; at + kBlock <= bytes; at += kBlock) {
        for (int i = 0; i < kBlock; ++i) {
            out[at + i] = amplified(a[at + i], b[at + i]);
        }
    }
    for (; at < bytes; ++at) {
        out[at] = amplified(a[at], b[at]);
    }
}

bool isContour(const QImage& mask, int x, int y) {
    const auto full = [&](int column, int row) {
        return mask.valid(column, row) && mask.constScanLine(row)[column] >= 128;
    };
    return full(x, y) && !(full(x - 1, y) && full(x + 1, y) && full(x, y - 1) && full(x, y + 1));
}

}  // namespace

QImage differenceOf(const QImage& a, const QImage& b) {
    QImage other = b.size() == a.size() ? b : b.scaled(a.size());
    const QImage::Format format =
        a.format() == QImage::Format_RGB888 ? QImage::Format_RGB888 : QImage::Format_RGB32;
    const QImage first = a.convertToFormat(format);
    other = std::move(other).convertToFormat(format);
    QImage result(a.size(), format);
    const int bytes = a.width() * (format == QImage::Format_RGB888 ? 3 : 4);
    for (int y = 0; y < result.height(); ++y) {
        std::uint8_t* row = result.scanLine(y);
        amplifyRow(first.constScanLine(y), other.constScanLine(y), row, bytes);
        if (format == QImage::Format_RGB32) {
            auto* pixels = reinterpret_cast<QRgb*>(row);
            std::for_each(pixels, pixels + result.width(), [](QRgb& it) { it |= 0xff000000U; });
        }
    }
    return result;
}

QImage tintedMask(const QImage& mask, const QColor& tint) {
    const QRgb line = tint.rgb() | 0xff000000U;
    QRgb shades[256];
    for (int value = 0; value < 256; ++value) {
        shades[value] =
            qPremultiply(qRgba(tint.red(), tint.green(), tint.blue(), value * kFill / 255));
    }
    QImage result(mask.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < mask.height(); ++y) {
        const std::uint8_t* from = mask.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < mask.width(); ++x) {
            to[x] = from[x] >= 128 && isContour(mask, x, y) ? line : shades[from[x]];
        }
    }
    return result;
}

}  // namespace lipwright::widgets
