// Conversion between RGB and a video's own Y'CbCr code values, by its colour tags.
#pragma once

#include "engine/media/videoframe_p.h"

namespace lipwright::media {

/// Equations of ITU-T H.273 (8.3): Y' = Kr·R + Kg·G + Kb·B, Cb = (B − Y') / (2(1 − Kb)),
/// Cr = (R − Y') / (2(1 − Kr)), then quantised to limited or full range of `depth` bits.
/// RGB is in [0, 1]; Y', Cb, Cr are code values (not rounded, not clipped).
struct ColourMatrix {
    float kr = 0.2126F, kg = 0.7152F, kb = 0.0722F;
    float lumaOffset = 16, lumaScale = 219, chromaOffset = 128, chromaScale = 224;

    /// Nothing for matrices that are not of this form (YCgCo, ICtCp, constant luminance).
    [[nodiscard]] static std::optional<ColourMatrix> of(const ColourTags& tags, int depth,
                                                        int pictureHeight);
};

/// Position of chroma sample 0 in luma pixels: 0 co-sited, 0.5 between the first two.
struct ChromaSiting {
    float x = 0;
    float y = 0.5F;
    [[nodiscard]] static ChromaSiting of(const ColourTags& tags, const PixelLayout& layout);
};

}  // namespace lipwright::media
