#include "engine/dubbing/offsetestimate_p.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace lipwright::dubbing {
namespace {

using evaluation::kSyncReach;
using evaluation::kSyncShifts;
using Distances = std::array<double, kSyncShifts>;

constexpr double kMicrosecondsPerFrame = 1e6 / evaluation::kSyncFramesPerSecond;
constexpr double kShortestSeconds = 1.5;   // of speech on a usable mouth
constexpr double kLeastCoverage = 0.3;     // of the segment
constexpr int kFurthest = 12;              // frames; beyond, half of the minimum is out of reach
constexpr double kLeastShare = 0.4;        // of the depth that the film's own sound has
constexpr double kLeastDepth = 0.06;       // of the distances' minimum below their median
constexpr double kMostDisagreement = 1.0;  // frames between the judges

/// Where the minimum lies between the shifts, as a parabola through it and its neighbours has it.
struct Minimum {
    double offset = 0.0;  ///< frames; positive: the sound leads
    double depth = 0.0;   ///< below the median
    bool found = false;
};

Minimum minimumOf(const Distances& distance) {
    Minimum result;
    if (std::ranges::any_of(distance, [](double value) { return std::isnan(value); })) {
        return result;
    }
    const auto best =
        static_cast<std::size_t>(std::ranges::min_element(distance) - distance.begin());
    Distances sorted = distance;
    std::ranges::sort(sorted);
    result.found = true;
    result.depth = sorted[kSyncShifts / 2] - sorted.front();
    result.offset = static_cast<double>(kSyncReach) - static_cast<double>(best);
    if (best > 0 && best + 1 < distance.size()) {
        const double left = distance[best - 1] - distance[best];
        const double right = distance[best + 1] - distance[best];
        result.offset -= left + right > 0.0 ? 0.5 * (left - right) / (left + right) : 0.0;
    }
    return result;
}

/// Both judges' distances as one: what one of them doubts the other may know.
Distances sumOf(const MeasuredLane& measured) {
    Distances sum{};
    for (const Distances& distance : measured.distance) {
        std::ranges::transform(sum, distance, sum.begin(), std::plus<>());
    }
    return sum;
}

double measuredSeconds(const MeasuredLane& measured, double frameSeconds) {
    return measured.lane.expert.coverage * static_cast<double>(measured.lane.points.size()) *
           frameSeconds;
}

template <typename... Values>
std::string text(const char* format, Values... values) {
    std::array<char, 160> line{};
    std::snprintf(line.data(), line.size(), format, values...);
    return line.data();
}

/// Empty: it can be relied on.
std::string doubtAbout(const MeasuredLane& measured, const MeasuredLane& baseline,
                       double frameSeconds) {
    const double coverage = std::min(measured.lane.expert.coverage, measured.lane.judge.coverage);
    const double seconds = measuredSeconds(measured, frameSeconds);
    if (seconds < kShortestSeconds || coverage < kLeastCoverage) {
        return text("only %.1f s (%.0f %%) of the segment can be measured", seconds,
                    100.0 * coverage);
    }
    const Minimum expert = minimumOf(measured.distance[kExpertLane]);
    const Minimum judge = minimumOf(measured.distance[kJudgeLane]);
    const Minimum both = minimumOf(sumOf(measured));
    if (!both.found) {
        return "there is too little sound around the segment";
    }
    if (std::abs(expert.offset - judge.offset) > kMostDisagreement + 0.5) {
        return text("the judges disagree: %+.1f and %+.1f frames", expert.offset, judge.offset);
    }
    if (std::abs(both.offset) > kFurthest) {
        return text("%+.0f frames is too near to the end of what is searched", both.offset);
    }
    const Minimum usual = minimumOf(sumOf(baseline));
    const double needed = std::max(kLeastDepth, kLeastShare * usual.depth);
    if (both.depth < needed) {
        return text("the match is weak: %.2f where this face needs %.2f", both.depth, needed);
    }
    return {};
}

}  // namespace

OffsetEstimate estimateOffset(const MeasuredLane& measured, const MeasuredLane& baseline,
                              double frameSeconds) {
    OffsetEstimate estimate;
    const Minimum both = minimumOf(sumOf(measured));
    estimate.frames = static_cast<int>(std::lround(both.offset));
    estimate.microseconds = -std::llround(both.offset * kMicrosecondsPerFrame);
    estimate.doubt = doubtAbout(measured, baseline, frameSeconds);
    estimate.certain = estimate.doubt.empty();
    return estimate;
}

}  // namespace lipwright::dubbing
