#include "engine/synthesis/colourmatch.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/paintedpatch_p.h"
#include "engine/synthesis/smoothstep.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace lipwright::synthesis {

namespace {

constexpr double kBorder = 0.04;       // of the crop's side, over which the mask ends with the crop
constexpr float kSoftEdge = 0.14F;     // head units inside the mouth's outline
constexpr float kCell = 0.025F;        // head units per cell of the colour match
constexpr double kColourReach = 0.05;  // head units
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

/// How much of each pixel is painted: where the network says, softly inside the mouth's outline.
cv::Mat1f paintedShare(const PaintedPicture& picture) {
    const cv::Mat1b outline = outlineMask(picture.mouth, picture.region);
    cv::Mat1f depth;
    cv::distanceTransform(outline, depth, cv::DIST_L2, cv::DIST_MASK_PRECISE);
    cv::Mat1f share =
        picture.grid.layMask(bordered(picture.painted.mask, picture.grid.size()), picture.region);
    const float edge = std::max(1.0F, kSoftEdge * picture.unit);
    for (int y = 0; y < share.rows; ++y) {
        for (int x = 0; x < share.cols; ++x) {
            share(y, x) *= smoothStep(depth(y, x) / edge);
        }
    }
    return share;
}

/// What brings the painted picture's broad colours to those of the warped mouth, which lies at the
/// same place and has the light of the target's own skin.
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
    const cv::Mat1f share = paintedShare(picture);
    cv::Mat3f rgb = picture.grid.lay(picture.painted.rgb, picture.region);
    cv::multiply(rgb, colourMatch(picture, filmed, rgb, share), rgb);
    if (picture.detail > 0.0) {
        cv::scaleAdd(picture.grid.detail({filmed, picture.region.tl()}), picture.detail, rgb, rgb);
    }
    cv::Mat3f shares;
    cv::merge(std::vector<cv::Mat>{share, share, share}, shares);
    return {fromUnitRange(filmed + shares.mul(rgb - filmed), depth), picture.library.alpha.clone()};
}

}  // namespace lipwright::synthesis
