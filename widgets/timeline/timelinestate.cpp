#include "widgets/timeline/timelinestate_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kThumbnailsAfterMs = 60;
constexpr int kMarginRight = 2;
constexpr int kEdgeMs = 30;
constexpr double kMostEdgeColumns = 40.0;  ///< by which a drag beyond the edge scrolls at once

}  // namespace

TimelineWidget::State::State(TimelineWidget& owner)
    : widget(owner),
      horizontal(new QScrollBar(Qt::Horizontal, &owner)),
      vertical(new QScrollBar(Qt::Vertical, &owner)),
      thumbnailsDue(new QTimer(&owner)),
      edgeDue(new QTimer(&owner)) {
    model.rows.emplace_back();
    horizontal->setFocusPolicy(Qt::NoFocus);
    vertical->setFocusPolicy(Qt::NoFocus);
    thumbnailsDue->setSingleShot(true);
    thumbnailsDue->setInterval(kThumbnailsAfterMs);
    connect(thumbnailsDue, &QTimer::timeout, &owner, [this] { wishThumbnails(); });
    edgeDue->setInterval(kEdgeMs);
    connect(edgeDue, &QTimer::timeout, &owner, [this] { scrollAtEdge(); });
    connect(horizontal, &QScrollBar::valueChanged, &owner, [this](int value) {
        if (value != static_cast<int>(std::lround(axis.scrolledColumns()))) {
            scrollTo(value);
        }
    });
    connect(vertical, &QScrollBar::valueChanged, &owner, [this] {
        arrange();
        changed();
    });
}

QSize TimelineWidget::State::lanesSize() const {
    const int right = vertical->isVisibleTo(&widget) ? vertical->sizeHint().width() : 0;
    return {widget.width() - right, widget.height() - horizontal->sizeHint().height()};
}

void TimelineWidget::State::arrange() {
    const int bar = horizontal->sizeHint().height();
    layout.arrange(model, {widget.width(), widget.height() - bar}, vertical->value());
    const int hidden = std::max(0, layout.wholeHeight() - (widget.height() - bar));
    vertical->setRange(0, hidden);
    vertical->setPageStep(widget.height() - bar);
    vertical->setSingleStep(20);
    vertical->setVisible(hidden > 0);
    const QSize size = lanesSize();
    vertical->setGeometry(size.width(), LaneLayout::kRulerHeight, vertical->sizeHint().width(),
                          size.height() - LaneLayout::kRulerHeight);
    horizontal->setGeometry(LaneLayout::kHeaderWidth, size.height(),
                            size.width() - LaneLayout::kHeaderWidth, bar);
    layout.arrange(model, size, vertical->value());
    axis.setWidth(size.width() - LaneLayout::kHeaderWidth - kMarginRight);
    Q_EMIT widget.axisChanged(axis);
}

void TimelineWidget::State::viewChanged() {
    const QSignalBlocker quiet(horizontal);
    const int hidden = std::max(0, static_cast<int>(axis.wholeColumns()) - axis.width());
    horizontal->setRange(0, hidden);
    horizontal->setPageStep(axis.width());
    horizontal->setSingleStep(std::max(1, axis.width() / 20));
    horizontal->setValue(static_cast<int>(std::lround(axis.scrolledColumns())));
    changed();
    thumbnailsDue->start();
    Q_EMIT widget.axisChanged(axis);
}

void TimelineWidget::State::changed() {
    contentValid = false;
    widget.update();
    if (!thumbnailsDue->isActive() && !axis.empty()) {
        thumbnailsDue->start();
    }
}

void TimelineWidget::State::scrollTo(double column) {
    axis.scrollToColumn(column);
    viewChanged();
}

void TimelineWidget::State::scrollLanes(int y) {
    vertical->setValue(y);
}

void TimelineWidget::State::zoomAboutPlayhead(double factor) {
    const double column = axis.columnOf(playhead);
    const bool seen = column > -0.5 && column < axis.width();  // half a column for rounding
    axis.zoomBy(factor, seen ? column : axis.width() / 2.0);
    viewChanged();
}

void TimelineWidget::State::scrubTo(int x) {
    const std::int64_t frame = axis.frameAtColumn(x - LaneLayout::kHeaderWidth);
    if (frame != playhead) {
        movePlayhead(frame);
        Q_EMIT widget.playheadMoved(frame);
    }
}

void TimelineWidget::State::movePlayhead(std::int64_t frame) {
    widget.update(playheadStrip());
    playhead = frame;
    widget.update(playheadStrip());
    Q_EMIT widget.playheadChanged(frame);
}

void TimelineWidget::State::dragTo(QPoint point, bool snap) {
    draggedTo = point;
    draggedWithSnap = snap;
    edgeDue->start();
    if (!gesture.drag(scene(), point, snap)) {
        return;
    }
    if (gesture.kind() == Gesture::Kind::scrub) {
        scrubTo(point.x());
    } else {
        widget.update();
    }
}

void TimelineWidget::State::scrollAtEdge() {
    const int left = LaneLayout::kHeaderWidth - draggedTo.x();
    const int right = draggedTo.x() - LaneLayout::kHeaderWidth - axis.width();
    const int beyond = left > 0 ? -left : std::max(0, right);
    const bool drags =
        gesture.kind() != Gesture::Kind::none && gesture.kind() != Gesture::Kind::pressed;
    if (beyond == 0 || !drags) {
        edgeDue->stop();
        return;
    }
    const double before = axis.scrolledColumns();
    scrollTo(before + std::clamp(0.5 * beyond, -kMostEdgeColumns, kMostEdgeColumns));
    gesture.scrolled(static_cast<int>(std::lround(axis.scrolledColumns() - before)));
    dragTo(draggedTo, draggedWithSnap);
}

void TimelineWidget::State::wishThumbnails() {
    for (const Lane& lane : layout.lanes()) {
        if (lane.kind == Lane::Kind::thumbnails && !axis.empty()) {
            const auto frames = thumbnails.wanted(axis, lane.height);
            if (!frames.isEmpty()) {
                const double ratio = widget.devicePixelRatioF();
                Q_EMIT widget.thumbnailsWanted(frames, static_cast<int>(lane.height * ratio));
            }
        }
    }
}

}  // namespace lipwright::widgets
