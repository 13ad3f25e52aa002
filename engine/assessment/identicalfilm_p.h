// Whether a losslessly dubbed film is its source in everything but the masked pixels.
#pragma once

#include "engine/assessment/results.h"
#include "engine/media/videoreader.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace lipwright::assessment {

class IdenticalFilm {
public:
    /// Compares count, every timestamp (to the container's tick), size, pixel format, bit depth and
    /// colour tags.
    IdenticalFilm(const media::VideoReader& original, const media::VideoReader& dubbed);

    /// RGB of one frame; `written`: CV_8UC1, not zero where a mask allows a change.
    void add(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& written);

    /// ".same_frames", ".same_format" (0 or 1), ".changed_outside", ".changed_inside" (pixels).
    void enter(Measures& measures, const std::string& stage) const;

private:
    bool m_sameFrames;
    bool m_sameFormat;
    std::int64_t m_outside = 0;
    std::int64_t m_inside = 0;
};

}  // namespace lipwright::assessment
