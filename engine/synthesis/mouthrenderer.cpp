#include "engine/synthesis/mouthrenderer.h"

#include "engine/synthesis/colourmatch.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/sharpness.h"
#include "engine/synthesis/smoothstep.h"
#include "engine/synthesis/smoothwarp.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::synthesis {

namespace {

constexpr double kBaseStiffness = 0.001;
constexpr double kMouthStiffness = 0.002;
constexpr float kAlphaEdge = 0.08F;  // head units over which the patch's outer alpha falls
constexpr float kFaceInset = 0.07F;  // head units the mask keeps from the face's contour
constexpr float kSkinBand = 0.06F;   // head units of skin outside the mask that colours see

using Outline = std::vector<cv::Point2f>;

// Nodes of the coarse grids, fine enough to follow lips of this size.
int gridStep(float unit) {
    return std::clamp(cvRound(unit * 0.04F), 2, 8);
}

SmoothWarp skinWarp(const MouthPicture& picture) {
    const Landmarks& from = picture.measured;
    const Landmarks& to = picture.carried;
    std::vector<cv::Point2f> source;
    std::vector<cv::Point2f> result;
    const auto move = [&](std::size_t first, std::size_t end) {
        source.insert(source.end(), from.begin() + static_cast<std::ptrdiff_t>(first),
                      from.begin() + static_cast<std::ptrdiff_t>(end));
        result.insert(result.end(), to.begin() + static_cast<std::ptrdiff_t>(first),
                      to.begin() + static_cast<std::ptrdiff_t>(end));
    };
    const auto hold = [&](cv::Point2f point) {
        source.push_back(point);
        result.push_back(point);
    };
    move(4, 13);
    move(48, 68);
    for (const std::size_t k : {0U, 1U, 2U, 3U, 13U, 14U, 15U, 16U, 29U, 30U, 31U, 33U, 35U}) {
        hold(from[k]);
    }
    // The neck keeps still: a row of anchors beyond the jaw.
    const cv::Point2f mouth = 0.5F * (from[48] + from[54]);
    for (std::size_t k = 3; k < 14; ++k) {
        const cv::Point2f away = from[k] - mouth;
        const float length = std::max(std::hypot(away.x, away.y), 1.0F);
        hold(from[k] + away * (kNeckReach * picture.unit / length));
    }
    return {source, result, picture.unit, kBaseStiffness};
}

SmoothWarp mouthWarp(const MouthSource& mouth, float unit) {
    std::vector<cv::Point2f> source;
    std::vector<cv::Point2f> result;
    for (std::size_t k = 0; k < mouth.landmarks.size(); ++k) {
        if ((k >= 3 && k <= 13) || (k >= 30 && k <= 35) || k >= 48) {
            source.push_back(mouth.landmarks[k]);
            result.push_back(mouth.wanted[k]);
        }
    }
    return {source, result, unit, kMouthStiffness};
}

// Base layer: the target with its own skin moved, fading to nothing outside the face.
cv::Mat carriedSkin(const MouthPicture& picture, const Outline& face) {
    const SmoothWarp warp = skinWarp(picture);
    const float reach = kNeckReach * picture.unit;
    const cv::Mat2f displacement =
        sampleSmoothly(picture.region, gridStep(picture.unit), [&](cv::Point2f p) -> cv::Point2f {
            const float outside = -depthInside(face, p);
            return outside >= reach ? cv::Point2f()
                                    : warp.displacement(p) * (1.0F - smoothStep(outside / reach));
        });
    return warpPicture(picture.target.rgb, picture.target.origin, picture.region, displacement,
                       cv::INTER_CUBIC);
}

struct MouthLayer {
    cv::Rect box;     // film pixels
    Outline outline;  // of the mask
    Outline face;     // what it must never leave
    Outline lips;
    float unit = 1.0F;
};

// Depth of a point inside the mask, pixels: turned heads show one cheek so narrow that the mouth's
// own outline would reach across the face's edge.
float maskDepth(const MouthLayer& layer, cv::Point2f point) {
    return std::min(depthInside(layer.outline, point),
                    depthInside(layer.face, point) - kFaceInset * layer.unit);
}

// Where base and mouth layer show the same skin: a band around the mask's edge, off the lips.
cv::Mat1f skinBand(const MouthLayer& layer, int step, cv::Size cells, float feather) {
    cv::Mat1f skin(cells);
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x) {
            const cv::Point2f p(static_cast<float>(layer.box.x + x * step + step / 2),
                                static_cast<float>(layer.box.y + y * step + step / 2));
            const float depth = maskDepth(layer, p) / layer.unit;
            const float lips = -depthInside(layer.lips, p) / layer.unit;
            skin(y, x) = smoothStep((depth + kSkinBand) / (0.5F * kSkinBand)) *
                         (1.0F - smoothStep((depth - feather) / feather)) *
                         smoothStep((lips - 0.03F) / 0.05F);
        }
    }
    return skin;
}

cv::Mat3f reduced(const cv::Mat& picture, cv::Size cells) {
    cv::Mat small;
    cv::resize(picture, small, cells, 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32F);
    return small;
}

// The match is read off skin; lips, teeth and the dark between them shine by other laws and take
// half of it.
void calmOnLips(cv::Mat3f& gain, const MouthLayer& layer, int step) {
    for (int y = 0; y < gain.rows; ++y) {
        for (int x = 0; x < gain.cols; ++x) {
            const cv::Point2f p(static_cast<float>(layer.box.x + x * step + step / 2),
                                static_cast<float>(layer.box.y + y * step + step / 2));
            const float inside = smoothStep(0.5F + depthInside(layer.lips, p) / layer.unit / 0.08F);
            gain(y, x) += (cv::Vec3f::all(1.0F) - gain(y, x)) * (0.5F * inside);
        }
    }
}

void restoreSharpness(cv::Mat& mouth, const Outline& outline, cv::Point origin,
                      const MouthSource& source) {
    const double before = laplacianDeviation(
        source.picture.rgb, outlineMask(mouthOutline(source.landmarks),
                                        {source.picture.origin, source.picture.rgb.size()}));
    sharpenTowards(mouth, outlineMask(outline, {origin, mouth.size()}), before);
}

// The mouth of one library frame in the target's place and colours, CV_32FC3.
cv::Mat3f placedMouth(const MouthPicture& picture, const MouthSource& source,
                      const MouthLayer& layer, const cv::Mat& base) {
    const SmoothWarp warp = mouthWarp(source, picture.unit);
    const cv::Mat2f displacement =
        sampleSmoothly(layer.box, gridStep(picture.unit),
                       [&](cv::Point2f p) -> cv::Point2f { return warp.displacement(p); });
    cv::Mat mouth = warpPicture(source.picture.rgb, source.picture.origin, layer.box, displacement,
                                cv::INTER_LANCZOS4);
    restoreSharpness(mouth, layer.outline, layer.box.tl(), source);
    const int step = gridStep(picture.unit);
    const cv::Size cells((layer.box.width + step - 1) / step, (layer.box.height + step - 1) / step);
    const cv::Mat1f skin = skinBand(layer, step, cells, picture.feather);
    const double reach = std::max(0.1 * static_cast<double>(picture.unit) / step, 0.8);
    cv::Mat3f gain = colourGain(reduced(base, cells), reduced(mouth, cells), skin, reach);
    calmOnLips(gain, layer, step);
    cv::resize(gain, gain, layer.box.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat3f result;
    mouth.convertTo(result, CV_32F);
    cv::multiply(result, gain, result);
    return result;
}

// What the other sources add to the first: only their broad shading, for two textures blended
// would be blurred.
cv::Mat3f dissolve(const MouthPicture& picture, const MouthLayer& layer, const cv::Mat& base,
                   const cv::Mat3f& first) {
    cv::Mat3f sum(layer.box.size(), cv::Vec3f());
    for (std::size_t k = 1; k < picture.sources.size(); ++k) {
        const cv::Mat3f other = placedMouth(picture, picture.sources[k], layer, base);
        cv::Mat difference;
        cv::subtract(other, first, difference);
        cv::scaleAdd(difference, static_cast<double>(picture.sources[k].weight), sum, sum);
    }
    const double sigma = std::max(0.015 * static_cast<double>(picture.unit), 0.7);
    cv::GaussianBlur(sum, sum, {}, sigma);
    return sum;
}

MouthLayer mouthLayerOf(const MouthPicture& picture) {
    MouthLayer layer;
    layer.unit = picture.unit;
    layer.outline = mouthOutline(picture.sources.front().wanted);
    layer.lips = lipOutline(picture.sources.front().wanted);
    layer.face = faceOutline(picture.carried);
    const int margin = cvCeil(kSkinBand * picture.unit) + 1;
    cv::Rect box = cv::boundingRect(layer.outline);
    box = {box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin};
    layer.box = box & picture.region;
    return layer;
}

// Shading goes over along the whole soft edge, texture along a third of it: two textures mixed
// over a wide edge would be a blurred ring.
void addInTwoBands(const MouthPicture& picture, const MouthLayer& layer, const cv::Mat3f& mouth,
                   cv::Mat& below) {
    const float edge = std::max(picture.feather * picture.unit, 1.0F);
    const cv::Mat1f depth =
        sampleSmoothly(layer.box, gridStep(picture.unit),
                       [&](cv::Point2f p) -> float { return maskDepth(layer, p) / edge; });
    cv::Mat3f base;
    below.convertTo(base, CV_32F);
    cv::Mat3f difference;
    cv::subtract(mouth, base, difference);
    cv::Mat3f shading;
    cv::GaussianBlur(difference, shading, {},
                     std::max(0.02 * static_cast<double>(picture.unit), 1.0));
    for (int y = 0; y < base.rows; ++y) {
        for (int x = 0; x < base.cols; ++x) {
            const float wide = smoothStep(depth(y, x));
            const float narrow = smoothStep(3.0F * depth(y, x) - 1.0F);
            const cv::Vec3f& broad = shading(y, x);
            base(y, x) += broad * wide + (difference(y, x) - broad) * narrow;
        }
    }
    base.convertTo(below, below.type());
}

void blendMouth(const MouthPicture& picture, const MouthLayer& layer, cv::Mat& rgb) {
    cv::Mat below = rgb(layer.box - picture.region.tl());
    cv::Mat3f mouth = placedMouth(picture, picture.sources.front(), layer, below);
    if (picture.sources.size() > 1) {
        mouth += dissolve(picture, layer, below, mouth);
    }
    addInTwoBands(picture, layer, mouth, below);
}

cv::Mat patchAlpha(const MouthPicture& picture, const Outline& face) {
    const float edge = kAlphaEdge * picture.unit;
    const float reach = kNeckReach * picture.unit - edge;
    const cv::Mat1f share =
        sampleSmoothly(picture.region, gridStep(picture.unit), [&](cv::Point2f p) -> float {
            return 1.0F - smoothStep((-depthInside(face, p) - reach) / edge);
        });
    cv::Mat alpha;
    const bool deep = picture.target.rgb.depth() == CV_16U;
    share.convertTo(alpha, deep ? CV_16U : CV_8U, deep ? 65535.0 : 255.0);
    return alpha;
}

}  // namespace

media::Patch renderMouth(const MouthPicture& picture) {
    const Outline face = lowerFaceOutline(picture.carried);
    media::Patch patch;
    patch.rgb = carriedSkin(picture, face);
    patch.alpha = patchAlpha(picture, face);
    const MouthLayer layer = mouthLayerOf(picture);
    if (!layer.box.empty()) {
        blendMouth(picture, layer, patch.rgb);
    }
    return patch;
}

}  // namespace lipwright::synthesis
