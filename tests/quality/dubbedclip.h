// What the main job made of one clip, measured on the written film: does the measured mouth follow
// the curve the engine wanted, and is the picture as sharp and as calm as the original's?
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/synthesis/take.h"

#include <filesystem>
#include <vector>

namespace lipwright::quality {

struct MouthFollowing {
    int frames = 0;
    double wantedOpening = 0.0;  ///< correlation of measured with wanted
    double wantedWidth = 0.0;
    double oldOpening = 0.0;  ///< correlation of measured with the original film's mouth
};

struct PictureQuality {
    double sharpness = 0.0;  ///< Laplacian variance under the mask, dubbed / original
    double flicker = 0.0;    ///< change energy in the ring around the mask, dubbed / original
};

[[nodiscard]] MouthFollowing mouthFollowing(const face::FaceAnalysis& original,
                                            const face::FaceAnalysis& dubbed,
                                            const std::vector<synthesis::TakeReader>& takes);

[[nodiscard]] core::Result<PictureQuality> pictureQuality(
    const std::filesystem::path& original, const std::filesystem::path& dubbed,
    std::vector<synthesis::TakeReader>& takes);

/// Opens every take in a folder, in film order.
[[nodiscard]] core::Result<std::vector<synthesis::TakeReader>> openTakes(
    const std::filesystem::path& folder);

}  // namespace lipwright::quality
