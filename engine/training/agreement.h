// Agreement of a predicted mouth curve with a measured one when the sound is shifted against the
// picture, and the shift that fits best. Plain numbers, no network.
#pragma once

#include "engine/training/clipfile.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::training {

inline constexpr int kLargestShift = 15;
inline constexpr int kShifts = 2 * kLargestShift + 1;

/// A curve predicted from sound: (rows, 6) at 50 rows per second from the sound's beginning.
struct ClipCurve {
    std::vector<float> values;
    [[nodiscard]] std::size_t rows() const { return values.size() / kClipMeasures; }
    [[nodiscard]] float at(double seconds, std::size_t measure) const;
};

/// Measured frames: instants of the sound that belong to them now, (N, 6) measures, usable flags.
struct MeasuredFrames {
    std::vector<double> soundSeconds;
    std::span<const float> measures;
    std::span<const std::uint8_t> usable;
};

/// Pearson correlation of each measure over usable frames whose sound, `shift` frames of 25 fps
/// later, exists. NaN where fewer than 20 frames remain or nothing moves.
[[nodiscard]] std::array<double, kClipMeasures> correlations(const ClipCurve& curve,
                                                             const MeasuredFrames& frames,
                                                             int shift = 0);

/// Weighted mean of the correlations for shifts −15..15 (index 15: none). A peak at shift s > 0
/// says: the sound comes s frames later than the picture.
using ShiftCurve = std::array<double, kShifts>;
[[nodiscard]] ShiftCurve agreementOverShifts(const ClipCurve& curve, const MeasuredFrames& frames);

/// Mean of curves, each weighted; NaN entries of a curve do not count.
[[nodiscard]] ShiftCurve pooled(std::span<const ShiftCurve> curves,
                                std::span<const double> weights);

struct ShiftEstimate {
    int soundLate = 0;        ///< frames at 25 fps
    double peak = 0.0;        ///< agreement there
    double confidence = 0.0;  ///< peak above the median, in standard deviations of the curve
};
[[nodiscard]] ShiftEstimate estimateShift(const ShiftCurve& curve);

}  // namespace lipwright::training
