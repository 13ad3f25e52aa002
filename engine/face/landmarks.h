// The 68 facial landmarks of the iBUG 300-W scheme, in pixels of the upright source picture.
#pragma once

#include <opencv2/core.hpp>

#include <array>

namespace lipwright::face {

inline constexpr int kLandmarkCount = 68;

/// 0-16 jaw, 17-26 brows, 27-35 nose, 36-47 eyes, 48-59 outer lips, 60-67 inner lips.
using Landmarks = std::array<cv::Point2f, kLandmarkCount>;

}  // namespace lipwright::face
