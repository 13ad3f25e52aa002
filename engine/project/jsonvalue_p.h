// What a project file is made of, read from its JSON.
#pragma once

#include "engine/core/jsonvalue.h"
#include "engine/project/edits_p.h"

namespace lipwright::project {

using core::Json;
using core::pathOf;
using core::Refusal;
using core::Value;

[[nodiscard]] inline Id idOf(const Value& value) {
    return value.integer(1, kMaximumFrames);
}

[[nodiscard]] inline core::FrameRange framesOf(const Value& value) {
    const auto ends = value.integers(2, 0, kMaximumFrames);
    if (ends.size() != 2) {
        value.refuse("two frame numbers are expected here");
    }
    const core::FrameRange frames{ends[0], ends[1]};
    if (frames.empty()) {
        value.refuse("the range is empty");
    }
    return frames;
}

[[nodiscard]] SegmentSettings settingsOf(const Value& value);
[[nodiscard]] Segment segmentOf(const Value& value);
[[nodiscard]] ShapeEdit shapeOf(const Value& value);
[[nodiscard]] Retouch retouchOf(const Value& value);

/// Makes JSON of an older version that of kProjectVersion, step by step.
void upgrade(Json& json, std::int64_t version);

}  // namespace lipwright::project
