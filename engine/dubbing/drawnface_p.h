// A face that is drawn, to measure with where no film is at hand: landmarks that are exact and a
// picture with texture at every scale. Same input, same pixels.
#pragma once

#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

namespace lipwright::dubbing {

struct DrawnFace {
    face::Landmarks landmarks{};
    cv::Mat rgb;  ///< CV_8UC3
};

/// `unit`: pixels per head unit (outer eye corners are 1 apart); `opening` of the lips likewise.
[[nodiscard]] DrawnFace drawFace(cv::Size size, float unit, float opening);

}  // namespace lipwright::dubbing
