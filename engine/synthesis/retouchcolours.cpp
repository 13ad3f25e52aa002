#include "engine/synthesis/colourmatch.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/retouchcolours_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace lipwright::synthesis {
namespace {

constexpr GainLimits kLimits{1.5F, 1.2F};
constexpr float kReach = 0.12F;        // head units
constexpr float kOffLips = 0.08F;      // head units around the lips that are not looked at
constexpr double kLeastSkin = 4.0;     // cells that can be compared
constexpr float kUsualSpread = 0.15F;  // of the logarithm of film / patch over one face
constexpr float kMostSharpening = 1.5F;
constexpr float kSharpeningRadius = 0.008F;  // head units
constexpr float kLargestBlur = 0.012F;       // head units
constexpr double kOvershoot = 0.25;          // share of the local contrast

struct Cells {
    int step = 1;
    cv::Size count;
    explicit Cells(const MatchScene& scene)
        : step(std::clamp(cvRound(0.05F * scene.unit), 2, 16)),
          count((scene.region.width + step - 1) / step, (scene.region.height + step - 1) / step) {}
};

cv::Mat3f reduced(const cv::Mat& picture, cv::Size cells) {
    cv::Mat small;
    cv::resize(picture, small, cells, 0, 0, cv::INTER_AREA);
    cv::Mat3f result;
    small.convertTo(result, CV_32F);
    return result;
}

/// Lips and as far below them as a mouth opens.
std::vector<cv::Point2f> mouthArea(const face::Landmarks& p) {
    std::vector<cv::Point2f> points(p.begin() + 48, p.begin() + 60);
    for (const auto& [lip, jaw] : {std::pair<std::size_t, std::size_t>{58, 7}, {57, 8}, {56, 9}}) {
        points.push_back(p[lip] + (p[jaw] - p[lip]) * 0.35F);
    }
    std::vector<cv::Point2f> hull;
    cv::convexHull(points, hull);
    return hull;
}

/// How much each cell says: the mask, away from the mouth.
cv::Mat1f skinCells(const MatchScene& scene, const Cells& cells) {
    cv::Mat1f skin;
    cv::resize(scene.mask, skin, cells.count, 0, 0, cv::INTER_AREA);
    if (scene.landmarks == face::Landmarks{}) {
        return skin;
    }
    const std::vector<cv::Point2f> mouth = mouthArea(scene.landmarks);
    const auto step = static_cast<float>(cells.step);
    for (int y = 0; y < skin.rows; ++y) {
        for (int x = 0; x < skin.cols; ++x) {
            const cv::Point2f p(
                static_cast<float>(scene.region.x) + (static_cast<float>(x) + 0.5F) * step,
                static_cast<float>(scene.region.y) + (static_cast<float>(y) + 0.5F) * step);
            const float away = -depthInside(mouth, p) / (kOffLips * scene.unit);
            skin(y, x) *= std::clamp(away, 0.0F, 1.0F);
        }
    }
    return skin;
}

float luma(const cv::Vec3f& rgb) {
    return 0.299F * rgb[0] + 0.587F * rgb[1] + 0.114F * rgb[2];
}

float medianOf(std::vector<float> values) {
    if (values.empty()) {
        return 0.0F;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Cells that differ from the film by something else than light (a lip that moved, a beard's edge)
/// say less.
void distrustOutliers(cv::Mat1f& skin, const cv::Mat3f& film, const cv::Mat3f& made) {
    cv::Mat1f ratio(skin.size(), 0.0F);
    std::vector<float> trusted;
    for (int y = 0; y < skin.rows; ++y) {
        for (int x = 0; x < skin.cols; ++x) {
            ratio(y, x) = std::log((luma(film(y, x)) + 1.0F) / (luma(made(y, x)) + 1.0F));
            if (skin(y, x) > 0.5F) {
                trusted.push_back(ratio(y, x));
            }
        }
    }
    const float usual = medianOf(std::move(trusted));
    for (int y = 0; y < skin.rows; ++y) {
        for (int x = 0; x < skin.cols; ++x) {
            const float off = (ratio(y, x) - usual) / kUsualSpread;
            skin(y, x) /= 1.0F + off * off;
        }
    }
}

void blur(const cv::Mat& picture, cv::Mat& result, double sigma) {
    cv::GaussianBlur(picture, result, {}, sigma, sigma, cv::BORDER_REPLICATE);
}

/// luma + k·(luma - its blur), kept near to what is around: no bright and dark seams.
cv::Mat sharpened(const cv::Mat& luma, double k, double sigma) {
    cv::Mat smooth;
    blur(luma, smooth, sigma);
    cv::Mat result;
    cv::addWeighted(luma, 1.0 + k, smooth, -k, 0.0, result, CV_32F);
    cv::Mat low;
    cv::Mat high;
    const int width = 2 * std::max(1, cvRound(sigma)) + 1;
    const cv::Mat around = cv::Mat::ones(width, width, CV_8U);
    cv::erode(luma, low, around);
    cv::dilate(luma, high, around);
    cv::Mat least;
    cv::Mat most;
    cv::addWeighted(low, 1.0 + kOvershoot, high, -kOvershoot, 0.0, least, CV_32F);
    cv::addWeighted(high, 1.0 + kOvershoot, low, -kOvershoot, 0.0, most, CV_32F);
    cv::max(result, least, result);
    cv::min(result, most, result);
    return result;
}

void sharpen(cv::Mat& rgb, double amount, float unit) {
    cv::Mat luma;
    cv::cvtColor(rgb, luma, cv::COLOR_RGB2GRAY);
    const double sigma = std::max(static_cast<double>(kSharpeningRadius * unit), 0.7);
    cv::Mat detail = sharpened(luma, kMostSharpening * amount, sigma);
    cv::subtract(detail, luma, detail, cv::noArray(), CV_32F);
    cv::Mat all;
    cv::merge(std::vector<cv::Mat>{detail, detail, detail}, all);
    cv::add(rgb, all, rgb, cv::noArray(), rgb.depth());
}

}  // namespace

void matchColours(cv::Mat& rgb, const MatchScene& scene, double share) {
    const Cells cells(scene);
    const double scale = rgb.depth() == CV_16U ? 1.0 / 257.0 : 1.0;
    const cv::Mat3f film = reduced(scene.film, cells.count) * scale;
    const cv::Mat3f made = reduced(rgb, cells.count) * scale;
    cv::Mat1f skin = skinCells(scene, cells);
    if (cv::sum(skin)[0] < kLeastSkin) {
        return;
    }
    distrustOutliers(skin, film, made);
    const double reach =
        std::max(static_cast<double>(kReach * scene.unit / static_cast<float>(cells.step)), 1.0);
    cv::Mat gain = colourGain(film, made, skin, reach, kLimits);
    gain = cv::Scalar::all(1.0 - share) + gain * share;
    cv::resize(gain, gain, rgb.size(), 0, 0, cv::INTER_LINEAR);
    cv::multiply(rgb, gain, rgb, 1.0, rgb.depth());
}

void changeSharpness(cv::Mat& rgb, double amount, float unit) {
    if (amount > 0.0) {
        sharpen(rgb, amount, unit);
    } else if (amount < 0.0) {
        blur(rgb, rgb, std::max(-amount * static_cast<double>(kLargestBlur * unit), 0.1));
    }
}

}  // namespace lipwright::synthesis
