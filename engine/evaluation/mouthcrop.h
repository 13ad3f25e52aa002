// What the lip-sync expert sees of a frame: the lower half of the leak-free face crop.
#pragma once

#include "engine/core/result.h"
#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

namespace lipwright::media {
class VideoFrame;
}

namespace lipwright::evaluation {

/// (48, 96) CV_8UC3, RGB. ErrorCode::noFace when the crop lies outside of the picture.
[[nodiscard]] core::Result<cv::Mat> mouthCrop(const media::VideoFrame& frame,
                                              const face::Landmarks& stableLandmarks);

}  // namespace lipwright::evaluation
