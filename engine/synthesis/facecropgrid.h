// Between film pixels and the leak-free face crop (face/croptransform.h) that a painting network
// sees: cutting the crop out, laying its lower half back, and what a crop is too coarse to carry.
// Pure; no network, no file. Pictures are RGB of any depth; pixel centres have whole coordinates.
#pragma once

#include "engine/synthesis/mouthrenderer.h"

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// CV_8UC3 or CV_16UC3 as CV_32FC3 in [0, 1].
[[nodiscard]] cv::Mat3f toUnitRange(const cv::Mat& rgb);
/// And back, rounded and clamped, for `depth` CV_8U or CV_16U.
[[nodiscard]] cv::Mat fromUnitRange(const cv::Mat3f& rgb, int depth);

/// The crop of one film frame: where each of its pixels lies in the film.
class FaceCropGrid {
public:
    /// `size`: side of the crop, even. Only rigid upper-face landmarks count.
    FaceCropGrid(const Landmarks& stableLandmarks, int size);

    [[nodiscard]] int size() const { return m_size; }
    /// Crop pixels per film pixel.
    [[nodiscard]] double scale() const;

    /// (size, size), type as the picture's (8, 16 bit or float); area-filtered when it shrinks.
    /// Beyond the picture's edge its last pixel repeats.
    [[nodiscard]] cv::Mat cut(const PlacedPicture& picture) const;
    /// The same as CV_8UC3, whatever the picture's depth (8 or 16 bit).
    [[nodiscard]] cv::Mat cutBytes(const PlacedPicture& picture) const;
    /// The film pixels that a part of the crop is cut from, with a margin for filtering; may reach
    /// beyond the film.
    [[nodiscard]] cv::Rect filmRegion(const cv::Rect& part) const;

    /// The crop's lower half (size / 2, size) at the film pixels of `region`, which may reach
    /// beyond crop and film; resampled once, bicubic, area-filtered first when it shrinks. Beyond
    /// the half its last pixel repeats. Type as `lower`'s.
    [[nodiscard]] cv::Mat lay(const cv::Mat& lower, const cv::Rect& region) const;
    /// The same for a mask in [0, 1]: bilinear, and 0 beyond the half.
    [[nodiscard]] cv::Mat1f layMask(const cv::Mat1f& lower, const cv::Rect& region) const;

    /// What the crop's lower half carries of a picture: it cut and laid back, (h, w) CV_32FC3 in
    /// the units of the picture. Means something only where the lower half lies.
    [[nodiscard]] cv::Mat3f coarse(const PlacedPicture& picture) const;
    /// The rest: picture − coarse(picture).
    [[nodiscard]] cv::Mat3f detail(const PlacedPicture& picture) const;

private:
    [[nodiscard]] cv::Mat layWith(const cv::Mat& lower, const cv::Rect& region, int interpolation,
                                  int border) const;

    Landmarks m_landmarks;
    int m_size;
    cv::Matx23d m_toCrop;  ///< film pixels to pixels of the crop
};

}  // namespace lipwright::synthesis
