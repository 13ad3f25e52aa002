#include "engine/synthesis/colourmatch.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace lipwright::synthesis {

namespace {

// Normalised convolution at two scales: locally where there is skin near, from afar elsewhere.
cv::Mat spread(const cv::Mat& values, double reach) {
    cv::Mat near;
    cv::Mat far;
    cv::GaussianBlur(values, near, {}, reach, reach, cv::BORDER_CONSTANT);
    cv::GaussianBlur(values, far, {}, 4.0 * reach, 4.0 * reach, cv::BORDER_CONSTANT);
    return near + 0.02 * far;
}

cv::Mat3f weighted(const cv::Mat3f& picture, const cv::Mat1f& weight) {
    cv::Mat3f result(picture.size());
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            result(y, x) = picture(y, x) * weight(y, x);
        }
    }
    return result;
}

float luma(const cv::Vec3f& rgb) {
    return 0.299F * rgb[0] + 0.587F * rgb[1] + 0.114F * rgb[2];
}

}  // namespace

cv::Mat3f colourGain(const cv::Mat3f& base, const cv::Mat3f& layer, const cv::Mat1f& skin,
                     double reach, GainLimits limits) {
    const cv::Mat3f wanted = spread(weighted(base, skin), reach);
    const cv::Mat3f present = spread(weighted(layer, skin), reach);
    cv::Mat3f gain(base.size());
    for (int y = 0; y < gain.rows; ++y) {
        for (int x = 0; x < gain.cols; ++x) {
            const float smallest = 1e-3F * std::max(luma(present(y, x)), 1e-6F);
            const float light =
                std::clamp(luma(wanted(y, x)) / std::max(luma(present(y, x)), 1e-6F),
                           1.0F / limits.light, limits.light);
            for (int c = 0; c < 3; ++c) {
                const float channel = wanted(y, x)[c] / std::max(present(y, x)[c], smallest);
                gain(y, x)[c] = std::clamp(channel, light / limits.turn, light * limits.turn);
            }
        }
    }
    return gain;
}

}  // namespace lipwright::synthesis
