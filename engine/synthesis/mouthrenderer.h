// Makes the pixels of one new mouth from two layers: the target's own skin carried along with the
// jaw, and on it, strictly inside the face, the mouth of library frames warped into place and
// matched in colour. Every pixel is resampled once. Pure: the result depends on the input alone.
#pragma once

#include "engine/media/patchfile.h"
#include "engine/synthesis/mouthmodel.h"

#include <opencv2/core.hpp>

#include <vector>

namespace lipwright::synthesis {

/// A region of film pixels as media::VideoFrame::rgb() gives it, and where it lies.
struct PlacedPicture {
    cv::Mat rgb;
    cv::Point origin;
};

struct MouthSource {
    PlacedPicture picture;
    Landmarks landmarks{};  ///< of the library frame, its film pixels
    Landmarks wanted{};     ///< where they shall be in the target's film pixels
    float weight = 1.0F;    ///< of all sources: sum 1
};

struct MouthPicture {
    cv::Rect region;                   ///< what to make, upright film pixels
    PlacedPicture target;              ///< covers the region, better with a margin
    Landmarks measured{};              ///< of the target frame
    Landmarks carried{};               ///< where the target's own skin shall go
    float unit = 1.0F;                 ///< pixels per head unit
    float feather = 0.12F;             ///< head units
    std::vector<MouthSource> sources;  ///< at least one; all of the target's depth
};

/// rgb and alpha of the region's size, in the target's depth. Alpha is full where the skin moves
/// and falls to 0 before kNeckReach outside the lower face; the background stays.
[[nodiscard]] media::Patch renderMouth(const MouthPicture& picture);

}  // namespace lipwright::synthesis
