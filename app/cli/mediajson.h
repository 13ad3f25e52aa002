// Machine-readable forms of what the engine found, for --json.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/media/mediainfo.h"

#include <nlohmann/json_fwd.hpp>

namespace lipwright::cli {

[[nodiscard]] nlohmann::json toJson(const media::MediaInfo& info);
[[nodiscard]] nlohmann::json toJson(const face::FaceAnalysis& analysis);

}  // namespace lipwright::cli
