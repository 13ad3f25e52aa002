// Low-frequency colour match of one layer to the one below it, read off the skin where both show
// the same, and spread from there. Pure function.
#pragma once

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// Gain per channel, (h, w) CV_32FC3, that brings `layer` to `base` (both CV_32FC3, RGB, same
/// size). `skin`, (h, w) CV_32FC1 in 0..1: where the two can be compared. `reach` in pixels: how
/// locally the match is read. Gains stay within ±25 % in luma, and in each channel within 6 % of
/// that, so the hue of lips and skin never turns.
[[nodiscard]] cv::Mat3f colourGain(const cv::Mat3f& base, const cv::Mat3f& layer,
                                   const cv::Mat1f& skin, double reach);

}  // namespace lipwright::synthesis
