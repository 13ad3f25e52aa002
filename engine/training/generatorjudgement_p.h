// Mean measures of painted mouths against the real ones they replace, over stretches of frames.
#pragma once

#include "engine/training/trainingrun_p.h"

#include <torch/torch.h>

namespace lipwright::training {

struct JudgedStretch {
    torch::Tensor picture;  ///< (T, 3, h, w) painted and blended
    torch::Tensor real;
    torch::Tensor mask;  ///< (T, 1, h, w) predicted
    torch::Tensor hull;  ///< (T, 1, h, w) 0 or 1
    double perceptual = 0.0;
    double expert = 0.0;      ///< loss (eq. 8) of the painted pictures
    double expertReal = 0.0;  ///< and of the real ones
};

class GeneratorJudgement {
public:
    void add(const JudgedStretch& stretch);

    /// l1, psnr (dB, under the hull), sharpness (painted / real, variance of the Laplacian under
    /// the hull), perceptual, expert, expertReal, expertRatio, maskOverlap (intersection over
    /// union) and score = −(l1 + 0.02·perceptual + 0.05·expert).
    [[nodiscard]] Metrics metrics() const;

private:
    double m_count = 0.0;
    double m_l1 = 0.0;
    double m_squared = 0.0;
    double m_sharpPainted = 0.0;
    double m_sharpReal = 0.0;
    double m_perceptual = 0.0;
    double m_expert = 0.0;
    double m_expertReal = 0.0;
    double m_overlap = 0.0;
};

}  // namespace lipwright::training
