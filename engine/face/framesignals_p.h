// What one frame's picture says about a face: sharpness, light, coarse look of the lower face.
#pragma once

#include "engine/face/facetracker_p.h"

namespace lipwright::face {

/// Fills sharpness and brightness of `observation` and `signals` from its raw landmarks.
void measureFrame(const cv::Mat& gray, FaceObservation& observation, FrameSignals& signals);

/// Standard deviation of luma in the box, 0 where it lies outside: too little to be a face below
/// about 4.
[[nodiscard]] double contrast(const cv::Mat& gray, const cv::Rect2f& box);

}  // namespace lipwright::face
