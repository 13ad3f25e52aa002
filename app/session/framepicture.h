// Square parts of film frames as small pictures, for portraits and library frames.
#pragma once

#include <opencv2/core.hpp>

#include <QImage>

namespace lipwright::app {

/// The square moved, and made smaller if need be, so that it lies inside of the picture; empty when
/// there is no room.
[[nodiscard]] cv::Rect squareInside(const cv::Rect& square, cv::Size picture);

/// CV_8UC3 or CV_16UC3 RGB, scaled to size × size.
[[nodiscard]] QImage squarePicture(const cv::Mat& rgb, int size);

}  // namespace lipwright::app
