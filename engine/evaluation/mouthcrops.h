// The mouths of a film as the lip-sync expert looks at them, frame after frame: each frame is
// decoded once, however many faces it shows, and not at all when none is usable. Belongs to one
// thread, as its reader does.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/media/videoframe.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>

namespace lipwright::media {
class VideoReader;
}

namespace lipwright::evaluation {

class MouthCrops {
public:
    /// The reader must outlive this.
    explicit MouthCrops(media::VideoReader& reader, std::stop_token stop = {})
        : m_reader(reader), m_stop(std::move(stop)) {}

    /// (48, 96) CV_8UC3, RGB; empty where there is nothing to see: the face is not usable or lies
    /// outside of the picture, the frame is damaged.
    [[nodiscard]] core::Result<cv::Mat> of(std::int64_t frame, const face::FaceObservation& seen);

private:
    media::VideoReader& m_reader;
    std::stop_token m_stop;
    std::int64_t m_number = -1;
    std::optional<media::VideoFrame> m_frame;  ///< nothing: damaged
};

/// A crop's pixels; it must be continuous, as those of mouthCrop() are.
[[nodiscard]] std::span<const std::uint8_t> bytesOf(const cv::Mat& crop);

}  // namespace lipwright::evaluation
