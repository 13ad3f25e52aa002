// How a dubbed picture compares with the original: sharpness, flicker, fidelity and borders under a
// mask. Pure functions on pictures of one size; RGB as CV_8UC3 or CV_16UC3, masks CV_8UC1 (not
// zero = counts). Values are computed on luma = 0.299 R + 0.587 G + 0.114 B in 0..255 whatever the
// depth; an empty mask gives 0.
#pragma once

#include <opencv2/core.hpp>

namespace lipwright::evaluation {

/// Variance of the 3 × 3 Laplacian (0 1 0; 1 −4 1; 0 1 0) of luma under the mask (paper 001 §4.1).
[[nodiscard]] double laplacianVariance(const cv::Mat& rgb, const cv::Mat& mask);
/// laplacianVariance(dubbed) / laplacianVariance(original); 1 when both are flat.
[[nodiscard]] double sharpnessRatio(const cv::Mat& original, const cv::Mat& dubbed,
                                    const cv::Mat& mask);

/// Mean over the mask of (luma(now) − luma(before))²: the energy of change between two frames.
[[nodiscard]] double changeEnergy(const cv::Mat& before, const cv::Mat& now, const cv::Mat& mask);
/// The mask's surroundings: pixels within `width` of it but not in it.
[[nodiscard]] cv::Mat ringAround(const cv::Mat& mask, int width);

/// 10·log10(255² / mean over mask and channels of squared difference), dB; 100 when equal.
[[nodiscard]] double maskedPsnr(const cv::Mat& original, const cv::Mat& dubbed,
                                const cv::Mat& mask);
/// Mean over the mask of SSIM of luma (Wang 2004: Gaussian window 11, sigma 1.5, K1 0.01, K2 0.03).
[[nodiscard]] double maskedSsim(const cv::Mat& original, const cv::Mat& dubbed,
                                const cv::Mat& mask);

/// Mean gradient magnitude (Sobel) of the dubbed luma on the mask's one pixel wide border, divided
/// by the original's there: a visible seam raises it well above 1.
[[nodiscard]] double borderGradientRatio(const cv::Mat& original, const cv::Mat& dubbed,
                                         const cv::Mat& mask);

/// Sums the measures of a film frame by frame; one object per film and thread.
class DubbingQuality {
public:
    /// Frames in order; a mask without a pixel set means the frame was not dubbed.
    void add(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& mask);

    [[nodiscard]] int frames() const { return m_frames; }
    /// Mean Laplacian variance of a frame.
    [[nodiscard]] double originalSharpness() const;
    [[nodiscard]] double dubbedSharpness() const;
    /// Ratio of the Laplacian variances summed over the film.
    [[nodiscard]] double sharpness() const;
    /// Ratio of the change energies in a ring of a quarter of the mask's width around it.
    [[nodiscard]] double ringFlicker() const;

private:
    cv::Mat m_lastOriginal;
    cv::Mat m_lastDubbed;
    double m_sharpOriginal = 0.0;
    double m_sharpDubbed = 0.0;
    double m_changeOriginal = 0.0;
    double m_changeDubbed = 0.0;
    int m_frames = 0;
};

}  // namespace lipwright::evaluation
