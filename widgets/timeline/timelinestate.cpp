#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/timelinestate_p.h"
#include "widgets/timeline/timelinetips_p.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kThumbnailsAfterMs = 60;
constexpr int kMarginRight = 2;

}  // namespace

TimelineWidget::State::State(TimelineWidget& owner)
    : widget(owner),
      horizontal(new QScrollBar(Qt::Horizontal, &owner)),
      vertical(new QScrollBar(Qt::Vertical, &owner)),
      thumbnailsDue(new QTimer(&owner)) {
    model.rows.emplace_back();
    horizontal->setFocusPolicy(Qt::NoFocus);
    vertical->setFocusPolicy(Qt::NoFocus);
    thumbnailsDue->setSingleShot(true);
    thumbnailsDue->setInterval(kThumbnailsAfterMs);
    connect(thumbnailsDue, &QTimer::timeout, &owner, [this] { wishThumbnails(); });
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
        widget.update(playheadStrip());
        playhead = frame;
        widget.update(playheadStrip());
        Q_EMIT widget.playheadMoved(frame);
    }
}

void TimelineWidget::State::setSelected(std::set<project::Id> ids) {
    if (ids == model.selected) {
        return;
    }
    model.selected = std::move(ids);
    changed();
    Q_EMIT widget.selectionChanged(widget.selection());
}

void TimelineWidget::State::select(const Hit& hit, Qt::KeyboardModifiers modifiers, bool menu) {
    narrowsOnRelease = false;
    const bool onSegment = model.segment(hit.id) != nullptr && hit.part != Hit::Part::marker;
    if (!onSegment) {
        if (hit.part == Hit::Part::nothing && !menu && modifiers == Qt::NoModifier) {
            setSelected({});
        }
        return;
    }
    std::set<project::Id> ids = model.selected;
    std::erase_if(ids, [this](project::Id id) { return !model.places.contains(id); });
    if (modifiers & Qt::ControlModifier) {
        if (!ids.erase(hit.id)) {
            ids.insert(hit.id);
        }
    } else if (modifiers & Qt::ShiftModifier && !ids.empty()) {
        std::size_t low = model.places.at(hit.id);
        std::size_t high = low;
        for (const project::Id id : ids) {
            low = std::min(low, model.places.at(id));
            high = std::max(high, model.places.at(id));
        }
        for (std::size_t i = low; i <= high; ++i) {
            ids.insert(model.segments[i].id);
        }
    } else if (!ids.contains(hit.id)) {
        ids = {hit.id};
    } else {
        narrowsOnRelease = !menu && ids.size() > 1;
    }
    setSelected(std::move(ids));
}

bool TimelineWidget::State::selectNeighbour(int direction) {
    if (model.segments.empty()) {
        return false;
    }
    const auto selected = widget.selection();
    std::size_t place = 0;
    if (!selected.empty()) {
        place = model.places.at(direction > 0 ? selected.back() : selected.front());
        if ((direction < 0 && place == 0) ||
            (direction > 0 && place + 1 == model.segments.size())) {
            return false;
        }
        place = direction > 0 ? place + 1 : place - 1;
    }
    setSelected({model.segments[place].id});
    widget.ensureVisible(model.segments[place].frames.first);
    return true;
}

void TimelineWidget::State::finishGesture(Qt::KeyboardModifiers modifiers) {
    const Gesture done = gesture;
    gesture.end();
    widget.update();
    switch (done.kind()) {
        case Gesture::Kind::scrub:
            Q_EMIT widget.scrubbingChanged(false);
            break;
        case Gesture::Kind::pressed:
            if (narrowsOnRelease) {
                setSelected({done.hit().id});
            }
            break;
        case Gesture::Kind::rubber: {
            const auto found = segmentsIn(scene(), done.rubberBand());
            std::set<project::Id> ids(found.begin(), found.end());
            if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) {
                ids.insert(model.selected.begin(), model.selected.end());
            }
            setSelected(std::move(ids));
            break;
        }
        case Gesture::Kind::move:
            if (done.frames() != 0) {
                Q_EMIT widget.moveRequested(widget.selection(), done.frames());
            }
            break;
        case Gesture::Kind::trimStart:
        case Gesture::Kind::trimEnd: {
            const TimelineSegment* segment = model.segment(done.hit().id);
            if (segment != nullptr && !(done.range() == segment->frames)) {
                Q_EMIT widget.trimRequested(done.hit().id, done.range());
            }
            break;
        }
        case Gesture::Kind::inPoint:
        case Gesture::Kind::outPoint:
            if (model.inOut && !(done.range() == *model.inOut)) {
                Q_EMIT widget.inOutRequested(done.range());
            }
            break;
        case Gesture::Kind::none:
            break;
    }
}

void TimelineWidget::State::showCursor(const Hit& hit) {
    switch (hit.part) {
        case Hit::Part::start:
        case Hit::Part::end:
        case Hit::Part::inHandle:
        case Hit::Part::outHandle:
        case Hit::Part::playhead:
            widget.setCursor(Qt::SizeHorCursor);
            break;
        default:
            widget.unsetCursor();
    }
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
        const QFontMetrics metrics(widget.font());
        QRect box = metrics.boundingRect(label).adjusted(-6, -3, 6, 3);
        box.moveTopLeft(gesture.rubberBand().bottomRight() + QPoint(10, 10));
        box.moveRight(std::min(box.right(), widget.width() - 4));
        painter.setPen(Qt::NoPen);
        painter.setBrush(widget.palette().color(QPalette::ToolTipBase));
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(widget.palette().color(QPalette::ToolTipText));
        painter.drawText(box, Qt::AlignCenter, label);
    }
}

void TimelineWidget::State::paintPlayhead(QPainter& painter) {
    const double x = std::floor(LaneLayout::kHeaderWidth + axis.columnOf(playhead)) + 0.5;
    const QColor colour(0xff, 0x5a, 0x4f);
    painter.setPen(QPen(colour, 0));
    painter.drawLine(QPointF(x, 0), QPointF(x, widget.height()));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{{x - 6, 0}, {x + 6, 0}, {x + 6, 6}, {x, 12}, {x - 6, 6}});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace lipwright::widgets
