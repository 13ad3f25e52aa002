// What the timeline shows, in the order it is drawn: segments in rows, everything sorted.
#pragma once

#include "widgets/timeline/timelinecontent.h"

#include <map>
#include <set>
#include <vector>

namespace lipwright::widgets {

struct TimelineModel {
    TimelineFilm film;
    std::vector<TimelineSegment> segments;       ///< by first frame
    std::vector<std::vector<std::size_t>> rows;  ///< indices; those of a row do not overlap
    std::map<project::Id, std::size_t> places;   ///< index of a segment
    std::set<project::Id> selected;
    std::vector<TimelineSound> sounds;
    std::vector<std::int64_t> cuts;
    std::vector<double> speechEdges;
    std::vector<project::Marker> markers;
    std::optional<core::FrameRange> inOut;

    void setSegments(std::vector<TimelineSegment> value);
    /// Null when it is not there.
    [[nodiscard]] const TimelineSegment* segment(project::Id id) const;
    [[nodiscard]] int rowOf(project::Id id) const;
    /// Indices into `row` of the segments that touch [first, end).
    [[nodiscard]] std::pair<std::size_t, std::size_t> visible(const std::vector<std::size_t>& row,
                                                              std::int64_t first,
                                                              std::int64_t end) const;
};

}  // namespace lipwright::widgets
