// Centre and spread of numbers some of which are wrong: median, and the distance of the 5 % and
// 95 % quantiles in units of a normal distribution's standard deviation.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace lipwright::core {

struct RobustSpread {
    float centre = 0.0F;
    float deviation = 1.0F;
};

/// Linear interpolation between order statistics; `sorted` must not be empty. q: 0..1.
[[nodiscard]] inline float quantileOf(std::span<const float> sorted, double q) {
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(position);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return std::lerp(sorted[low], sorted[high],
                     static_cast<float>(position - static_cast<double>(low)));
}

/// Sorts `values`, which must not be empty. Where they hardly move the deviation is `smallest`:
/// dividing by less would only amplify noise.
[[nodiscard]] inline RobustSpread robustSpread(std::span<float> values, float smallest) {
    constexpr float kNormalSpan = 3.2897F;  // between 5 % and 95 % of a normal distribution
    std::ranges::sort(values);
    const float span = quantileOf(values, 0.95) - quantileOf(values, 0.05);
    return {quantileOf(values, 0.5), std::max(span / kNormalSpan, smallest)};
}

}  // namespace lipwright::core
