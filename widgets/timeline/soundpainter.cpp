#include "widgets/timeline/painting_p.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace lipwright::widgets {
namespace {

/// One column per pixel, straight into an image: thousands of lines would take the painter longer.
QImage waveform(const std::vector<media::Peak>& peaks, int height, QRgb colour, QRgb core) {
    const int width = static_cast<int>(peaks.size());
    QImage image(std::max(1, width), std::max(1, height), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const double half = (height - 1) / 2.0;
    for (int x = 0; x < width; ++x) {
        const auto& peak = peaks[static_cast<std::size_t>(x)];
        // Square root: quiet speech stays visible.
        const auto reach = [half](int value) {
            const double share = std::sqrt(std::min(1.0, std::abs(value) / 127.0));
            return static_cast<int>(std::lround(half * share));
        };
        const int middle = static_cast<int>(half);
        const int top = std::max(0, middle - reach(peak.maximum));
        const int bottom = std::min(height - 1, middle + reach(peak.minimum));
        for (int y = top; y <= bottom; ++y) {
            const bool inner = 3 * std::abs(y - middle) < bottom - top;
            reinterpret_cast<QRgb*>(image.scanLine(y))[x] = inner ? core : colour;
        }
    }
    return image;
}

}  // namespace

QImage waveformImage(const TimelineSound& sound, const TimeAxis& axis, QSize lane, double ratio,
                     const QColor& colour) {
    const int columns = std::max(1, static_cast<int>(lane.width() * ratio));
    const auto peaks = sound.waveform->peaks(axis.startSeconds() - sound.offsetSeconds,
                                             axis.endSeconds() - sound.offsetSeconds, columns);
    QImage image = waveform(peaks, static_cast<int>(lane.height() * ratio), colour.rgb(),
                            colour.lighter(125).rgb());
    image.setDevicePixelRatio(ratio);
    return image;
}

void paintSound(const Drawing& drawing, const QRect& lane, const TimelineSound& sound) {
    QPainter& painter = drawing.painter;
    if (!sound.waveform || drawing.axis.empty() || lane.height() < 4) {
        return;
    }
    QColor colour = sound.track == 0 ? QColor(0x5f, 0x9e, 0xc4) : QColor(0x3c, 0xb0, 0x8c);
    if (sound.muted) {
        colour = shade(drawing.palette, 0.35);
    }
    const QSize size(lane.width(), lane.height() - 4);
    painter.drawImage(
        QPointF(lane.left(), lane.top() + 2),
        waveformImage(sound, drawing.axis, size, painter.device()->devicePixelRatioF(), colour));
}

}  // namespace lipwright::widgets
