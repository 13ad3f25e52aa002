#include "widgets/timeline/snapping_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {

Snapping::Snapping(const TimelineModel& model, const TimeAxis& axis, std::int64_t playhead,
                   const std::set<project::Id>& moving) {
    m_places = model.cuts;
    m_places.push_back(playhead);
    m_places.push_back(0);
    m_places.push_back(axis.frameCount());
    for (const TimelineSegment& segment : model.segments) {
        if (!moving.contains(segment.id)) {
            m_places.push_back(segment.frames.first);
            m_places.push_back(segment.frames.end);
        }
    }
    for (const double edge : model.speechEdges) {
        m_places.push_back(axis.frameAtSeconds(edge));
    }
    for (const project::Marker& marker : model.markers) {
        m_places.push_back(marker.frame);
    }
    if (model.inOut) {
        m_places.push_back(model.inOut->first);
        m_places.push_back(model.inOut->end);
    }
    std::ranges::sort(m_places);
}

std::optional<std::int64_t> Snapping::near(std::int64_t boundary, const TimeAxis& axis) const {
    const double column = axis.columnOf(boundary);
    const auto after = std::ranges::lower_bound(m_places, boundary);
    std::optional<std::int64_t> best;
    double bestDistance = kReachColumns;
    const auto consider = [&](std::int64_t place) {
        const double distance = std::abs(axis.columnOf(place) - column);
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = place;
        }
    };
    if (after != m_places.end()) {
        consider(*after);
    }
    if (after != m_places.begin()) {
        consider(*std::prev(after));
    }
    return best;
}

}  // namespace lipwright::widgets
