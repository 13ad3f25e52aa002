#include "engine/synthesis/sharpness.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::synthesis {

namespace {

constexpr double kMostSharpening = 0.8;

cv::Mat1f laplacianOfLuma(const cv::Mat& rgb) {
    cv::Mat luma;
    cv::cvtColor(rgb, luma, cv::COLOR_RGB2GRAY);
    cv::Mat1f laplacian;
    cv::Laplacian(luma, laplacian, CV_32F, 1, 1.0, 0.0, cv::BORDER_REPLICATE);
    return laplacian;
}

struct Moments {
    double ownVariance = 0.0;
    double detailVariance = 0.0;
    double covariance = 0.0;
};

Moments momentsOf(const cv::Mat1f& own, const cv::Mat1f& detail, const cv::Mat1b& mask) {
    double count = 0.0;
    double sumA = 0.0;
    double sumB = 0.0;
    double sumAA = 0.0;
    double sumBB = 0.0;
    double sumAB = 0.0;
    for (int y = 0; y < own.rows; ++y) {
        for (int x = 0; x < own.cols; ++x) {
            if (mask(y, x) != 0) {
                const double a = static_cast<double>(own(y, x));
                const double b = static_cast<double>(detail(y, x));
                count += 1.0;
                sumA += a;
                sumB += b;
                sumAA += a * a;
                sumBB += b * b;
                sumAB += a * b;
            }
        }
    }
    if (count < 1.0) {
        return {};
    }
    return {sumAA / count - sumA * sumA / count / count,
            sumBB / count - sumB * sumB / count / count,
            sumAB / count - sumA * sumB / count / count};
}

}  // namespace

double laplacianDeviation(const cv::Mat& rgb, const cv::Mat1b& mask) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacianOfLuma(rgb), mean, deviation, mask);
    return deviation[0];
}

void sharpenTowards(cv::Mat& rgb, const cv::Mat1b& mask, double wanted) {
    cv::Mat blurred;
    cv::GaussianBlur(rgb, blurred, {}, 1.0);
    const cv::Mat1f own = laplacianOfLuma(rgb);
    const cv::Mat1f smooth = laplacianOfLuma(blurred);
    cv::Mat1f detail;
    cv::subtract(own, smooth, detail);
    // Variance of own + k·detail = wanted²: a quadratic in k.
    const Moments m = momentsOf(own, detail, mask);
    const double lack = wanted * wanted - m.ownVariance;
    if (lack <= 0.0 || m.detailVariance <= 0.0) {
        return;
    }
    const double root = std::sqrt(m.covariance * m.covariance + m.detailVariance * lack);
    const double k = std::clamp((root - m.covariance) / m.detailVariance, 0.0, kMostSharpening);
    cv::addWeighted(rgb, 1.0 + k, blurred, -k, 0.0, rgb);
}

}  // namespace lipwright::synthesis
