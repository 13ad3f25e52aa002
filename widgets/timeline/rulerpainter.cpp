#include "widgets/timeline/painting_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::widgets {
namespace {

/// Frames between labels: the smallest step whose labels do not touch.
std::int64_t labelStep(const Drawing& drawing, int labelWidth) {
    const std::int64_t rate = drawing.model.film.timecode.framesPerSecond;
    std::vector<std::int64_t> steps;
    for (std::int64_t frames = 1; frames < rate; ++frames) {
        if (rate % frames == 0) {  // only what divides a second falls on every second
            steps.push_back(frames);
        }
    }
    for (const std::int64_t seconds :
         {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200}) {
        steps.push_back(seconds * rate);
    }
    const double columns = drawing.axis.columnsPerFrame();
    for (const std::int64_t step : steps) {
        if (static_cast<double>(step) * columns >= labelWidth) {
            return step;
        }
    }
    return steps.back();
}

void paintInOut(const Drawing& drawing, const QRect& lane) {
    if (!drawing.model.inOut) {
        return;
    }
    const double from = lane.left() + drawing.axis.columnOf(drawing.model.inOut->first);
    const double to = lane.left() + drawing.axis.columnOf(drawing.model.inOut->end);
    QColor band = drawing.palette.color(QPalette::Highlight);
    band.setAlpha(110);
    drawing.painter.fillRect(QRectF(from, lane.bottom() - 6, to - from, 6), band);
}

void paintMarkers(const Drawing& drawing, const QRect& lane) {
    drawing.painter.setPen(Qt::NoPen);
    drawing.painter.setBrush(QColor(0xe6, 0x9f, 0x00));
    for (const project::Marker& marker : drawing.model.markers) {
        const double x = lane.left() + drawing.axis.columnOf(marker.frame);
        if (x < lane.left() - 6 || x > lane.right() + 6) {
            continue;
        }
        const double y = lane.bottom() - 1.0;
        drawing.painter.drawPolygon(
            QPolygonF{{x - 5, y - 9}, {x + 5, y - 9}, {x + 5, y - 5}, {x, y}, {x - 5, y - 5}});
    }
}

}  // namespace

void paintRuler(const Drawing& drawing, const QRect& lane) {
    QPainter& painter = drawing.painter;
    painter.fillRect(lane, shade(drawing.palette, 0.10));
    if (drawing.axis.empty()) {
        return;
    }
    const QFontMetrics metrics(painter.font());
    const std::int64_t step =
        labelStep(drawing, metrics.horizontalAdvance(QStringLiteral("00:00:00:00")) + 16);
    const std::int64_t start = drawing.model.film.timecode.startFrame;
    // Labels fall on round timecodes, also where the film does not start at one.
    const std::int64_t first = (drawing.axis.frameAtColumn(0) + start) / step * step - start;
    const std::int64_t last = drawing.axis.frameAtColumn(drawing.axis.width());
    const std::int64_t minor = std::max<std::int64_t>(1, step / 5);
    const QColor text = shade(drawing.palette, 0.8);
    const QColor line = shade(drawing.palette, 0.4);
    for (std::int64_t frame = first; frame <= last; frame += minor) {
        const double x = std::floor(lane.left() + drawing.axis.columnOf(frame)) + 0.5;
        if (frame < 0 || x < lane.left()) {
            continue;
        }
        const bool major = (frame - first) % step == 0;
        painter.setPen(QPen(line, 0));
        painter.drawLine(QPointF(x, lane.bottom() - (major ? 9 : 4)), QPointF(x, lane.bottom()));
        if (major) {
            painter.setPen(text);
            painter.drawText(
                QPointF(x + 4, lane.top() + metrics.ascent() + 2),
                QString::fromStdString(core::toTimecode(frame, drawing.model.film.timecode)));
        }
    }
    paintInOut(drawing, lane);
    paintMarkers(drawing, lane);
}

}  // namespace lipwright::widgets
