// The mask of a patch as a user reshapes it: grown, shrunk, softened, painted on. Masks are
// CV_32FC1, 0..1, of a region of the film. Pure functions.
#pragma once

#include "engine/synthesis/headplane.h"
#include "engine/synthesis/maskretouch.h"

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// Where a mask lies: beyond the region it is empty, beyond the film's border it goes on.
struct MaskPlace {
    cv::Rect region;
    cv::Size film;
};

/// Moves the mask's edge outwards by `grow` pixels (negative: inwards), its own softness kept, then
/// lets it rise over `feather` pixels from its outer end inwards. Both 0: the mask itself.
[[nodiscard]] cv::Mat1f reshaped(const cv::Mat1f& mask, const MaskPlace& place, double grow,
                                 double feather);

/// `field` painted (towards 1) and erased (towards 0) on the mask.
[[nodiscard]] cv::Mat1f painted(const cv::Mat1f& mask, const MaskPlace& place,
                                const BrushField& field, const HeadPlane& plane);

/// What reaches further than `before` did fades over `fade` pixels towards the region's border:
/// a patch has no more to show there.
void keepOffBorder(cv::Mat1f& mask, const cv::Mat1f& before, const MaskPlace& place, double fade);

}  // namespace lipwright::synthesis
