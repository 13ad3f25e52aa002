// Lip-sync measures of a stretch of film from the distances between what is seen and what is heard
// at shifts of −15..15 frames of 25 fps: LSE-C, LSE-D, AV offset and a confidence per frame, as
// SyncNet's authors define them (syncnet_python) but with real sound outside of the stretch instead
// of zeros, and windows that can not be judged left out. Plain arithmetic, safe from any thread.
// Figures of our expert are not comparable with published ones, which come from another network:
// use them to rank stretches of one film against the original.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::evaluation {

inline constexpr int kSyncReach = 15;  ///< frames of 25 fps to each side
inline constexpr int kSyncShifts = 2 * kSyncReach + 1;
inline constexpr int kSyncMedian = 9;  ///< windows of the median filter of the curve
inline constexpr double kSyncFramesPerSecond = 25.0;

/// One picture window and its distances to the sound `shift` frames later, shift = −15..15 at index
/// shift + 15. NaN where there is no sound.
struct SyncWindow {
    std::array<float, kSyncShifts> distance{};
    bool measurable = false;  ///< five usable pictures, and somebody speaks
};

/// Which distance of a window the confidence curve tells of: SyncNet's is that at the stretch's
/// best shift, which a constant delay leaves as it is.
enum class CurveShift { best, none };

struct SyncScore {
    /// Of every window: median of the mean distances − distance at the CurveShift, median-filtered
    /// over 9 measurable windows; NaN where not measurable.
    std::vector<float> confidence;
    std::vector<float> raw;  ///< the same before the median filter
    std::array<double, kSyncShifts> meanDistance{};
    double lseC = 0.0;              ///< median − minimum of the mean distances
    double lseD = 0.0;              ///< their minimum
    double confidenceAtZero = 0.0;  ///< median − mean distance without any shift
    /// Frames of 25 fps; positive: the sound leads (is early) and must be delayed by as much to be
    /// in sync, negative: it lags. SyncNet's sign. ±15 means "not found".
    int avOffset = 0;
    double coverage = 0.0;  ///< measurable windows / windows
    std::int64_t windows = 0;
};

[[nodiscard]] SyncScore scoreWindows(std::span<const SyncWindow> windows,
                                     CurveShift curve = CurveShift::best);

}  // namespace lipwright::evaluation
