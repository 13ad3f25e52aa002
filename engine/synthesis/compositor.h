// Puts a synthesised frame into the film's frame: only samples under its mask are written, in the
// source's own pixel format and bit depth. Stateless.
#pragma once

#include "engine/core/result.h"
#include "engine/synthesis/engine.h"

namespace lipwright::synthesis {

/// Blends `made` into `frame` with its alpha scaled by `weight` (0..1, FramePlan::weight). With
/// weight 0 the frame is not touched at all.
[[nodiscard]] core::Result<void> composite(media::VideoFrame& frame, const SynthesizedFrame& made,
                                           double weight = 1.0);

}  // namespace lipwright::synthesis
