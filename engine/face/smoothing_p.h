// Zero-phase smoothing of landmarks over the frames of one track. Frames without a face take no
// part and get nothing; nothing reaches across a track's end, thus never across a cut.
#pragma once

#include "engine/face/facetrack.h"

namespace lipwright::face {

/// Fills stableLandmarks, pose (of the stable landmarks) and shape (of lightly smoothed ones) of
/// all observations that have a face from their raw landmarks.
void stabilise(FaceTrack& track);

}  // namespace lipwright::face
