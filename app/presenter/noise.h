// Deterministic randomness: everything the presenter is made of comes from a seed through these.
#pragma once

#include <cmath>
#include <cstdint>

namespace lipwright::presenter {

/// A well mixed hash of two numbers (the finaliser of SplitMix64).
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t z = seed * 0x9E3779B97F4A7C15ULL + (index + 1) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// Uniform in [0, 1).
[[nodiscard]] inline float uniform(std::uint64_t seed, std::uint64_t index) {
    return static_cast<float>(mixed(seed, index) >> 40) / 16777216.0F;
}

/// Uniform in [low, high).
[[nodiscard]] inline float between(std::uint64_t seed, std::uint64_t index, float low, float high) {
    return low + (high - low) * uniform(seed, index);
}

[[nodiscard]] inline float smoothStep(float edge0, float edge1, float x) {
    const float t = std::fmin(std::fmax((x - edge0) / (edge1 - edge0), 0.0F), 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

/// exp(-x²)
[[nodiscard]] inline float bump(float x) {
    return std::exp(-x * x);
}

[[nodiscard]] inline float mix(float a, float b, float t) {
    return a + (b - a) * t;
}

/// Smooth noise over a line, in [-1, 1], about one swing per unit.
[[nodiscard]] inline float waver(std::uint64_t seed, double at) {
    const double floor = std::floor(at);
    const auto cell = static_cast<std::uint64_t>(static_cast<std::int64_t>(floor) + (1LL << 40));
    const float t = smoothStep(0.0F, 1.0F, static_cast<float>(at - floor));
    return 2.0F * mix(uniform(seed, cell), uniform(seed, cell + 1), t) - 1.0F;
}

/// Smooth noise over a plane, in [-1, 1].
[[nodiscard]] inline float grain(std::uint64_t seed, float x, float y) {
    const float fx = std::floor(x);
    const float fy = std::floor(y);
    const auto cell = [&](int dx, int dy) {
        const auto ix = static_cast<std::uint64_t>(static_cast<std::int64_t>(fx) + dx + (1 << 20));
        const auto iy = static_cast<std::uint64_t>(static_cast<std::int64_t>(fy) + dy + (1 << 20));
        return uniform(seed, ix * 2654435761ULL + iy);
    };
    const float tx = smoothStep(0.0F, 1.0F, x - fx);
    const float ty = smoothStep(0.0F, 1.0F, y - fy);
    return 2.0F * mix(mix(cell(0, 0), cell(1, 0), tx), mix(cell(0, 1), cell(1, 1), tx), ty) - 1.0F;
}

}  // namespace lipwright::presenter
