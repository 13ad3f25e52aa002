// The sound that a face is judged against. Plain values and one function.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lipwright::evaluation {

/// Features of a stretch, row-major: (T, 80) mel columns, 80 per second, and (U, 42) phone
/// posteriors, 100 per second, both from `startSeconds` on.
struct SoundStretch {
    std::vector<float> mel;
    std::vector<float> phonetic;
    double startSeconds = 0.0;
};

struct SyncSound {
    /// What the sound has between two instants (seconds, those outside of it allowed); empty when
    /// it can not be read. `startSeconds` is a multiple of 0.05.
    std::function<SoundStretch(double from, double to)> stretch;
    double seconds = 0.0;
    /// One byte per 10 ms, 0 or 1; empty: everything counts as speech.
    std::span<const std::uint8_t> activity;
    double activitySeconds = 0.0;  ///< of its first byte
};

/// A sound whose features are in memory, (T, 80) and (U, 42); the spans must outlive it.
[[nodiscard]] SyncSound soundOf(std::span<const float> mel, std::span<const float> phonetic,
                                std::span<const std::uint8_t> activity);

}  // namespace lipwright::evaluation
