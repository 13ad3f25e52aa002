// The arithmetic of the transport: what J, K and L make of the speed, and where a loop begins and
// ends. No state.
#pragma once

#include "engine/core/framerange.h"
#include "engine/media/frameindex.h"

#include <cstdint>

namespace lipwright::app {

/// The speed after a press of J (-1), K (0) or L (+1).
[[nodiscard]] double shuttleSpeed(double speed, int direction, bool slow);

/// Frames of one round: `frames` with the rolls around it, inside the film. Never empty.
[[nodiscard]] core::FrameRange loopFrames(const media::FrameIndex& index, core::FrameRange frames,
                                          double preRollSeconds, double postRollSeconds);

/// Frames between two pictures worth showing at this speed: a screen shows no more.
[[nodiscard]] std::int64_t frameStride(double speed);

}  // namespace lipwright::app
