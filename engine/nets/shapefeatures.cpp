#include "engine/nets/shapefeatures_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::nets {

namespace {

/// (rows, bands) read-only memory as a tensor; the memory must outlive it.
torch::Tensor view(std::span<const float> values, std::int64_t bands) {
    const auto rows = static_cast<std::int64_t>(values.size()) / bands;
    return torch::from_blob(const_cast<float*>(values.data()), {rows, bands}, torch::kFloat);
}

/// Linear interpolation of rows to `count` rows, `step` source rows apart.
torch::Tensor resampled(const torch::Tensor& rows, std::int64_t count, double step) {
    const torch::Tensor position =
        (torch::arange(count, torch::kDouble) * step)
            .clamp(0.0, static_cast<double>(std::max<std::int64_t>(0, rows.size(0) - 1)));
    const torch::Tensor lower = position.floor();
    const torch::Tensor fraction = (position - lower).to(torch::kFloat).unsqueeze(1);
    const torch::Tensor first = lower.to(torch::kLong);
    const torch::Tensor second = (first + 1).clamp_max(rows.size(0) - 1);
    return rows.index_select(0, first) * (1 - fraction) + rows.index_select(0, second) * fraction;
}

}  // namespace

torch::Tensor gridFeatures(const SpeechFeatures& features, std::int64_t phonetic) {
    const torch::Tensor mel = view(features.mel, kMelBands);
    const double step = kMelColumnsPerSecond / kGridRowsPerSecond;
    const auto rows =
        mel.size(0) == 0
            ? std::int64_t{0}
            : 1 + static_cast<std::int64_t>(std::floor(static_cast<double>(mel.size(0) - 1) / step));
    if (rows == 0) {
        return torch::zeros({kMelBands + phonetic, 0});
    }
    torch::Tensor grid = resampled(mel, rows, step);
    grid = grid - grid.mean(0, true);
    if (phonetic > 0) {
        const torch::Tensor phones = view(features.phonetic, phonetic);
        const torch::Tensor fitted = phones.size(0) == 0 ? torch::zeros({rows, phonetic})
                                                         : resampled(phones, rows, 1.0);
        grid = torch::cat({grid, fitted}, 1);
    }
    return grid.t().contiguous();
}

torch::Tensor withMargins(const torch::Tensor& grid, std::int64_t rows) {
    if (grid.size(1) == 0) {
        return torch::zeros({grid.size(0), 2 * rows});
    }
    const torch::Tensor quiet = std::get<0>(grid.slice(0, 0, kMelBands).min(1, true));
    const torch::Tensor phones = grid.slice(0, kMelBands);
    const torch::Tensor before = torch::cat({quiet, phones.slice(1, 0, 1)}).expand({-1, rows});
    const torch::Tensor behind =
        torch::cat({quiet, phones.slice(1, grid.size(1) - 1)}).expand({-1, rows});
    return torch::cat({before, grid, behind}, 1).contiguous();
}

}  // namespace lipwright::nets
