// Lays a painted lower face into the film: resampled once, brought to the broad colours of the same
// mouth out of library frames, and given back the texture that its crop was too coarse for. Pure.
#pragma once

#include "engine/media/patchfile.h"
#include "engine/synthesis/facecropgrid.h"

namespace lipwright::synthesis {

struct PaintedLowerFace {
    cv::Mat3f rgb;   ///< (size / 2, size), 0 … 1
    cv::Mat1f mask;  ///< the same size, 0 … 1
};

struct PaintedPicture {
    const FaceCropGrid& grid;  ///< of the target frame
    const PaintedLowerFace& painted;
    cv::Rect region;              ///< film pixels to make
    const media::Patch& library;  ///< the same mouth out of library frames, of the region's size
    float unit = 1.0F;            ///< film pixels per head unit
    double detail = 1.0;          ///< share of the library mouth's texture to add
};

/// rgb and alpha of the region's size in the library patch's depth. Alpha is the painted mask
/// inside the library patch's alpha, so nothing beyond that is ever touched.
[[nodiscard]] media::Patch paintedPatch(const PaintedPicture& picture);

}  // namespace lipwright::synthesis
