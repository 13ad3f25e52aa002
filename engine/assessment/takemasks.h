// The masks of a dub's takes over whole film frames: what was written at all, and the part that is
// the dub's own and no fade. Belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/synthesis/take.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <vector>

namespace lipwright::assessment {

/// Opens every take in a folder, in film order.
[[nodiscard]] core::Result<std::vector<synthesis::TakeReader>> openTakes(
    const std::filesystem::path& folder);

struct FrameMasks {
    cv::Mat written;  ///< CV_8UC1 of the film's size, 255 where a sample may have been written
    cv::Mat made;     ///< 255 where the mask is above half in a frame that does not fade; may be 0
};

[[nodiscard]] core::Result<FrameMasks> masksOf(std::int64_t frame, cv::Size film,
                                               std::vector<synthesis::TakeReader>& takes);

/// Where patches lie in any frame, with room for the ring around them: all that a dub can change.
[[nodiscard]] cv::Rect changeableArea(const std::vector<synthesis::TakeReader>& takes,
                                      cv::Size film);

}  // namespace lipwright::assessment
