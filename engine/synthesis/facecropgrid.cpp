#include "engine/synthesis/facecropgrid.h"

#include "engine/face/croptransform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::synthesis {

namespace {

constexpr double kMargin = 3.0;  // crop pixels that filtering reaches

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

cv::Mat FaceCropGrid::cutBytes(const PlacedPicture& picture) const {
    cv::Mat crop = cut(picture);
    if (crop.depth() == CV_16U) {
        crop.convertTo(crop, CV_8U, 255.0 / fullScale(CV_16U));
    }
    return crop;
}

cv::Rect FaceCropGrid::filmRegion(const cv::Rect& part) const {
    const cv::Matx22d back =
        cv::Matx22d(m_toCrop(0, 0), m_toCrop(0, 1), m_toCrop(1, 0), m_toCrop(1, 1)).inv();
    std::vector<cv::Point2f> corners;
    for (const cv::Point corner :
         {part.tl(), part.br(), cv::Point(part.x, part.br().y), cv::Point(part.br().x, part.y)}) {
        const cv::Vec2d film =
            back * cv::Vec2d(corner.x - m_toCrop(0, 2), corner.y - m_toCrop(1, 2));
        corners.emplace_back(static_cast<float>(film[0]), static_cast<float>(film[1]));
    }
    const cv::Rect exact = cv::boundingRect(corners);
    const int margin = cvCeil(kMargin / std::min(scale(), 1.0));
    return {exact.x - margin, exact.y - margin, exact.width + 2 * margin,
            exact.height + 2 * margin};
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
