#include "app/gui/syncvalues.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::app {
namespace {

using dubbing::SyncLane;
using dubbing::SyncReason;
using widgets::SyncGap;

/// Below this a film has too few measurable frames to tell what is usual in it.
constexpr std::int64_t kLeastBaselineFrames = 25;

/// What most of the unmeasured frames suffer from.
SyncGap mainGap(const SyncLane& lane) {
    std::array<int, 6> counts{};
    for (const dubbing::SyncPoint& point : lane.points) {
        ++counts.at(static_cast<std::size_t>(gapOf(point.reason)));
    }
    const auto most = std::max_element(counts.begin() + 1, counts.end());
    return *most > 0 ? static_cast<SyncGap>(most - counts.begin()) : SyncGap::none;
}

std::optional<project::SyncSummary> measurable(const SyncLane& lane,
                                               project::SyncSummary SyncLane::*judge) {
    const bool any = std::ranges::any_of(lane.points, [](const dubbing::SyncPoint& point) {
        return std::isfinite(point.confidence);
    });
    return any ? std::optional(lane.*judge) : std::nullopt;
}

std::vector<float> curveOf(const SyncLane& lane) {
    std::vector<float> values(lane.points.size());
    std::ranges::transform(lane.points, values.begin(), &dubbing::SyncPoint::confidence);
    return values;
}

/// The take tells how far off it is with the offset it was made with; what the segment's offset
/// was changed by since is done already.
widgets::OffsetFacts offsetFacts(const project::Segment& segment,
                                 const dubbing::OffsetEstimate& estimate) {
    const project::Take* take = segment.active();
    const std::int64_t made =
        take != nullptr ? take->settings.offsetMicroseconds : segment.settings.offsetMicroseconds;
    return {estimate.frames, estimate.microseconds + made - segment.settings.offsetMicroseconds,
            estimate.certain, QString::fromStdString(estimate.doubt)};
}

}  // namespace

SyncGap gapOf(SyncReason reason) {
    switch (reason) {
        case SyncReason::silence:
            return SyncGap::silence;
        case SyncReason::noSound:
            return SyncGap::noSound;
        case SyncReason::noFace:
            return SyncGap::noFace;
        case SyncReason::turnedAway:
            return SyncGap::turnedAway;
        case SyncReason::offScreen:
            return SyncGap::offScreen;
        case SyncReason::none:
            break;
    }
    return SyncGap::none;
}

widgets::SyncScale syncScale(const dubbing::FilmBaseline& film) {
    return film.frames >= kLeastBaselineFrames ? widgets::SyncScale{film.low, film.median}
                                               : widgets::SyncScale{};
}

widgets::SyncFacts syncFacts(const project::Segment& segment, const dubbing::SegmentSync* sync,
                             const dubbing::FilmBaseline& film) {
    widgets::SyncFacts facts;
    facts.scale = syncScale(film);
    if (sync == nullptr) {
        return facts;
    }
    const SyncLane& shown = sync->after ? *sync->after : sync->before;
    facts.measured = true;
    facts.baseline = measurable(sync->baseline, &SyncLane::expert);
    facts.before = measurable(sync->before, &SyncLane::expert);
    if (sync->after) {
        facts.after = measurable(*sync->after, &SyncLane::expert);
        facts.judge = measurable(*sync->after, &SyncLane::judge);
    }
    facts.gap = mainGap(shown);
    if (measurable(shown, &SyncLane::expert)) {
        facts.offset = offsetFacts(segment, sync->offset);
    }
    return facts;
}

widgets::SyncCurves syncCurves(const dubbing::SegmentSync& sync) {
    return {curveOf(sync.baseline), curveOf(sync.before),
            sync.after ? curveOf(*sync.after) : std::vector<float>()};
}

}  // namespace lipwright::app
