#include "engine/face/appearancevalues_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace lipwright::face {
namespace {

constexpr int kCells = 6;  ///< per side
constexpr int kOrientations = 8;

}  // namespace

std::vector<double> gradientHistograms(const cv::Mat& rgb, const cv::Rect& region) {
    cv::Mat gray;
    cv::cvtColor(rgb, gray, cv::COLOR_RGB2GRAY);
    cv::GaussianBlur(gray, gray, cv::Size(3, 3), 0.8);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(gray, dx, CV_32F, 1, 0);
    cv::Sobel(gray, dy, CV_32F, 0, 1);
    std::vector<double> cells(kCells * kCells * kOrientations, 0.0);
    for (int y = region.y; y < region.br().y; ++y) {
        for (int x = region.x; x < region.br().x; ++x) {
            const double gx = dx.at<float>(y, x);
            const double gy = dy.at<float>(y, x);
            const double angle = std::fmod(std::atan2(gy, gx) + 2 * CV_PI, CV_PI) / CV_PI;
            const int bin = std::min(kOrientations - 1, static_cast<int>(angle * kOrientations));
            const int cx = (x - region.x) * kCells / region.width;
            const int cy = (y - region.y) * kCells / region.height;
            cells[static_cast<std::size_t>((cy * kCells + cx) * kOrientations + bin)] +=
                std::hypot(gx, gy);
        }
    }
    double total = 1e-9;
    for (const double value : cells) {
        total += value;
    }
    for (double& value : cells) {
        value = std::sqrt(value / total);  // Hellinger
    }
    return cells;
}

void accumulate(std::vector<double>& sum, const std::vector<double>& values) {
    sum.resize(values.size(), 0.0);
    std::transform(values.begin(), values.end(), sum.begin(), sum.begin(), std::plus<>());
}

double meanDifference(const std::vector<double>& a, double na, const std::vector<double>& b,
                      double nb) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double d = a[i] / na - b[i] / nb;
        sum += d * d;
    }
    return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, a.size())));
}

}  // namespace lipwright::face
