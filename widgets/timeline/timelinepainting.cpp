// The timeline's picture: what rests is kept, what moves with the mouse and the playhead is drawn
// over it.
#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/timelinestate_p.h"
#include "widgets/timeline/timelinetips_p.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {

QRect TimelineWidget::State::playheadStrip() const {
    const int x = LaneLayout::kHeaderWidth + static_cast<int>(axis.columnOf(playhead));
    return {x - 8, 0, 17, widget.height()};
}

void TimelineWidget::State::paint(const QRect& area) {
    const QSize size = lanesSize();
    const double ratio = widget.devicePixelRatioF();
    const QSize pixels = size * ratio;
    if (!contentValid || content.size() != pixels) {
        if (content.size() != pixels) {
            content = QPixmap(pixels);
            content.setDevicePixelRatio(ratio);
        }
        QPainter painter(&content);
        painter.setFont(widget.font());
        paintContent({painter, model, axis, widget.palette()}, layout, thumbnails, size);
        contentValid = true;
    }
    QPainter painter(&widget);
    painter.setClipRect(area);
    painter.fillRect(area, widget.palette().color(QPalette::Window));
    painter.drawPixmap(0, 0, content);
    paintOverlay(painter);
}

void TimelineWidget::State::paintOverlay(QPainter& painter) {
    if (axis.empty()) {
        painter.setPen(shade(widget.palette(), 0.5));
        painter.drawText(QRect(LaneLayout::kHeaderWidth, LaneLayout::kRulerHeight, axis.width(),
                               widget.height() / 2),
                         Qt::AlignCenter, tr("Drop a film, then the translated voices"));
        return;
    }
    painter.setClipRect(QRect(QPoint(LaneLayout::kHeaderWidth, 0), lanesSize()), Qt::IntersectClip);
    paintGhost(painter);
    paintPlayhead(painter);
}

void TimelineWidget::State::paintGhost(QPainter& painter) {
    const Gesture::Kind kind = gesture.kind();
    if (kind == Gesture::Kind::rubber) {
        QColor fill = widget.palette().color(QPalette::Highlight);
        painter.setPen(fill);
        fill.setAlpha(50);
        painter.setBrush(fill);
        painter.drawRect(gesture.rubberBand());
        return;
    }
    const bool moves = kind == Gesture::Kind::move;
    const bool trims = kind == Gesture::Kind::trimStart || kind == Gesture::Kind::trimEnd;
    if (moves || trims) {
        QColor fill = widget.palette().color(QPalette::Highlight);
        fill.setAlpha(110);
        painter.setPen(QPen(widget.palette().color(QPalette::BrightText), 0, Qt::DashLine));
        painter.setBrush(fill);
        for (const TimelineSegment& segment : model.segments) {
            const bool taken =
                moves ? model.selected.contains(segment.id) : segment.id == gesture.hit().id;
            const Lane* lane = taken ? layout.segmentLane(model.rowOf(segment.id)) : nullptr;
            if (lane == nullptr) {
                continue;
            }
            const core::FrameRange frames =
                moves ? core::FrameRange{segment.frames.first + gesture.frames(),
                                         segment.frames.end + gesture.frames()}
                      : gesture.range();
            const double left = LaneLayout::kHeaderWidth + axis.columnOf(frames.first);
            const double right = LaneLayout::kHeaderWidth + axis.columnOf(frames.end);
            painter.drawRect(QRectF(left, lane->top + 3, right - left, lane->height - 6));
        }
    }
    if (gesture.snapped()) {
        painter.setPen(QPen(QColor(0xf0, 0xe4, 0x42), 0));
        const int x = widget.columnOf(*gesture.snapped());
        painter.drawLine(x, 0, x, widget.height());
    }
    if (const QString label = dragLabel(model, gesture); !label.isEmpty()) {
        paintLabel(painter, widget.palette(), label,
                   gesture.rubberBand().bottomRight() + QPoint(10, 10), widget.rect());
    }
}

void TimelineWidget::State::paintPlayhead(QPainter& painter) {
    const double x = std::floor(LaneLayout::kHeaderWidth + axis.columnOf(playhead)) + 0.5;
    painter.setPen(QPen(kPlayheadColour, 0));
    painter.drawLine(QPointF(x, 0), QPointF(x, widget.height()));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPlayheadColour);
    painter.drawPolygon(QPolygonF{{x - 6, 0}, {x + 6, 0}, {x + 6, 6}, {x, 12}, {x - 6, 6}});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace lipwright::widgets
