#include "widgets/timeline/timelinemodel_p.h"

#include <algorithm>

namespace lipwright::widgets {

void TimelineModel::setSegments(std::vector<TimelineSegment> value) {
    segments = std::move(value);
    std::ranges::stable_sort(segments, {}, [](const TimelineSegment& s) { return s.frames.first; });
    rows.clear();
    places.clear();
    std::map<int, std::size_t> usual;  // an actor stays in one row where that is possible
    const auto fits = [this](std::size_t row, const TimelineSegment& segment) {
        return rows[row].empty() || segments[rows[row].back()].frames.end <= segment.frames.first;
    };
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const TimelineSegment& segment = segments[i];
        places[segment.id] = i;
        const auto known = usual.find(segment.actor);
        std::size_t row = known != usual.end() && fits(known->second, segment) ? known->second : 0;
        while (row < rows.size() && !fits(row, segment)) {
            ++row;
        }
        if (row == rows.size()) {
            rows.emplace_back();
        }
        rows[row].push_back(i);
        usual[segment.actor] = row;
    }
    if (rows.empty()) {
        rows.emplace_back();
    }
    std::erase_if(selected, [this](project::Id id) { return !places.contains(id); });
}

const TimelineSegment* TimelineModel::segment(project::Id id) const {
    const auto found = places.find(id);
    return found == places.end() ? nullptr : &segments[found->second];
}

int TimelineModel::rowOf(project::Id id) const {
    const auto found = places.find(id);
    if (found == places.end()) {
        return -1;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (std::ranges::binary_search(rows[row], found->second)) {
            return static_cast<int>(row);
        }
    }
    return -1;
}

std::pair<std::size_t, std::size_t> TimelineModel::visible(const std::vector<std::size_t>& row,
                                                           std::int64_t first,
                                                           std::int64_t end) const {
    const auto from = std::ranges::partition_point(
        row, [&](std::size_t i) { return segments[i].frames.end <= first; });
    const auto to = std::partition_point(
        from, row.end(), [&](std::size_t i) { return segments[i].frames.first < end; });
    return {static_cast<std::size_t>(from - row.begin()),
            static_cast<std::size_t>(to - row.begin())};
}

}  // namespace lipwright::widgets
