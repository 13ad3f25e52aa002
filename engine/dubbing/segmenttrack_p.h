// Which of a film's faces a segment is about. Plain functions.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/project/project.h"

namespace lipwright::dubbing {

/// The track asked for, or the actor's that covers most of the segment; null when there is none.
[[nodiscard]] const face::FaceTrack* trackOf(const project::Segment& segment,
                                             const face::FaceAnalysis& faces);

}  // namespace lipwright::dubbing
