// How sharp a picture is, and how to give back what resampling took. Pure functions.
#pragma once

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// Standard deviation of the 3 × 3 Laplacian of luma under a mask (CV_8UC1); `rgb` of CV_8UC3 or
/// CV_16UC3. 0 where the mask is empty.
[[nodiscard]] double laplacianDeviation(const cv::Mat& rgb, const cv::Mat1b& mask);

/// Adds k·(picture − its Gaussian blur of one pixel) so that laplacianDeviation() rises to
/// `wanted`, with 0 ≤ k ≤ 0.8: an unsharp mask no stronger than what was measured to be missing.
void sharpenTowards(cv::Mat& rgb, const cv::Mat1b& mask, double wanted);

}  // namespace lipwright::synthesis
