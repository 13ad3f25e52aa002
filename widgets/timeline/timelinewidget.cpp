#include "widgets/timeline/timelinewidget.h"

#include "widgets/timeline/timelinestate_p.h"

#include <QPaintEvent>
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
        s.movePlayhead(0);
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
    s.movePlayhead(frame);
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

void TimelineWidget::scrub(ScrubStep step, int column) {
    State& s = *m_state;
    if (s.axis.empty()) {
        return;
    }
    if (step == ScrubStep::begin) {
        s.gesture.press(s.scene(), {Hit::Part::ruler, 0}, {column, 0});
        Q_EMIT scrubbingChanged(true);
    }
    if (step == ScrubStep::end) {
        s.finishGesture({});
    } else {
        s.dragTo({column, 0}, false);
    }
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

}  // namespace lipwright::widgets
