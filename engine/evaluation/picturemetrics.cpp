#include "engine/evaluation/picturemetrics.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::evaluation {

namespace {

constexpr double kEqualPsnr = 100.0;

cv::Mat1f luma(const cv::Mat& rgb) {
    cv::Mat gray;
    cv::cvtColor(rgb, gray, cv::COLOR_RGB2GRAY);
    cv::Mat1f result;
    gray.convertTo(result, CV_32F, rgb.depth() == CV_16U ? 1.0 / 257.0 : 1.0);
    return result;
}

double ratio(double dubbed, double original) {
    return original > 1e-12 ? dubbed / original : (dubbed > 1e-12 ? INFINITY : 1.0);
}

cv::Mat1f smoothed(const cv::Mat1f& picture) {
    cv::Mat1f result;
    cv::GaussianBlur(picture, result, {11, 11}, 1.5);
    return result;
}

cv::Mat1f product(const cv::Mat1f& a, const cv::Mat1f& b) {
    cv::Mat1f result;
    cv::multiply(a, b, result);
    return result;
}

double borderGradient(const cv::Mat& rgb, const cv::Mat& border) {
    const cv::Mat1f picture = luma(rgb);
    cv::Mat1f horizontal;
    cv::Mat1f vertical;
    cv::Sobel(picture, horizontal, CV_32F, 1, 0);
    cv::Sobel(picture, vertical, CV_32F, 0, 1);
    cv::Mat1f magnitude;
    cv::magnitude(horizontal, vertical, magnitude);
    return cv::mean(magnitude, border)[0];
}

}  // namespace

double laplacianVariance(const cv::Mat& rgb, const cv::Mat& mask) {
    cv::Mat1f laplacian;
    cv::Laplacian(luma(rgb), laplacian, CV_32F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, mean, deviation, mask);
    return deviation[0] * deviation[0];
}

double sharpnessRatio(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& mask) {
    return ratio(laplacianVariance(dubbed, mask), laplacianVariance(original, mask));
}

double changeEnergy(const cv::Mat& before, const cv::Mat& now, const cv::Mat& mask) {
    cv::Mat1f change;
    cv::subtract(luma(now), luma(before), change);
    return cv::mean(product(change, change), mask)[0];
}

cv::Mat ringAround(const cv::Mat& mask, int width) {
    const int size = 2 * std::max(width, 1) + 1;
    cv::Mat wider;
    cv::dilate(mask, wider, cv::getStructuringElement(cv::MORPH_ELLIPSE, {size, size}));
    wider.setTo(0, mask);
    return wider;
}

double maskedPsnr(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& mask) {
    cv::Mat a;
    cv::Mat b;
    const double scale = original.depth() == CV_16U ? 1.0 / 257.0 : 1.0;
    original.convertTo(a, CV_32F, scale);
    dubbed.convertTo(b, CV_32F, scale);
    cv::Mat difference;
    cv::subtract(a, b, difference);
    cv::multiply(difference, difference, difference);
    const cv::Scalar mean = cv::mean(difference, mask);
    const double error = (mean[0] + mean[1] + mean[2]) / 3.0;
    return error <= 0.0 ? kEqualPsnr
                        : std::min(kEqualPsnr, 10.0 * std::log10(255.0 * 255.0 / error));
}

double maskedSsim(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& mask) {
    constexpr float kC1 = 0.01F * 255.0F * 0.01F * 255.0F;
    constexpr float kC2 = 0.03F * 255.0F * 0.03F * 255.0F;
    const cv::Mat1f x = luma(original);
    const cv::Mat1f y = luma(dubbed);
    const cv::Mat1f meanX = smoothed(x);
    const cv::Mat1f meanY = smoothed(y);
    const cv::Mat1f squareX = smoothed(product(x, x));
    const cv::Mat1f squareY = smoothed(product(y, y));
    const cv::Mat1f cross = smoothed(product(x, y));
    cv::Mat1f similarity(x.size());
    for (int row = 0; row < x.rows; ++row) {
        for (int column = 0; column < x.cols; ++column) {
            const float mx = meanX(row, column);
            const float my = meanY(row, column);
            const float vx = squareX(row, column) - mx * mx;
            const float vy = squareY(row, column) - my * my;
            const float covariance = cross(row, column) - mx * my;
            similarity(row, column) = (2.0F * mx * my + kC1) * (2.0F * covariance + kC2) /
                                      ((mx * mx + my * my + kC1) * (vx + vy + kC2));
        }
    }
    return cv::mean(similarity, mask)[0];
}

double borderGradientRatio(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& mask) {
    cv::Mat inner;
    cv::erode(mask, inner, cv::Mat());
    cv::Mat border = mask.clone();
    border.setTo(0, inner);
    return ratio(borderGradient(dubbed, border), borderGradient(original, border));
}

void DubbingQuality::add(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& mask) {
    if (cv::countNonZero(mask) == 0) {
        m_lastOriginal.release();
        m_lastDubbed.release();
        return;
    }
    m_sharpOriginal += laplacianVariance(original, mask);
    m_sharpDubbed += laplacianVariance(dubbed, mask);
    if (m_lastOriginal.size() == original.size()) {
        const cv::Mat ring = ringAround(mask, cv::boundingRect(mask).width / 4);
        m_changeOriginal += changeEnergy(m_lastOriginal, original, ring);
        m_changeDubbed += changeEnergy(m_lastDubbed, dubbed, ring);
    }
    original.copyTo(m_lastOriginal);
    dubbed.copyTo(m_lastDubbed);
    ++m_frames;
}

double DubbingQuality::originalSharpness() const {
    return m_frames > 0 ? m_sharpOriginal / m_frames : 0.0;
}

double DubbingQuality::dubbedSharpness() const {
    return m_frames > 0 ? m_sharpDubbed / m_frames : 0.0;
}

double DubbingQuality::sharpness() const {
    return ratio(m_sharpDubbed, m_sharpOriginal);
}

double DubbingQuality::ringFlicker() const {
    return ratio(m_changeDubbed, m_changeOriginal);
}

}  // namespace lipwright::evaluation
