// The leak-free face crop: a similarity transform fitted to upper-face landmarks only (eye corners,
// nose bridge, nose base), so that neither mouth nor chin can move the crop and tell the network
// what it must learn from the sound (paper 001 §3.6 and §4.3 report the leak; this is our cure).
#pragma once

#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

namespace lipwright::face {

/// Source pixels -> crop pixels of a `size` × `size` crop. Eyes at 30 % of the height, chin inside.
[[nodiscard]] cv::Matx23f cropTransform(const Landmarks& stableLandmarks, int size);

/// The crop as (size, size) CV_8UC3 or CV_8UC1 like `picture`, area-filtered when it shrinks.
/// `origin` is where `picture`'s top-left pixel lies in the source picture.
[[nodiscard]] cv::Mat cropFace(const cv::Mat& picture, cv::Point origin,
                               const Landmarks& stableLandmarks, int size);

/// Mouth region of a crop of `size`: (size/2, size) lower half, what the lip-sync expert sees.
[[nodiscard]] cv::Rect lowerHalf(int size);

}  // namespace lipwright::face
