// Stretches of time as frames of a film. Plain arithmetic, safe from any thread.
#pragma once

#include "engine/core/framerange.h"
#include "engine/media/frameindex.h"

namespace lipwright::media {

/// The frames shown during [start, end) seconds.
[[nodiscard]] core::FrameRange framesDuring(const FrameIndex& index, double startSeconds,
                                            double endSeconds);

}  // namespace lipwright::media
