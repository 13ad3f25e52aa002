// The leak-free face crop of a frame, and what the lip-sync expert sees of it: the lower half.
#pragma once

#include "engine/core/result.h"
#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

namespace lipwright::media {
class VideoFrame;
}

namespace lipwright::evaluation {

/// (size, size) CV_8UC3, RGB. ErrorCode::noFace when the crop lies outside of the picture.
[[nodiscard]] core::Result<cv::Mat> faceCrop(const media::VideoFrame& frame,
                                             const face::Landmarks& stableLandmarks, int size);

/// (48, 96) CV_8UC3, RGB. ErrorCode::noFace when the crop lies outside of the picture.
[[nodiscard]] core::Result<cv::Mat> mouthCrop(const media::VideoFrame& frame,
                                              const face::Landmarks& stableLandmarks);

}  // namespace lipwright::evaluation
