#include "engine/assessment/closure.h"

#include <algorithm>
#include <optional>

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

/// Below which opening lips count as closed; nothing when the mouth never opens.
std::optional<double> closedLimit(const MouthCurve& curve) {
    const double range = medianOpening(curve.samples) - curve.closedOpening;
    return range > 0.0 ? std::optional(curve.closedOpening + kClosedShare * range) : std::nullopt;
}

struct Count {
    int all = 0;
    int closed = 0;

    void add(std::span<const OpeningSample> part, std::optional<double> limit) {
        if (!part.empty()) {
            ++all;
            closed += limit && lowest(part) < *limit ? 1 : 0;
        }
    }
    [[nodiscard]] double share() const { return all > 0 ? static_cast<double>(closed) / all : 0.0; }
};

}  // namespace

LipClosure lipClosure(const MouthCurve& curve, std::span<const SpokenSound> bilabials) {
    if (curve.samples.empty()) {
        return {};
    }
    const std::span<const OpeningSample> samples(curve.samples);
    const auto limit = closedLimit(curve);
    Count spoken;
    for (const SpokenSound& sound : bilabials) {
        spoken.add(around(samples, sound), limit);
    }
    Count others;
    for (const OpeningSample& sample : samples) {
        if (isElsewhere(sample.seconds, bilabials)) {
            others.add(around(samples, {sample.seconds, sample.seconds}), limit);
        }
    }
    return {spoken.all, spoken.share(), others.share()};
}

}  // namespace lipwright::assessment
