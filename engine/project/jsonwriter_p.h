// The parts of a project file, as the serializer puts them together.
#pragma once

#include "engine/project/project.h"

#include <nlohmann/json.hpp>

namespace lipwright::project {

[[nodiscard]] inline nlohmann::ordered_json toJson(const core::FrameRange& frames) {
    return nlohmann::ordered_json::array({frames.first, frames.end});
}

[[nodiscard]] nlohmann::ordered_json toJson(const SegmentSettings& settings);
[[nodiscard]] nlohmann::ordered_json toJson(const ShapeEdit& shape);
[[nodiscard]] nlohmann::ordered_json toJson(const Retouch& retouch);
[[nodiscard]] nlohmann::ordered_json toJson(const Segment& segment);

}  // namespace lipwright::project
