// Why a frame of a face track could not be judged, told from what the scorer says of its window and
// what the analysis says of the frames nearby.
#pragma once

#include "engine/dubbing/synccurve.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/face/facetrack.h"

namespace lipwright::dubbing {

[[nodiscard]] SyncReason reasonOf(evaluation::SyncGap gap, const face::FaceTrack& track,
                                  std::int64_t frame);

}  // namespace lipwright::dubbing
