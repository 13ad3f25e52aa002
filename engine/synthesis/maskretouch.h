// Retouching of a take when it is laid into the film: the mask grown, shrunk, softened, painted on
// and erased, light and sharpness of the mouth, opacity. Works on one synthesised frame and the
// film's own; instant, runs no network, changes no take. Pure: the result depends on the input
// alone.
#pragma once

#include "engine/core/result.h"
#include "engine/face/headpose.h"
#include "engine/synthesis/engine.h"

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// What is painted on (positive, up to 1) and erased from (negative, down to -1) the mask, over
/// head coordinates (1 = distance of the outer eye corners): CV_32FC1 on kBrushGrid.
using BrushField = cv::Mat1f;

/// Where a brush field lies in head coordinates, and how finely.
inline constexpr float kBrushLeft = -1.4F;
inline constexpr float kBrushTop = -0.5F;
inline constexpr float kBrushCell = 0.01F;
inline constexpr int kBrushColumns = 280;
inline constexpr int kBrushRows = 270;

/// One frame's retouch, keyframes already resolved. The defaults change nothing.
struct FrameRetouch {
    double grow = 0.0;         ///< head units, negative shrinks
    double feather = 0.0;      ///< head units of softer edge, inwards
    double colourMatch = 0.0;  ///< 0..1
    double sharpness = 0.0;    ///< -1..1
    double opacity = 1.0;      ///< 0: the film's own picture
    BrushField brush;          ///< empty: nothing painted

    [[nodiscard]] bool changesNothing() const;
};

/// Where the face is in a frame: gives lengths their scale and brush fields their place (see
/// HeadPlane). Without landmarks (all 0) the patch's size gives the scale, and brush fields are
/// left out.
struct FacePlace {
    face::Landmarks landmarks{};  ///< stable ones, film pixels
};

/// `made` as the retouch wants it over `film`'s frame (undubbed). Opacity is part of the result's
/// alpha. Samples outside of the patch's region are never reached. A retouch that changes nothing
/// returns `made` itself, bit for bit.
[[nodiscard]] core::Result<SynthesizedFrame> retouched(const SynthesizedFrame& made,
                                                       const media::VideoFrame& film,
                                                       const FacePlace& face,
                                                       const FrameRetouch& retouch);

}  // namespace lipwright::synthesis
