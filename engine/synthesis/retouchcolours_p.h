// Light, colour and sharpness of a patch as a user changes them. Pictures are CV_8UC3 or CV_16UC3,
// RGB; lengths in pixels.
#pragma once

#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// What a match of colours looks at.
struct MatchScene {
    cv::Rect region;              ///< of the patch, film pixels
    cv::Mat film;                 ///< the film's own picture of the region
    cv::Mat1f mask;               ///< 0..1: only there pictures are compared
    face::Landmarks landmarks{};  ///< of the film's face; all 0: not known
    float unit = 1.0F;            ///< pixels per head unit
};

/// Takes `share` of the way from the picture's broad light and colour to the film's. Read off the
/// skin around the mouth, for lips and teeth of the two differ by what is said.
void matchColours(cv::Mat& rgb, const MatchScene& scene, double share);

/// amount > 0: an unsharp mask on luma that overshoots little; amount < 0: blurs. -1..1.
void changeSharpness(cv::Mat& rgb, double amount, float unit);

}  // namespace lipwright::synthesis
