#include "engine/evaluation/mouthcrop.h"

#include "engine/face/croptransform.h"
#include "engine/media/videoframe.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace lipwright::evaluation {

namespace {

constexpr int kCropSize = 96;

/// What the crop can see of the picture: reading less than all of it is cheaper.
cv::Rect cropWindow(const face::Landmarks& stable, int size, cv::Size picture) {
    const cv::Matx23f transform = face::cropTransform(stable, size);
    cv::Mat inverse;
    cv::invertAffineTransform(cv::Mat(transform), inverse);
    const cv::Matx23f back(inverse);
    float left = 1e9F;
    float top = 1e9F;
    float right = -1e9F;
    float bottom = -1e9F;
    const auto side = static_cast<float>(size);
    for (const cv::Vec2f& corner :
         {cv::Vec2f(0, 0), cv::Vec2f(side, 0), cv::Vec2f(0, side), cv::Vec2f(side, side)}) {
        const float x = back(0, 0) * corner[0] + back(0, 1) * corner[1] + back(0, 2);
        const float y = back(1, 0) * corner[0] + back(1, 1) * corner[1] + back(1, 2);
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    const float margin = 0.25F * (right - left) + 4.0F;
    const auto whole = [](float value) { return static_cast<int>(std::clamp(value, -1e6F, 1e6F)); };
    const cv::Rect window(cv::Point(whole(left - margin), whole(top - margin)),
                          cv::Point(whole(right + margin), whole(bottom + margin)));
    return window & cv::Rect(cv::Point(), picture);
}

}  // namespace

core::Result<cv::Mat> faceCrop(const media::VideoFrame& frame,
                               const face::Landmarks& stableLandmarks, int size) {
    const cv::Rect window = cropWindow(stableLandmarks, size, frame.size());
    if (window.area() <= 0) {
        return core::fail(core::ErrorCode::noFace, "the face lies outside of the picture");
    }
    auto picture = frame.rgb(window);
    if (!picture) {
        return core::passOn(picture);
    }
    cv::Mat bytes = *picture;
    if (bytes.depth() == CV_16U) {
        picture->convertTo(bytes, CV_8U, 1.0 / 257.0);
    }
    return face::cropFace(bytes, window.tl(), stableLandmarks, size);
}

core::Result<cv::Mat> mouthCrop(const media::VideoFrame& frame,
                                const face::Landmarks& stableLandmarks) {
    const auto crop = faceCrop(frame, stableLandmarks, kCropSize);
    return crop ? core::Result<cv::Mat>((*crop)(face::lowerHalf(kCropSize)).clone())
                : core::passOn(crop);
}

}  // namespace lipwright::evaluation
