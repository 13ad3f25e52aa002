#include "widgets/timeline/painting_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::widgets {
namespace {

/// Least and greatest value of what falls into each column; NaN where nothing does.
struct Columns {
    std::vector<float> low;
    std::vector<float> high;

    explicit Columns(int width)
        : low(static_cast<std::size_t>(width), std::numeric_limits<float>::quiet_NaN()),
          high(low) {}

    void add(int column, float value) {
        auto& least = low[static_cast<std::size_t>(column)];
        auto& most = high[static_cast<std::size_t>(column)];
        least = std::isnan(least) ? value : std::min(least, value);
        most = std::isnan(most) ? value : std::max(most, value);
    }
};

void gather(const Drawing& drawing, const TimelineCurve& curve, Columns& columns) {
    const auto width = static_cast<int>(columns.low.size());
    const std::int64_t end = curve.firstFrame + static_cast<std::int64_t>(curve.values.size());
    std::int64_t next = drawing.axis.frameAtColumn(0);
    for (int column = 0; column < width; ++column) {
        // The frames that begin in this column; where none does, the one that is shown there.
        const std::int64_t first = next;
        next = drawing.axis.frameAtColumn(column + 1);
        const std::int64_t from = std::max(first, curve.firstFrame);
        const std::int64_t to = std::min(std::max(next, first + 1), end);
        for (std::int64_t frame = from; frame < to; ++frame) {
            const float value = curve.values[static_cast<std::size_t>(frame - curve.firstFrame)];
            if (std::isfinite(value)) {
                columns.add(column, value);
            }
        }
    }
}

}  // namespace

void paintCurves(const Drawing& drawing, const QRect& lane,
                 const std::vector<TimelineCurve>& curves, const QColor& colour) {
    if (drawing.axis.empty() || curves.empty() || lane.width() <= 0) {
        return;
    }
    QPainter& painter = drawing.painter;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const std::int64_t firstVisible = drawing.axis.frameAtColumn(0);
    const std::int64_t lastVisible = drawing.axis.frameAtColumn(lane.width());
    Columns columns(lane.width());
    float minimum = curves.front().minimum;
    float maximum = curves.front().maximum;
    for (const TimelineCurve& curve : curves) {
        const auto end = curve.firstFrame + static_cast<std::int64_t>(curve.values.size());
        if (curve.firstFrame <= lastVisible && end > firstVisible) {
            gather(drawing, curve, columns);
        }
    }
    const float range = std::max(1e-6F, maximum - minimum);
    const auto rowOf = [&](float value) {
        const float share = std::clamp((value - minimum) / range, 0.0F, 1.0F);
        return lane.bottom() - 3 - static_cast<int>(share * static_cast<float>(lane.height() - 7));
    };
    QColor fill = colour;
    fill.setAlpha(46);
    QList<QLine> lines;
    QList<QRect> areas;
    int before = -1;
    for (int column = 0; column < lane.width(); ++column) {
        const float low = columns.low[static_cast<std::size_t>(column)];
        if (std::isnan(low)) {
            before = -1;
            continue;
        }
        int top = rowOf(columns.high[static_cast<std::size_t>(column)]);
        int bottom = rowOf(low);
        const int middle = (top + bottom) / 2;
        if (before >= 0) {
            top = std::min(top, before);
            bottom = std::max(bottom, before);
        }
        const int x = lane.left() + column;
        lines << QLine(x, top, x, bottom);
        areas << QRect(x, bottom + 1, 1, lane.bottom() - 2 - bottom);
        before = middle;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRects(areas);
    painter.setPen(QPen(colour, 0));
    painter.drawLines(lines);
}

}  // namespace lipwright::widgets
