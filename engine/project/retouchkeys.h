// Gestures on a retouch as functions on the value: opacity keyframes, and ranges where the film's
// own picture is forced.
#pragma once

#include "engine/project/project.h"

namespace lipwright::project {

/// Linear between keyframes, as the first before and the last behind them; 1 without any.
[[nodiscard]] double opacityAt(const Retouch& retouch, std::int64_t frame);
[[nodiscard]] bool hasOpacityKey(const Retouch& retouch, std::int64_t frame);
/// Sets the keyframe at the frame, or adds one.
void setOpacityKey(Retouch& retouch, std::int64_t frame, double opacity);
void removeOpacityKey(Retouch& retouch, std::int64_t frame);

[[nodiscard]] bool isOriginalForced(const Retouch& retouch, std::int64_t frame);
void forceOriginal(Retouch& retouch, core::FrameRange frames);
///   [---forced---)  allow [----)   ->  [-forced-)
void allowTake(Retouch& retouch, core::FrameRange frames);

}  // namespace lipwright::project
