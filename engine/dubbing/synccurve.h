// How well sound and mouth go together, frame by frame, and why nothing can be said of a frame.
// Plain values.
#pragma once

namespace lipwright::dubbing {

/// Why there is no confidence at a frame.
enum class SyncReason { none, noFace, turnedAway, silence, noSound, offScreen };

/// The confidence is that of the sound where it lies, not where it would fit best: median of the
/// distances over all shifts − distance without any.
struct SyncPoint {
    float confidence = 0.0F;  ///< median-filtered; NaN where not measurable
    float raw = 0.0F;         ///< NaN likewise
    SyncReason reason = SyncReason::none;
    friend bool operator==(const SyncPoint&, const SyncPoint&) = default;
};

}  // namespace lipwright::dubbing
