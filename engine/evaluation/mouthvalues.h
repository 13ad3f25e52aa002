// What the judge that looks at landmarks sees of a frame.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/nets/lipsyncexpert.h"

#include <array>

namespace lipwright::evaluation {

/// The measures of the mouth's shape, then x and y of landmarks 48 to 67 in head coordinates.
using MouthValues = std::array<float, nets::kExpertMouthValues>;

[[nodiscard]] MouthValues mouthValues(const face::FaceObservation& seen);

}  // namespace lipwright::evaluation
