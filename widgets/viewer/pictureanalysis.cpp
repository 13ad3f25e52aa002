#include "widgets/viewer/pictureanalysis_p.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

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
    std::array<std::uint8_t, kBlock> block;  // of its own: `out` might be `a` for all GCC knows
    int at = 0;
    for (; at + kBlock <= bytes; at += kBlock) {
        for (int i = 0; i < kBlock; ++i) {
            block[static_cast<std::size_t>(i)] = amplified(a[at + i], b[at + i]);
        }
        std::memcpy(out + at, block.data(), block.size());
    }
    for (; at < bytes; ++at) {
        out[at] = amplified(a[at], b[at]);
    }
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
    std::array<QRgb, 256> shades{};
    for (int value = 0; value < 256; ++value) {
        shades[static_cast<std::size_t>(value)] =
            qPremultiply(qRgba(tint.red(), tint.green(), tint.blue(), value * kFill / 255));
    }
    QImage result(mask.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < mask.height(); ++y) {
        const std::uint8_t* from = mask.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(result.scanLine(y));
        std::transform(from, from + mask.width(), to,
                       [&shades](std::uint8_t value) { return shades[value]; });
    }
    return result;
}

}  // namespace lipwright::widgets
