#include "engine/training/generatorjudgement_p.h"
#include "engine/training/generatorlosses_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

/// Mean under the hull of the squared Laplacian of luma.
double sharpness(const torch::Tensor& pictures, const torch::Tensor& hull) {
    const torch::Tensor luma = pictures.select(1, 0) * 0.299 + pictures.select(1, 1) * 0.587 +
                               pictures.select(1, 2) * 0.114;
    const auto inner = [&luma](std::int64_t dy, std::int64_t dx) {
        return luma.slice(1, 1 + dy, luma.size(1) - 1 + dy).slice(2, 1 + dx, luma.size(2) - 1 + dx);
    };
    const torch::Tensor edges =
        inner(-1, 0) + inner(1, 0) + inner(0, -1) + inner(0, 1) - 4.0 * inner(0, 0);
    const torch::Tensor counts = hull.squeeze(1).slice(1, 1, -1).slice(2, 1, -1);
    return ((edges.pow(2) * counts).sum() / counts.sum().clamp_min(1.0)).item<double>();
}

}  // namespace

void GeneratorJudgement::add(const JudgedStretch& stretch) {
    m_count += 1.0;
    m_l1 += maskedL1(stretch.picture, stretch.real, stretch.hull).item<double>();
    m_squared += ((stretch.picture - stretch.real).pow(2).mean(1, true) * stretch.hull)
                     .sum()
                     .div(stretch.hull.sum().clamp_min(1.0))
                     .item<double>();
    m_sharpPainted += sharpness(stretch.picture, stretch.hull);
    m_sharpReal += sharpness(stretch.real, stretch.hull);
    m_perceptual += stretch.perceptual;
    m_expert += stretch.expert;
    m_expertReal += stretch.expertReal;
    const torch::Tensor predicted = stretch.mask > 0.5;
    const torch::Tensor wanted = stretch.hull > 0.5;
    m_overlap += predicted.logical_and(wanted).sum().item<double>() /
                 std::max(1.0, predicted.logical_or(wanted).sum().item<double>());
}

Metrics GeneratorJudgement::metrics() const {
    const double n = std::max(1.0, m_count);
    Metrics metrics;
    metrics["l1"] = m_l1 / n;
    metrics["psnr"] = -10.0 * std::log10(std::max(1e-10, m_squared / n));
    metrics["sharpness"] = m_sharpPainted / std::max(1e-12, m_sharpReal);
    metrics["perceptual"] = m_perceptual / n;
    metrics["expert"] = m_expert / n;
    metrics["expertReal"] = m_expertReal / n;
    metrics["expertRatio"] = m_expert / std::max(1e-9, m_expertReal);
    metrics["maskOverlap"] = m_overlap / n;
    metrics["score"] = -(metrics["l1"] + 0.02 * metrics["perceptual"] + 0.05 * metrics["expert"]);
    return metrics;
}

}  // namespace lipwright::training
