#include "widgets/timeline/timelinewidget.h"

#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/timelinestate_p.h"
#include "widgets/timeline/timelinetips_p.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {

TimelineWidget::TimelineWidget(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>(*this)) {
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumHeight(140);
}

TimelineWidget::~TimelineWidget() = default;

QSize TimelineWidget::sizeHint() const {
    return {1200, 300};
}

void TimelineWidget::setFilm(const TimelineFilm& film) {
    State& s = *m_state;
    const bool same = film.index == s.model.film.index;
    s.model.film = film;
    if (!same) {
        s.axis.setIndex(film.index);
        s.thumbnails.clear();
        s.playhead = 0;
        s.viewChanged();
    }
    s.changed();
}

void TimelineWidget::setSegments(std::vector<TimelineSegment> segments) {
    if (segments == m_state->model.segments) {
        return;
    }
    const auto rows = m_state->model.rows.size();
    m_state->model.setSegments(std::move(segments));
    if (rows != m_state->model.rows.size()) {
        m_state->arrange();
    }
    m_state->changed();
}

void TimelineWidget::setSegmentProgress(project::Id segment, double progress) {
    const auto found = m_state->model.places.find(segment);
    if (found != m_state->model.places.end()) {
        m_state->model.segments[found->second].progress = progress;
        m_state->changed();
    }
}

void TimelineWidget::setSounds(std::vector<TimelineSound> sounds) {
    m_state->model.sounds = std::move(sounds);
    m_state->arrange();
    m_state->changed();
}

void TimelineWidget::setCuts(std::vector<std::int64_t> firstFramesOfShots) {
    m_state->model.cuts = std::move(firstFramesOfShots);
    m_state->changed();
}

void TimelineWidget::setSpeechEdges(std::vector<double> seconds) {
    m_state->model.speechEdges = std::move(seconds);
}

void TimelineWidget::setShapeCurves(std::vector<TimelineCurve> curves) {
    m_state->model.shapes = std::move(curves);
    m_state->changed();
}

void TimelineWidget::setConfidenceCurves(std::vector<TimelineCurve> curves) {
    m_state->model.confidences = std::move(curves);
    m_state->changed();
}

void TimelineWidget::setMarkers(std::vector<project::Marker> markers) {
    m_state->model.markers = std::move(markers);
    m_state->changed();
}

void TimelineWidget::setInOut(std::optional<core::FrameRange> inOut) {
    m_state->model.inOut = inOut;
    m_state->changed();
}

void TimelineWidget::setThumbnail(qint64 frame, const QImage& picture) {
    m_state->thumbnails.put(frame, picture);
    m_state->changed();
}

void TimelineWidget::setPlayhead(qint64 frame) {
    State& s = *m_state;
    if (frame == s.playhead) {
        return;
    }
    update(s.playheadStrip());
    s.playhead = frame;
    update(s.playheadStrip());
    const double column = s.axis.columnOf(frame);
    const bool outside = column < 0 || column >= s.axis.width();
    if (outside && s.gesture.kind() == Gesture::Kind::none) {
        // A page on, with a little of the last one.
        s.scrollTo(s.axis.scrolledColumns() + column - 0.05 * s.axis.width());
    }
}

qint64 TimelineWidget::playhead() const {
    return m_state->playhead;
}

void TimelineWidget::setSelection(const std::vector<project::Id>& segments) {
    const std::set<project::Id> wanted(segments.begin(), segments.end());
    if (wanted != m_state->model.selected) {
        m_state->model.selected = wanted;
        m_state->changed();
    }
}

std::vector<project::Id> TimelineWidget::selection() const {
    // In film order, as they are read.
    std::vector<project::Id> ids;
    for (const TimelineSegment& segment : m_state->model.segments) {
        if (m_state->model.selected.contains(segment.id)) {
            ids.push_back(segment.id);
        }
    }
    return ids;
}

void TimelineWidget::setSnapping(bool on) {
    m_state->snapping = on;
}

bool TimelineWidget::snapping() const {
    return m_state->snapping;
}

void TimelineWidget::zoomIn() {
    m_state->zoomAboutPlayhead(1.5);
}

void TimelineWidget::zoomOut() {
    m_state->zoomAboutPlayhead(1.0 / 1.5);
}

void TimelineWidget::zoomToFit() {
    m_state->axis.showAll();
    m_state->viewChanged();
}

void TimelineWidget::zoomToSelection() {
    State& s = *m_state;
    double start = 1e18;
    double end = -1e18;
    for (const project::Id id : s.model.selected) {
        if (const TimelineSegment* segment = s.model.segment(id)) {
            start = std::min(start, s.axis.secondsOf(segment->frames.first));
            end = std::max(end, s.axis.secondsOf(segment->frames.end));
        }
    }
    if (end > start) {
        const double room = 0.1 * (end - start);
        s.axis.showSeconds(start - room, end + room);
        s.viewChanged();
    }
}

void TimelineWidget::ensureVisible(qint64 frame) {
    State& s = *m_state;
    const double column = s.axis.columnOf(frame);
    if (column < 0 || column >= s.axis.width()) {
        s.scrollTo(s.axis.scrolledColumns() + column - 0.3 * s.axis.width());
    }
}

int TimelineWidget::columnOf(qint64 frame) const {
    return LaneLayout::kHeaderWidth + static_cast<int>(std::lround(m_state->axis.columnOf(frame)));
}

qint64 TimelineWidget::frameAt(int column) const {
    return m_state->axis.frameAtColumn(column - LaneLayout::kHeaderWidth);
}

QRect TimelineWidget::segmentRect(project::Id segment) const {
    return boxOf(m_state->scene(), segment);
}

void TimelineWidget::paintEvent(QPaintEvent* event) {
    m_state->paint(event->rect());
}

void TimelineWidget::resizeEvent(QResizeEvent*) {
    m_state->arrange();
    m_state->viewChanged();
}

void TimelineWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_state->changed();
    }
    QWidget::changeEvent(event);
}

void TimelineWidget::wheelEvent(QWheelEvent* event) {
    State& s = *m_state;
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const double steps = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        s.axis.zoomBy(std::pow(1.25, steps), event->position().x() - LaneLayout::kHeaderWidth);
        s.viewChanged();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        s.scrollLanes(s.vertical->value() - static_cast<int>(40 * steps));
    } else {
        const double by = pixels.isNull() ? steps * 0.08 * s.axis.width()
                                          : (pixels.x() != 0 ? pixels.x() : pixels.y());
        s.scrollTo(s.axis.scrolledColumns() - by);
    }
    event->accept();
}

void TimelineWidget::mousePressEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.axis.empty() || event->button() == Qt::MiddleButton) {
        return;
    }
    const Hit hit = hitAt(s.scene(), event->pos());
    s.select(hit, event->modifiers(), event->button() == Qt::RightButton);
    if (event->button() != Qt::LeftButton) {
        return;
    }
    s.gesture.press(s.scene(), hit, event->pos());
    if (s.gesture.kind() == Gesture::Kind::scrub) {
        Q_EMIT scrubbingChanged(true);
        s.scrubTo(event->pos().x());
    }
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.gesture.kind() == Gesture::Kind::none) {
        s.showCursor(hitAt(s.scene(), event->pos()));
        return;
    }
    const bool snap = s.snapping && !(event->modifiers() & Qt::AltModifier);
    if (!s.gesture.drag(s.scene(), event->pos(), snap)) {
        return;
    }
    if (s.gesture.kind() == Gesture::Kind::scrub) {
        s.scrubTo(event->pos().x());
    } else {
        update();
    }
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_state->finishGesture(event->modifiers());
    }
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit hit = hitAt(m_state->scene(), event->pos());
    if (hit.part == Hit::Part::marker) {
        Q_EMIT markerActivated(hit.id);
    } else if (hit.id != 0) {
        Q_EMIT segmentActivated(hit.id);
    } else {
        mousePressEvent(event);
    }
}

void TimelineWidget::contextMenuEvent(QContextMenuEvent* event) {
    State& s = *m_state;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint where = byKey ? QPoint(columnOf(s.playhead), height() / 2) : event->pos();
    Q_EMIT contextMenuRequested(mapToGlobal(where), byKey ? s.playhead : frameAt(where.x()));
}

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
    State& s = *m_state;
    const auto selected = selection();
    if (event->key() == Qt::Key_Escape && s.gesture.kind() != Gesture::Kind::none) {
        const bool scrubbed = s.gesture.kind() == Gesture::Kind::scrub;
        s.gesture.end();
        update();
        if (scrubbed) {
            Q_EMIT scrubbingChanged(false);
        }
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               !selected.empty()) {
        Q_EMIT segmentActivated(selected.front());
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool TimelineWidget::focusNextPrevChild(bool next) {
    return m_state->selectNeighbour(next ? 1 : -1) || QWidget::focusNextPrevChild(next);
}

bool TimelineWidget::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Hit hit = hitAt(m_state->scene(), help->pos());
        const TimelineSegment* segment = m_state->model.segment(hit.id);
        if (segment != nullptr) {
            QToolTip::showText(help->globalPos(), segmentTip(m_state->model, *segment), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void TimelineWidget::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void TimelineWidget::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT filesDropped(event->mimeData()->urls(), frameAt(event->position().toPoint().x()));
}

}  // namespace lipwright::widgets
