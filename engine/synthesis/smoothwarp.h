// Smooth dense displacement between two sets of points: a thin-plate spline solved once and
// evaluated on a coarse grid, then enlarged to every pixel. Stateless values; one thread each.
#pragma once

#include <opencv2/core.hpp>

#include <functional>
#include <span>

namespace lipwright::synthesis {

/// Maps a picture onto another backwards: for every pixel of the result, where to read.
class SmoothWarp {
public:
    /// from[k] in the source goes to to[k] in the result, both pixels. `unit` (pixels) is the size
    /// in which `stiffness` counts: 0 interpolates, 0.01 lets points miss by some percent of it.
    SmoothWarp(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to, float unit,
               double stiffness);

    /// source − result position at a point of the result, pixels.
    [[nodiscard]] cv::Point2f displacement(cv::Point2f result) const;

private:
    std::vector<cv::Point2d> m_centres;  ///< in units, relative to m_origin
    std::vector<cv::Point2d> m_weights;  ///< of the kernels, then 1, x, y
    cv::Point2d m_origin;
    double m_unit;
};

/// Evaluates a function of a pixel position on a grid of `step` pixels over `area` and enlarges it
/// smoothly: (area.height, area.width) CV_32FC2 or CV_32FC1.
[[nodiscard]] cv::Mat2f sampleSmoothly(const cv::Rect& area, int step,
                                       const std::function<cv::Point2f(cv::Point2f)>& function);
[[nodiscard]] cv::Mat1f sampleSmoothly(const cv::Rect& area, int step,
                                       const std::function<float(cv::Point2f)>& function);

/// Reads `source` (whose top-left pixel lies at `sourceOrigin`) at pixel + displacement for every
/// pixel of `area`. Bicubic; beyond the source's edge its last pixel repeats. Same type as source.
[[nodiscard]] cv::Mat warpPicture(const cv::Mat& source, cv::Point sourceOrigin,
                                  const cv::Rect& area, const cv::Mat2f& displacement,
                                  int interpolation);

}  // namespace lipwright::synthesis
