#include "engine/evaluation/mouthcrops.h"

#include "engine/evaluation/mouthcrop.h"
#include "engine/media/videoreader.h"

namespace lipwright::evaluation {

core::Result<cv::Mat> MouthCrops::of(std::int64_t frame, const face::FaceObservation& seen) {
    if (seen.usability != face::FaceUsability::usable) {
        return cv::Mat();
    }
    if (m_number != frame) {
        auto read = m_reader.frame(frame, m_stop);
        if (!read && read.error().code != core::ErrorCode::damagedMedia) {
            return core::passOn(read);
        }
        m_number = frame;
        m_frame = read ? std::optional(std::move(*read)) : std::nullopt;
    }
    if (!m_frame) {
        return cv::Mat();
    }
    auto crop = mouthCrop(*m_frame, seen.stableLandmarks);
    if (!crop && crop.error().code == core::ErrorCode::noFace) {
        return cv::Mat();
    }
    return crop;
}

std::span<const std::uint8_t> bytesOf(const cv::Mat& crop) {
    return {crop.data, crop.total() * crop.elemSize()};
}

}  // namespace lipwright::evaluation
