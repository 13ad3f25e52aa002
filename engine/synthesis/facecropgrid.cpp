#include "engine/synthesis/facecropgrid.h"

#include "engine/face/croptransform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::synthesis {

namespace {

double fullScale(int depth) {
    return depth == CV_16U ? 65535.0 : 255.0;
}

}  // namespace

cv::Mat3f toUnitRange(const cv::Mat& rgb) {
    cv::Mat3f result;
    rgb.convertTo(result, CV_32F, 1.0 / fullScale(rgb.depth()));
    return result;
}

cv::Mat fromUnitRange(const cv::Mat3f& rgb, int depth) {
    cv::Mat result;
    rgb.convertTo(result, depth, fullScale(depth));
    return result;
}

FaceCropGrid::FaceCropGrid(const Landmarks& stableLandmarks, int size)
    : m_landmarks(stableLandmarks),
      m_size(size),
      m_toCrop(face::cropTransform(stableLandmarks, size)) {}

double FaceCropGrid::scale() const {
    return std::hypot(m_toCrop(0, 0), m_toCrop(1, 0));
}

cv::Mat FaceCropGrid::cut(const PlacedPicture& picture) const {
    return face::cropFace(picture.rgb, picture.origin, m_landmarks, m_size);
}

cv::Mat FaceCropGrid::layWith(const cv::Mat& lower, const cv::Rect& region, int interpolation,
                              int border) const {
    cv::Mat source = lower;
    const double shrink = scale();
    if (shrink > 1.0) {
        cv::resize(
            lower, source,
            {std::max(1, cvRound(lower.cols / shrink)), std::max(1, cvRound(lower.rows / shrink))},
            0, 0, cv::INTER_AREA);
    }
    // Pixel centres: reduced = (original + 0.5) · k − 0.5.
    const double kx = static_cast<double>(source.cols) / lower.cols;
    const double ky = static_cast<double>(source.rows) / lower.rows;
    const cv::Point2d at(region.tl());
    const double top = face::lowerHalf(m_size).y;
    const auto row = [&](int r, double k, double begin) {
        const double a = m_toCrop(r, 0);
        const double b = m_toCrop(r, 1);
        return cv::Vec3d(k * a, k * b,
                         k * (m_toCrop(r, 2) + a * at.x + b * at.y - begin + 0.5) - 0.5);
    };
    const cv::Vec3d x = row(0, kx, 0.0);
    const cv::Vec3d y = row(1, ky, top);
    cv::Mat result;
    cv::warpAffine(source, result, cv::Matx23d(x[0], x[1], x[2], y[0], y[1], y[2]), region.size(),
                   interpolation | cv::WARP_INVERSE_MAP, border);
    return result;
}

cv::Mat FaceCropGrid::lay(const cv::Mat& lower, const cv::Rect& region) const {
    return layWith(lower, region, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
}

cv::Mat1f FaceCropGrid::layMask(const cv::Mat1f& lower, const cv::Rect& region) const {
    return layWith(lower, region, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
}

cv::Mat3f FaceCropGrid::coarse(const PlacedPicture& picture) const {
    cv::Mat3f values;
    picture.rgb.convertTo(values, CV_32F);
    const cv::Mat crop = cut({values, picture.origin});
    return lay(crop(face::lowerHalf(m_size)), {picture.origin, picture.rgb.size()});
}

cv::Mat3f FaceCropGrid::detail(const PlacedPicture& picture) const {
    cv::Mat3f values;
    picture.rgb.convertTo(values, CV_32F);
    return values - coarse(picture);
}

}  // namespace lipwright::synthesis
