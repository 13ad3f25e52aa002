// Lays a painted mouth into the same mouth out of library frames: resampled once, brought to its
// broad colours, and given back the texture that its crop was too coarse for. Jaw and cheeks, which
// a network paints without need and less sharply, stay those of the library. Pure.
#pragma once

#include "engine/media/patchfile.h"
#include "engine/synthesis/facecropgrid.h"

#include <vector>

namespace lipwright::synthesis {

struct PaintedLowerFace {
    cv::Mat3f rgb;   ///< (size / 2, size), 0 … 1
    cv::Mat1f mask;  ///< the same size, 0 … 1
};

struct PaintedPicture {
    const FaceCropGrid& grid;  ///< of the target frame
    const PaintedLowerFace& painted;
    cv::Rect region;                 ///< film pixels to make
    const media::Patch& library;     ///< the same mouth out of library frames, of the region's size
    std::vector<cv::Point2f> mouth;  ///< convex, film pixels: the painting ends softly inside of it
    float unit = 1.0F;               ///< film pixels per head unit
    double detail = 1.0;             ///< share of the library mouth's texture to add
};

/// In the library patch's depth and with its alpha; where the painted mask is empty, its pixels.
[[nodiscard]] media::Patch paintedPatch(const PaintedPicture& picture);

}  // namespace lipwright::synthesis
