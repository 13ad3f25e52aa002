#include "widgets/timeline/gestures_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kStartsDrag = 4;    ///< pixels
constexpr double kEdgeReach = 6;  ///< columns about a segment's end

double columnOf(const Scene& scene, std::int64_t frame) {
    return LaneLayout::kHeaderWidth + scene.axis.columnOf(frame);
}

bool isNear(const Scene& scene, std::int64_t frame, QPoint point, double reach) {
    return std::abs(columnOf(scene, frame) - point.x()) <= reach;
}

Hit hitRuler(const Scene& scene, QPoint point) {
    for (const project::Marker& marker : scene.model.markers) {
        if (point.y() > LaneLayout::kRulerHeight / 2 && isNear(scene, marker.frame, point, 6)) {
            return {Hit::Part::marker, marker.id};
        }
    }
    if (scene.model.inOut && point.y() > LaneLayout::kRulerHeight - 9) {
        if (isNear(scene, scene.model.inOut->first, point, 6)) {
            return {Hit::Part::inHandle, 0};
        }
        if (isNear(scene, scene.model.inOut->end, point, 6)) {
            return {Hit::Part::outHandle, 0};
        }
    }
    return {Hit::Part::ruler, 0};
}

Hit hitSegment(const Scene& scene, const Lane& lane, QPoint point) {
    const auto& rows = scene.model.rows;
    if (lane.number >= rows.size()) {
        return {};
    }
    Hit best;
    for (const std::size_t i : rows[lane.number]) {
        const TimelineSegment& segment = scene.model.segments[i];
        const double left = columnOf(scene, segment.frames.first);
        const double right = columnOf(scene, segment.frames.end);
        if (point.x() < left - kEdgeReach || point.x() > right + kEdgeReach) {
            continue;
        }
        const bool inside = point.x() >= left && point.x() < std::max(right, left + 1);
        // Narrow boxes are for moving; wide ones have edges to grip, a little outside too.
        const double reach = std::min(kEdgeReach, (right - left) / 4);
        if (point.x() - left < reach && (inside || best.part == Hit::Part::nothing)) {
            best = {Hit::Part::start, segment.id};
        } else if (right - point.x() < reach && (inside || best.part == Hit::Part::nothing)) {
            best = {Hit::Part::end, segment.id};
        } else if (inside) {
            return {Hit::Part::segment, segment.id};
        }
        if (inside) {
            return best;
        }
    }
    return best;
}

}  // namespace

Hit hitAt(const Scene& scene, QPoint point) {
    const Lane* lane = scene.layout.laneAt(point.y());
    if (lane == nullptr || point.x() < LaneLayout::kHeaderWidth || scene.axis.empty()) {
        return {};
    }
    if (lane->kind == Lane::Kind::ruler) {
        return hitRuler(scene, point);
    }
    if (lane->kind == Lane::Kind::segments) {
        if (const Hit hit = hitSegment(scene, *lane, point); hit.part != Hit::Part::nothing) {
            return hit;
        }
    }
    return isNear(scene, scene.playhead, point, 4) ? Hit{Hit::Part::playhead, 0} : Hit{};
}

QRect boxOf(const Scene& scene, project::Id id) {
    const TimelineSegment* segment = scene.model.segment(id);
    const Lane* lane =
        segment != nullptr ? scene.layout.segmentLane(scene.model.rowOf(id)) : nullptr;
    if (lane == nullptr) {
        return {};
    }
    const double left =
        std::max<double>(LaneLayout::kHeaderWidth, columnOf(scene, segment->frames.first));
    const double right = std::min<double>(LaneLayout::kHeaderWidth + scene.axis.width(),
                                          columnOf(scene, segment->frames.end));
    if (right <= left) {
        return {};
    }
    return QRectF(left, lane->top + 3, std::max(1.0, right - left), lane->height - 6).toRect();
}

std::vector<project::Id> segmentsIn(const Scene& scene, const QRect& area) {
    std::vector<project::Id> found;
    for (const TimelineSegment& segment : scene.model.segments) {
        const QRect box = boxOf(scene, segment.id);
        if (!box.isEmpty() && box.intersects(area)) {
            found.push_back(segment.id);
        }
    }
    return found;
}

void Gesture::press(const Scene& scene, Hit hit, QPoint point) {
    *this = Gesture();
    m_hit = hit;
    m_start = m_now = point;
    const bool scrubs = hit.part == Hit::Part::ruler || hit.part == Hit::Part::playhead;
    m_kind = scrubs ? Kind::scrub : Kind::pressed;
    if (const TimelineSegment* segment = scene.model.segment(hit.id)) {
        m_original = segment->frames;
    }
    if (scene.model.inOut && m_hit.id == 0) {
        m_original = *scene.model.inOut;
    }
    m_range = m_original;
}

void Gesture::begin(const Scene& scene) {
    std::set<project::Id> moving{m_hit.id};
    switch (m_hit.part) {
        case Hit::Part::segment:
            // A press that took it out of the selection drags nothing.
            m_kind = scene.model.selected.contains(m_hit.id) ? Kind::move : Kind::pressed;
            moving = scene.model.selected;
            break;
        case Hit::Part::start:
            m_kind = Kind::trimStart;
            break;
        case Hit::Part::end:
            m_kind = Kind::trimEnd;
            break;
        case Hit::Part::inHandle:
            m_kind = Kind::inPoint;
            break;
        case Hit::Part::outHandle:
            m_kind = Kind::outPoint;
            break;
        default:
            m_kind = Kind::rubber;
    }
    m_span = m_original;
    for (const project::Id id : moving) {
        if (const TimelineSegment* segment = scene.model.segment(id);
            m_kind == Kind::move && segment) {
            m_span.first = std::min(m_span.first, segment->frames.first);
            m_span.end = std::max(m_span.end, segment->frames.end);
        }
    }
    m_snapping.emplace(scene.model, scene.axis, scene.playhead, moving);
}

bool Gesture::drag(const Scene& scene, QPoint point, bool snap) {
    m_now = point;
    if (m_kind == Kind::pressed && (point - m_start).manhattanLength() >= kStartsDrag) {
        begin(scene);
    }
    m_snapped.reset();
    const Snapping* snapping = snap && m_snapping ? &*m_snapping : nullptr;
    if (m_kind == Kind::move) {
        dragMove(scene, snapping);
    } else if (m_kind == Kind::trimStart || m_kind == Kind::trimEnd || m_kind == Kind::inPoint ||
               m_kind == Kind::outPoint) {
        dragEdge(scene, snapping);
    }
    return m_kind != Kind::none && m_kind != Kind::pressed;
}

void Gesture::dragMove(const Scene& scene, const Snapping* snapping) {
    const double columns = m_now.x() - m_start.x();
    const auto placed = [&](std::int64_t boundary) {
        return scene.axis.boundaryAtColumn(scene.axis.columnOf(boundary) + columns);
    };
    m_frames = placed(m_original.first) - m_original.first;
    if (snapping != nullptr) {
        // Whichever end of the grabbed segment is nearer to a place decides.
        const auto first = snapping->near(m_original.first + m_frames, scene.axis);
        const auto end = snapping->near(m_original.end + m_frames, scene.axis);
        const auto far = [&](std::int64_t to, std::int64_t from) {
            return std::abs(scene.axis.columnOf(to) - scene.axis.columnOf(from));
        };
        const bool byEnd = end && (!first || far(*end, m_original.end + m_frames) <
                                                 far(*first, m_original.first + m_frames));
        if (byEnd) {
            m_snapped = end;
            m_frames = *end - m_original.end;
        } else if (first) {
            m_snapped = first;
            m_frames = *first - m_original.first;
        }
    }
    m_frames = std::clamp(m_frames, -m_span.first, scene.axis.frameCount() - m_span.end);
}

void Gesture::dragEdge(const Scene& scene, const Snapping* snapping) {
    const bool first = m_kind == Kind::trimStart || m_kind == Kind::inPoint;
    const std::int64_t edge = first ? m_original.first : m_original.end;
    std::int64_t boundary =
        scene.axis.boundaryAtColumn(scene.axis.columnOf(edge) + m_now.x() - m_start.x());
    if (snapping != nullptr) {
        m_snapped = snapping->near(boundary, scene.axis);
        boundary = m_snapped.value_or(boundary);
    }
    m_range = m_original;
    if (first) {
        m_range.first = std::clamp<std::int64_t>(boundary, 0, m_original.end - 1);
    } else {
        m_range.end =
            std::clamp<std::int64_t>(boundary, m_original.first + 1, scene.axis.frameCount());
    }
}

}  // namespace lipwright::widgets
