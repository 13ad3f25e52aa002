#include "engine/synthesis/colourmatch.h"
#include "engine/synthesis/paintedpatch_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace lipwright::synthesis {

namespace {

constexpr double kBorder = 0.04;      // of the crop's side, over which the mask ends with the crop
constexpr float kCell = 0.04F;        // head units per cell of the colour match
constexpr double kColourReach = 0.1;  // head units
constexpr GainLimits kLimits{2.0F, 1.6F};  // a network's colours are off by more than a camera's

/// The mask with a soft end at the crop's own borders, whatever the network says there.
cv::Mat1f bordered(const cv::Mat1f& mask, int size) {
    const float border = std::max(1.0F, static_cast<float>(kBorder * size));
    cv::Mat1f result(mask.size());
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            const int inside = std::min({x, y, mask.cols - 1 - x, mask.rows - 1 - y});
            result(y, x) = mask(y, x) * std::min(static_cast<float>(inside) / border, 1.0F);
        }
    }
    return result;
}

/// What brings the painted picture's broad colours to those of the warped mouth, which lies at the
/// same place and has the light of the target's own skin. At the mask's edge alone it would be the
/// background that is matched, wherever the mask reaches beyond the jaw.
cv::Mat3f colourMatch(const PaintedPicture& picture, const cv::Mat3f& warped, const cv::Mat3f& low,
                      const cv::Mat1f& mask) {
    const double cell = std::max(1.0, static_cast<double>(picture.unit * kCell));
    const cv::Size cells(std::max(1, cvRound(low.cols / cell)),
                         std::max(1, cvRound(low.rows / cell)));
    const auto reduced = [cells](const cv::Mat& whole) {
        cv::Mat small;
        cv::resize(whole, small, cells, 0, 0, cv::INTER_AREA);
        return small;
    };
    const cv::Mat1f weights = reduced(mask);
    cv::Mat3f gain = colourGain(reduced(warped), reduced(low), weights,
                                std::max(kColourReach * picture.unit / cell, 0.8), kLimits);
    cv::resize(gain, gain, low.size(), 0, 0, cv::INTER_LINEAR);
    return gain;
}

}  // namespace

media::Patch paintedPatch(const PaintedPicture& picture) {
    const cv::Mat3f filmed = toUnitRange(picture.library.rgb);
    const int depth = picture.library.rgb.depth();
    const double full = depth == CV_16U ? 65535.0 : 255.0;
    cv::Mat1f mask =
        picture.grid.layMask(bordered(picture.painted.mask, picture.grid.size()), picture.region);
    cv::multiply(mask, picture.library.alpha, mask, 1.0 / full, CV_32F);
    cv::Mat3f rgb = picture.grid.lay(picture.painted.rgb, picture.region);
    cv::multiply(rgb, colourMatch(picture, filmed, rgb, mask), rgb);
    if (picture.detail > 0.0) {
        cv::scaleAdd(picture.grid.detail({filmed, picture.region.tl()}), picture.detail, rgb, rgb);
    }
    media::Patch patch;
    patch.rgb = fromUnitRange(rgb, depth);
    mask.convertTo(patch.alpha, depth, full);
    return patch;
}

}  // namespace lipwright::synthesis
