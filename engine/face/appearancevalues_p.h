// What descriptors of a face's looks are made of.
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace lipwright::face {

/// Histograms of gradient orientation in cells of a region, normalised together: the layout of
/// features, blind to light.
[[nodiscard]] std::vector<double> gradientHistograms(const cv::Mat& rgb, const cv::Rect& region);

void accumulate(std::vector<double>& sum, const std::vector<double>& values);

/// Root mean square difference of the means; `na`, `nb`: how many were summed.
[[nodiscard]] double meanDifference(const std::vector<double>& a, double na,
                                    const std::vector<double>& b, double nb);

}  // namespace lipwright::face
