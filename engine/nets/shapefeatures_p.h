// What the shape network sees of a sound: log-mel and phonetic rows brought to one grid. Training
// and use share this code. For engine/nets and engine/training only.
#pragma once

#include "engine/nets/shapenetwork.h"

#include <torch/torch.h>

#include <cstdint>

namespace lipwright::nets {

inline constexpr std::int64_t kMelBands = 80;
inline constexpr double kMelColumnsPerSecond = 80.0;
inline constexpr double kGridRowsPerSecond = 100.0;

/// (channels, rows): 80 mel bands, each with its mean over the given sound taken out, then
/// `phonetic` channels. Row r lies at `features.startSeconds` + r / 100. Empty when the sound is.
[[nodiscard]] torch::Tensor gridFeatures(const SpeechFeatures& features, std::int64_t phonetic);

/// The same grid with `rows` rows of the quietest sound put before and behind: each band's minimum,
/// phonetic rows repeated from the ends.
[[nodiscard]] torch::Tensor withMargins(const torch::Tensor& grid, std::int64_t rows);

}  // namespace lipwright::nets
