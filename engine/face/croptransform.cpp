#include "engine/face/croptransform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::face {
namespace {

struct Anchor {
    std::size_t index;
    float x;  ///< template units; the outer eye corners are 1.24 apart
    float y;
};

/// The mean frontal upper face; neither mouth nor chin takes part.
constexpr std::array<Anchor, 11> kAnchors = {{{36, -0.62F, -0.35F},
                                              {39, -0.24F, -0.34F},
                                              {42, 0.24F, -0.34F},
                                              {45, 0.62F, -0.35F},
                                              {27, 0.0F, -0.33F},
                                              {28, 0.0F, -0.18F},
                                              {29, 0.0F, -0.03F},
                                              {30, 0.0F, 0.12F},
                                              {31, -0.2F, 0.24F},
                                              {33, 0.0F, 0.29F},
                                              {35, 0.2F, 0.24F}}};
/// Template unit and origin in parts of the crop: the eyes lie at 30 % of the height, the chin of
/// a mean face at 85 %, of a wide open mouth at 95 %.
constexpr double kUnit = 0.33;
constexpr double kCentreX = 0.5;
constexpr double kCentreY = 0.4155;

}  // namespace

cv::Matx23f cropTransform(const Landmarks& stableLandmarks, int size) {
    // Umeyama's least-squares similarity in two dimensions, in closed form.
    cv::Point2d from;
    cv::Point2d to;
    for (const Anchor& anchor : kAnchors) {
        from += cv::Point2d(stableLandmarks[anchor.index]) * (1.0 / kAnchors.size());
        to += cv::Point2d(size * (kCentreX + kUnit * anchor.x),
                          size * (kCentreY + kUnit * anchor.y)) *
              (1.0 / kAnchors.size());
    }
    double dot = 0.0;
    double cross = 0.0;
    double spread = 1e-9;
    for (const Anchor& anchor : kAnchors) {
        const cv::Point2d a = cv::Point2d(stableLandmarks[anchor.index]) - from;
        const cv::Point2d b = cv::Point2d(size * (kCentreX + kUnit * anchor.x),
                                          size * (kCentreY + kUnit * anchor.y)) -
                              to;
        dot += a.dot(b);
        cross += a.cross(b);
        spread += a.dot(a);
    }
    const double c = dot / spread;
    const double s = cross / spread;
    return {static_cast<float>(c),
            static_cast<float>(-s),
            static_cast<float>(to.x - c * from.x + s * from.y),
            static_cast<float>(s),
            static_cast<float>(c),
            static_cast<float>(to.y - s * from.x - c * from.y)};
}

cv::Mat cropFace(const cv::Mat& picture, cv::Point origin, const Landmarks& stableLandmarks,
                 int size) {
    const cv::Matx23d crop(cropTransform(stableLandmarks, size));
    const double scale = std::hypot(crop(0, 0), crop(1, 0));
    cv::Mat source = picture;
    cv::Point2d sourceOrigin(origin);
    cv::Point2d k(1.0, 1.0);  // source pixels per pixel of the reduced picture
    if (scale < 1.0 && scale > 1e-4 && !picture.empty()) {
        // Average areas first, over what the crop can see, then rotate and shift at scale 1.
        const cv::Matx22d linear(crop(0, 0), crop(0, 1), crop(1, 0), crop(1, 1));
        const cv::Vec2d centre =
            linear.inv() * (cv::Vec2d(size / 2.0, size / 2.0) - cv::Vec2d(crop(0, 2), crop(1, 2)));
        const double reach = size / scale * 0.7072 + 2.0 / scale;
        const cv::Rect window(cv::Point(static_cast<int>(std::floor(centre[0] - reach)) - origin.x,
                                        static_cast<int>(std::floor(centre[1] - reach)) - origin.y),
                              cv::Size(static_cast<int>(std::ceil(2.0 * reach)) + 1,
                                       static_cast<int>(std::ceil(2.0 * reach)) + 1));
        const cv::Rect seen = window & cv::Rect(cv::Point(), picture.size());
        if (!seen.empty()) {
            const cv::Size small(std::max(1, cvRound(seen.width * scale)),
                                 std::max(1, cvRound(seen.height * scale)));
            cv::resize(picture(seen), source, small, 0, 0, cv::INTER_AREA);
            sourceOrigin += cv::Point2d(seen.tl());
            k = {static_cast<double>(seen.width) / small.width,
                 static_cast<double>(seen.height) / small.height};
        }
    }
    // Pixel centres: original = (reduced + 0.5) · k − 0.5.
    const cv::Point2d at = sourceOrigin + cv::Point2d(0.5 * k.x - 0.5, 0.5 * k.y - 0.5);
    const cv::Matx23d full(crop(0, 0) * k.x, crop(0, 1) * k.y,
                           crop(0, 2) + crop(0, 0) * at.x + crop(0, 1) * at.y, crop(1, 0) * k.x,
                           crop(1, 1) * k.y, crop(1, 2) + crop(1, 0) * at.x + crop(1, 1) * at.y);
    cv::Mat result;
    cv::warpAffine(source, result, full, cv::Size(size, size), cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    return result;
}

cv::Rect lowerHalf(int size) {
    return {0, size / 2, size, size - size / 2};
}

}  // namespace lipwright::face
