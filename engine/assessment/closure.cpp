#include "engine/assessment/closure.h"

#include <algorithm>

namespace lipwright::assessment {
namespace {

double medianOpening(std::span<const OpeningSample> samples) {
    std::vector<double> openings;
    for (const OpeningSample& sample : samples) {
        openings.push_back(sample.opening);
    }
    const auto middle = openings.begin() + std::ssize(openings) / 2;
    std::ranges::nth_element(openings, middle);
    return *middle;
}

/// Samples within reach of a sound.
std::span<const OpeningSample> around(std::span<const OpeningSample> samples,
                                      const SpokenSound& sound) {
    const auto first = std::ranges::lower_bound(samples, sound.startSeconds - kClosureReach, {},
                                                &OpeningSample::seconds);
    const auto last = std::ranges::upper_bound(samples, sound.endSeconds + kClosureReach, {},
                                               &OpeningSample::seconds);
    return first < last ? std::span(first, last) : std::span<const OpeningSample>();
}

double lowest(std::span<const OpeningSample> samples) {
    return std::ranges::min(samples, {}, &OpeningSample::opening).opening;
}

/// Touches no bilabial's surroundings with its own.
bool isElsewhere(double seconds, std::span<const SpokenSound> bilabials) {
    return std::ranges::none_of(bilabials, [seconds](const SpokenSound& sound) {
        return seconds > sound.startSeconds - 2 * kClosureReach &&
               seconds < sound.endSeconds + 2 * kClosureReach;
    });
}

}  // namespace

LipClosure lipClosure(const MouthCurve& curve, std::span<const SpokenSound> bilabials) {
    LipClosure closure;
    if (curve.samples.empty()) {
        return closure;
    }
    const std::span<const OpeningSample> samples(curve.samples);
    const double range = medianOpening(samples) - curve.closedOpening;
    const double limit = curve.closedOpening + kClosedShare * range;
    const auto isClosed = [&](std::span<const OpeningSample> part) {
        return range > 0.0 && lowest(part) < limit;
    };
    int closed = 0;
    for (const SpokenSound& sound : bilabials) {
        const auto part = around(samples, sound);
        if (!part.empty()) {
            ++closure.bilabials;
            closed += isClosed(part) ? 1 : 0;
        }
    }
    int others = 0;
    int closedElsewhere = 0;
    for (const OpeningSample& sample : samples) {
        if (isElsewhere(sample.seconds, bilabials)) {
            ++others;
            closedElsewhere += isClosed(around(samples, {sample.seconds, sample.seconds})) ? 1 : 0;
        }
    }
    closure.closed = closure.bilabials > 0 ? static_cast<double>(closed) / closure.bilabials : 0.0;
    closure.chance = others > 0 ? static_cast<double>(closedElsewhere) / others : 0.0;
    return closure;
}

}  // namespace lipwright::assessment
