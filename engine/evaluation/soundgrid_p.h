// Which mel columns and phonetic rows lie between two instants of a sound. Plain arithmetic.
#pragma once

#include "engine/speech/acousticmodel.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/phoneposteriors.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace lipwright::evaluation {

inline constexpr std::size_t kMelBands = speech::kMelBands;
inline constexpr std::size_t kPhones = speech::kPhones;
inline constexpr double kMelColumnsPerSecond = speech::kMelColumnsPerSecond;
inline constexpr double kStretchGrid = 20.0;  ///< per second; both rates are multiples of it

struct SoundRange {
    double startSeconds = 0.0;
    std::int64_t firstColumn = 0;
    std::int64_t columns = 0;
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
};

struct SoundSize {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
};

/// Clipped to the sound.
[[nodiscard]] inline SoundRange rangeOf(double from, double to, const SoundSize& size) {
    const auto tick = static_cast<std::int64_t>(std::floor(std::max(0.0, from) * kStretchGrid));
    SoundRange range;
    range.startSeconds = static_cast<double>(tick) / kStretchGrid;
    const auto part = [&](std::int64_t perSecond, std::int64_t available, std::int64_t& first,
                          std::int64_t& count) {
        first = std::min(tick * perSecond / static_cast<std::int64_t>(kStretchGrid), available);
        const auto end = static_cast<std::int64_t>(
            std::ceil(std::max(0.0, to) * static_cast<double>(perSecond)));
        count = std::clamp<std::int64_t>(end - first, 0, available - first);
    };
    part(speech::kMelColumnsPerSecond, size.columns, range.firstColumn, range.columns);
    part(speech::kPhoneRowsPerSecond, size.rows, range.firstRow, range.rows);
    return range;
}

}  // namespace lipwright::evaluation
