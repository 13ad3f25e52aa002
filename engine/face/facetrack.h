// What face analysis finds in a film: shots, one face through one shot (a track), and the actors
// the tracks belong to. Plain values; built once, then shared read-only.
#pragma once

#include "engine/face/headpose.h"
#include "engine/face/landmarks.h"
#include "engine/face/mouthshape.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lipwright::face {

/// Why the mouth of a frame can or can not be worked on.
enum class FaceUsability { usable, noFace, tooSmall, turnedAway, blurred, occluded };

[[nodiscard]] const char* toString(FaceUsability usability);

/// One face in one frame. With usability noFace the other members mean nothing.
struct FaceObservation {
    FaceUsability usability = FaceUsability::noFace;
    cv::Rect2f box;               ///< detector's or carried box, pixels
    Landmarks landmarks{};        ///< raw, as predicted in this frame
    Landmarks stableLandmarks{};  ///< smoothed over time within the shot, for crops and warps
    HeadPose pose;                ///< of the stable landmarks
    MouthShape shape{};           ///< of lightly smoothed landmarks, dependence on pose taken out
    float sharpness = 0.0F;       ///< Laplacian variance of the lower face's luma at 96 px scale
    float brightness = 0.0F;      ///< mean luma of the cheeks, 0..255
};

/// Half-open range of frame numbers between two cuts.
struct Shot {
    std::int64_t firstFrame = 0;
    std::int64_t endFrame = 0;
};

struct FaceTrack {
    int id = 0;
    int shot = 0;
    int actor = 0;
    std::int64_t firstFrame = 0;
    std::vector<FaceObservation> observations;  ///< one per frame from firstFrame on

    [[nodiscard]] std::int64_t endFrame() const {
        return firstFrame + static_cast<std::int64_t>(observations.size());
    }
    /// Null outside the track.
    [[nodiscard]] const FaceObservation* at(std::int64_t frame) const {
        return frame < firstFrame || frame >= endFrame()
                   ? nullptr
                   : &observations[static_cast<std::size_t>(frame - firstFrame)];
    }
};

/// One person, grouped over shots; `mouthRange` is over the usable frames of all tracks.
struct Actor {
    int id = 0;
    std::vector<int> tracks;
    std::int64_t usableFrames = 0;
    MouthRange mouthRange;
};

struct FaceAnalysis {
    std::int64_t frameCount = 0;
    std::vector<Shot> shots;
    std::vector<FaceTrack> tracks;
    std::vector<Actor> actors;  ///< most screen time first
};

}  // namespace lipwright::face
