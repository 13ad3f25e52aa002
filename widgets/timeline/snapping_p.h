// Places that edits stick to: cuts, ends of segments, speech edges, playhead, in and out, markers.
#pragma once

#include "widgets/timeline/timeaxis.h"
#include "widgets/timeline/timelinemodel_p.h"

#include <optional>

namespace lipwright::widgets {

class Snapping {
public:
    static constexpr double kReachColumns = 8.0;

    /// Frame boundaries to snap to; those of `moving` segments do not count.
    Snapping(const TimelineModel& model, const TimeAxis& axis, std::int64_t playhead,
             const std::set<project::Id>& moving);

    /// The place nearest to a boundary within reach, or nothing.
    [[nodiscard]] std::optional<std::int64_t> near(std::int64_t boundary,
                                                   const TimeAxis& axis) const;
    [[nodiscard]] const std::vector<std::int64_t>& places() const { return m_places; }

private:
    std::vector<std::int64_t> m_places;
};

}  // namespace lipwright::widgets
