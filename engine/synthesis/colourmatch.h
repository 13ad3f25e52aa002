// Low-frequency colour match of one layer to the one below it, read off the skin where both show
// the same, and spread from there. Pure function.
#pragma once

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

/// How far a match may go: the hue of lips and skin never turns.
struct GainLimits {
    float light = 1.25F;  ///< of luma, up or down
    float turn = 1.06F;   ///< of each channel against luma
};

/// Gain per channel, (h, w) CV_32FC3, that brings `layer` to `base` (both CV_32FC3, RGB, same
/// size). `skin`, (h, w) CV_32FC1 in 0..1: where the two can be compared. `reach` in pixels: how
/// locally the match is read.
[[nodiscard]] cv::Mat3f colourGain(const cv::Mat3f& base, const cv::Mat3f& layer,
                                   const cv::Mat1f& skin, double reach, GainLimits limits = {});

}  // namespace lipwright::synthesis
