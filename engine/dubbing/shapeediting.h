// The gestures that shape a mouth over time, as pure functions: the edit as it was and what the
// voice asks for in, a new edit out. While a drag goes on callers apply each step to the edit as it
// was when the drag began. Frames the voice does not cover are left alone. Any thread.
#pragma once

#include "engine/face/mouthshape.h"
#include "engine/project/project.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::dubbing {

enum class ShapeChannel { opening, width, rounding };

[[nodiscard]] float valueOf(const project::MouthControl& control, ShapeChannel channel);

/// What the voice asks for, one control per frame; a view.
struct VoiceControls {
    std::int64_t firstFrame = 0;
    std::span<const project::MouthControl> wanted;

    [[nodiscard]] core::FrameRange frames() const {
        return {firstFrame, firstFrame + static_cast<std::int64_t>(wanted.size())};
    }
};

/// What is rendered, one control per frame of the voice: the edit where there is one, and over two
/// frames beside an edited run a share of the change at its end, so that nothing jumps.
[[nodiscard]] std::vector<project::MouthControl> shaped(const project::ShapeEdit& edit,
                                                        const VoiceControls& voice);

/// One channel of one frame becomes `value`; up to `falloffFrames` to either side follow, less and
/// less (a raised cosine).
[[nodiscard]] project::ShapeEdit dragPoint(const project::ShapeEdit& edit,
                                           const VoiceControls& voice, std::int64_t frame,
                                           ShapeChannel channel, float value, int falloffFrames);

enum class ScaleAbout { actorMean, stretchMean };

/// Every channel's distance from the actor's mean mouth, or from the mean of the stretch, times its
/// factor: how strongly the mouth moves.
[[nodiscard]] project::ShapeEdit scaleRange(const project::ShapeEdit& edit,
                                            const VoiceControls& voice, core::FrameRange range,
                                            const project::MouthControl& factors, ScaleAbout about);

/// The lips meet at a frame, as this actor's do; up to `falloffFrames` to either side follow.
[[nodiscard]] project::ShapeEdit closeLips(const project::ShapeEdit& edit,
                                           const VoiceControls& voice, std::int64_t frame,
                                           int falloffFrames, const face::MouthRange& actor);

/// Each frame of the range becomes the 1-2-1 mean of itself and its neighbours.
[[nodiscard]] project::ShapeEdit smooth(const project::ShapeEdit& edit, const VoiceControls& voice,
                                        core::FrameRange range);

/// The range is as the voice asks for again.
[[nodiscard]] project::ShapeEdit reset(const project::ShapeEdit& edit, core::FrameRange range);

}  // namespace lipwright::dubbing
