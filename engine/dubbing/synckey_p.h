// What a measurement depends on, as the name of the file it is kept under.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/project/project.h"

#include <string>

namespace lipwright::dubbing {

/// Everything of the retouch that changes a picture.
[[nodiscard]] std::string textOf(const project::Retouch& retouch);

/// Of where a face is in these frames of its track, and whether it can be seen.
[[nodiscard]] std::string hashOf(const face::FaceTrack& track, core::FrameRange frames);

}  // namespace lipwright::dubbing
