#include "engine/nets/soundgrid_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::nets {

namespace {

constexpr auto kMeanRows = static_cast<std::int64_t>(kFeatureMeanSeconds * kMelColumnsPerSecond);
constexpr float kSilentColumn = -3.99F;  // digital silence is -4
constexpr double kMelScale = 0.7;

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

/// Means of each band over the columns within reach that are not silent.
torch::Tensor runningMean(const torch::Tensor& mel) {
    const std::int64_t rows = mel.size(0);
    const torch::Tensor heard = (std::get<0>(mel.max(1, true)) > kSilentColumn).to(torch::kDouble);
    const auto summed = [rows](const torch::Tensor& values) {
        const torch::Tensor sums = torch::constant_pad_nd(values.cumsum(0), {0, 0, 1, 0});
        const torch::Tensor at = torch::arange(rows, torch::kLong);
        return sums.index_select(0, (at + kMeanRows + 1).clamp_max(rows)) -
               sums.index_select(0, (at - kMeanRows).clamp_min(0));
    };
    const torch::Tensor count = summed(heard);
    const torch::Tensor mean = summed(mel.to(torch::kDouble) * heard) / count.clamp_min(1.0);
    return mean.to(torch::kFloat);
}

}  // namespace

torch::Tensor gridFeatures(const SpeechFeatures& features, std::int64_t phonetic) {
    const torch::Tensor columns = view(features.mel, kMelBands);
    const double step = kMelColumnsPerSecond / kGridRowsPerSecond;
    if (columns.size(0) == 0) {
        return torch::zeros({gridChannels(phonetic), 0});
    }
    const auto rows =
        1 + static_cast<std::int64_t>(std::floor(static_cast<double>(columns.size(0) - 1) / step));
    const torch::Tensor mel = resampled(columns - runningMean(columns), rows, step) * kMelScale;
    const torch::Tensor loudness = mel.mean(1, true);
    if (phonetic == 0) {
        return torch::cat({loudness, mel}, 1).t().contiguous();
    }
    const torch::Tensor phones = view(features.phonetic, phonetic);
    const torch::Tensor fitted = phones.size(0) == 0 ? torch::zeros({rows, phonetic})
                                                     : resampled(phones, rows, 1.0) * kPhoneScale;
    return torch::cat({fitted, loudness, mel}, 1).t().contiguous();
}

}  // namespace lipwright::nets
