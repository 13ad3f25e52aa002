#include "widgets/style/theme.h"
#include "widgets/timeline/painting_p.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr double kNarrow = 4.0;     ///< columns below which a box is only a strip
constexpr double kWithText = 26.0;  ///< columns from which a box has text

void paintTexts(QPainter& painter, const QRectF& box, const TimelineSegment& segment) {
    const QFontMetrics metrics(painter.font());
    const QRectF inner = box.adjusted(6, 2, -4, -2);
    const QString title = segment.takeName.isEmpty()
                              ? segment.actorName
                              : QStringLiteral("%1 · %2").arg(segment.actorName, segment.takeName);
    const auto line = [&](const QString& text, double top) {
        painter.drawText(QRectF(inner.left(), top, inner.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
    };
    const bool two = !segment.text.isEmpty() && inner.height() >= 2 * metrics.height();
    line(title, two ? inner.top() : inner.center().y() - metrics.height() / 2.0);
    if (two) {
        painter.setOpacity(0.8);
        line(segment.text, inner.top() + metrics.height());
        painter.setOpacity(1.0);
    }
}

}  // namespace

void paintSegmentBox(QPainter& painter, const QRectF& box, const TimelineSegment& segment,
                     bool selected, const QPalette& palette) {
    const QColor status = statusColour(segment.status);
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    const QColor body =
        dark ? status.darker(selected ? 120 : 155) : status.lighter(selected ? 125 : 160);
    if (box.width() < kNarrow) {
        const int left = static_cast<int>(box.left());
        const int width = std::max(1, static_cast<int>(box.right()) - left);
        painter.fillRect(
            QRect(left, static_cast<int>(box.top()), width, static_cast<int>(box.height())),
            selected ? palette.color(QPalette::Highlight) : body);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QRectF shape = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(selected ? palette.color(QPalette::BrightText) : status, selected ? 2 : 1));
    painter.setBrush(body);
    painter.drawRoundedRect(shape, 3, 3);
    painter.fillRect(QRectF(shape.left() + 1, shape.top() + 1, 3, shape.height() - 2),
                     actorColour(segment.actor));
    if (segment.progress >= 0.0) {
        QColor bar = palette.color(QPalette::Highlight);
        bar.setAlpha(150);
        painter.fillRect(QRectF(shape.left(), shape.bottom() - 5, shape.width(), 4),
                         QColor(0, 0, 0, 90));
        painter.fillRect(
            QRectF(shape.left(), shape.bottom() - 5, shape.width() * segment.progress, 4), bar);
    }
    if (box.width() >= kWithText) {
        painter.setPen(palette.color(QPalette::WindowText));
        paintTexts(painter, shape, segment);
    }
    if (segment.stale && box.width() >= 14) {
        // A corner: the take is not of the present settings.
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0xe6, 0x9f, 0x00));
        painter.drawPolygon(QPolygonF{shape.topRight(), shape.topRight() + QPointF(-9, 0),
                                      shape.topRight() + QPointF(0, 9)});
    }
}

void paintSegments(const Drawing& drawing, const QRect& lane, int row) {
    const TimelineModel& model = drawing.model;
    if (drawing.axis.empty() || row >= static_cast<int>(model.rows.size())) {
        return;
    }
    const auto& indices = model.rows[static_cast<std::size_t>(row)];
    const auto [from, to] = model.visible(indices, drawing.axis.frameAtColumn(0),
                                          drawing.axis.frameAtColumn(drawing.axis.width()) + 1);
    for (std::size_t i = from; i < to; ++i) {
        const TimelineSegment& segment = model.segments[indices[i]];
        const double left = lane.left() + drawing.axis.columnOf(segment.frames.first);
        const double right = lane.left() + drawing.axis.columnOf(segment.frames.end);
        // Boxes far wider than the window lose the painter's precision.
        const double x = std::max(left, lane.left() - 1.0);
        const double end = std::min(right, lane.right() + 8.0);
        paintSegmentBox(drawing.painter, QRectF(x, lane.top() + 3, end - x, lane.height() - 6),
                        segment, model.selected.contains(segment.id), drawing.palette);
    }
    drawing.painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace lipwright::widgets
