#include "engine/face/shotdetector_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lipwright::face {
namespace {

const cv::Size kThumbnail(32, 18);
constexpr int kBins = 16;
constexpr int kBlocks = 2;  ///< histogram blocks per side
/// Luma variance that noise may have in a blank picture: it takes structure out of nearly black.
constexpr double kBlankVariance = 6.0;
/// Of the structure of a blank picture: variance below 2.6.
constexpr double kBlankPower = 0.3;
/// On real speech 6,400 places without a cut stayed below 0.11; of 5,900 joints of different clips
/// (half of them news presenters framed alike) 99.5 % came above 0.18.
constexpr double kAbsoluteThreshold = 0.16;
/// A cut stands out from the change between neighbours on either side by this factor.
constexpr double kRelativeThreshold = 1.8;

}  // namespace

ShotDetector::Thumbnail ShotDetector::reduce(const cv::Mat& gray) {
    cv::Mat small;
    cv::resize(gray, small, kThumbnail * 2, 0, 0, cv::INTER_AREA);
    Thumbnail result;
    result.histogram = cv::Mat::zeros(kBlocks * kBlocks, kBins, CV_32F);
    const float share = 1.0F / static_cast<float>(small.total() / (kBlocks * kBlocks));
    for (int y = 0; y < small.rows; ++y) {
        for (int x = 0; x < small.cols; ++x) {
            const int block = (y * kBlocks / small.rows) * kBlocks + x * kBlocks / small.cols;
            result.histogram.at<float>(block, small.at<uchar>(y, x) * kBins / 256) += share;
        }
    }
    cv::Mat coarse;
    cv::resize(small, coarse, kThumbnail, 0, 0, cv::INTER_AREA);
    coarse.convertTo(coarse, CV_32F);
    cv::GaussianBlur(coarse, coarse, cv::Size(5, 5), 1.0);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(coarse, mean, deviation);
    const double norm = std::sqrt(deviation[0] * deviation[0] + kBlankVariance);
    coarse.convertTo(result.structure, CV_32F, 1.0 / norm, -mean[0] / norm);
    return result;
}

double ShotDetector::distance(const Thumbnail& a, const Thumbnail& b) {
    // Structure is blind to a change of light, the histogram to motion.
    const double n = static_cast<double>(a.structure.total());
    const double power = std::max(a.structure.dot(a.structure), b.structure.dot(b.structure)) / n;
    const double correlation = a.structure.dot(b.structure) / n;
    const double structure = std::clamp(power - correlation, 0.0, 1.0);
    const double histogram =
        cv::norm(a.histogram, b.histogram, cv::NORM_L1) / (2.0 * kBlocks * kBlocks);
    return std::sqrt(structure * std::clamp(histogram, 0.0, 1.0));
}

bool ShotDetector::emergesFromBlank(std::size_t index) const {
    const auto blank = [](const Thumbnail& picture) {
        return picture.structure.dot(picture.structure) <
               kBlankPower * static_cast<double>(picture.structure.total());
    };
    return index >= kLookAhead && !blank(m_window[index]) &&
           std::all_of(m_window.begin(), m_window.begin() + static_cast<std::ptrdiff_t>(index),
                       blank);
}

bool ShotDetector::cutBefore(std::size_t index) const {
    if (emergesFromBlank(index)) {
        return true;
    }
    double across = 1.0;
    double beside = 0.0;
    for (std::size_t a = 0; a < index; ++a) {
        for (std::size_t b = index; b < m_window.size(); ++b) {
            across = std::min(across, distance(m_window[a], m_window[b]));
        }
    }
    for (std::size_t i = 1; i < m_window.size(); ++i) {
        if (i != index) {
            beside = std::max(beside, distance(m_window[i - 1], m_window[i]));
        }
    }
    return across > kAbsoluteThreshold && across > kRelativeThreshold * std::min(beside, 0.4);
}

std::optional<bool> ShotDetector::push(const cv::Mat& gray) {
    m_window.push_back(reduce(gray));
    ++m_owed;
    if (m_owed < kLookAhead) {
        return std::nullopt;
    }
    --m_owed;
    const std::size_t asked = m_window.size() - kLookAhead;
    const bool cut = std::exchange(m_first, false) || cutBefore(asked);
    while (m_window.size() > 2 * kLookAhead - 1) {
        m_window.pop_front();
    }
    return cut;
}

std::optional<bool> ShotDetector::flush() {
    if (m_owed == 0) {
        return std::nullopt;
    }
    const std::size_t asked = m_window.size() - static_cast<std::size_t>(m_owed);
    --m_owed;
    const bool cut = std::exchange(m_first, false) || cutBefore(asked);
    if (asked >= kLookAhead) {
        m_window.pop_front();
    }
    return cut;
}

}  // namespace lipwright::face
