// The faces of a frame as the viewer draws them.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/project/project.h"
#include "widgets/viewer/viewerpicture.h"

#include <vector>

namespace lipwright::app {

/// `chosenActor`: the one of the selected segment, −1: none.
[[nodiscard]] std::vector<widgets::FaceOverlay> facesAt(const face::FaceAnalysis& faces,
                                                        const project::Project& project,
                                                        std::int64_t frame, int chosenActor);

}  // namespace lipwright::app
