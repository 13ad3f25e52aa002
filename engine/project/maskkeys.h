// Gestures on the mask's keyframes as functions on the value.
#pragma once

#include "engine/project/project.h"

#include <optional>
#include <span>

namespace lipwright::project {

[[nodiscard]] bool hasMaskKey(const Retouch& retouch, std::int64_t frame);
/// The nearest keyframe before (direction < 0) or after the frame.
[[nodiscard]] std::optional<std::int64_t> neighbourMaskKey(const Retouch& retouch,
                                                           std::int64_t frame, int direction);
/// Adds a keyframe with what is painted on the one before it, or on the one after it when it is
/// the first. Nothing where there is one.
void addMaskKey(Retouch& retouch, std::int64_t frame);
void removeMaskKey(Retouch& retouch, std::int64_t frame);
/// Paints on the keyframe at the frame, which is added when there is none. A stroke of more points
/// than a project keeps is cut into several.
void addStrokes(Retouch& retouch, std::int64_t frame, std::span<const BrushStroke> strokes);

/// The segment's retouch as it fits a segment that begins at `firstFrame`: everything keeps its
/// distance from the first frame; what falls outside of the film is left out.
[[nodiscard]] Retouch retouchFrom(const Segment& segment, std::int64_t firstFrame,
                                  std::int64_t frameCount);

}  // namespace lipwright::project
