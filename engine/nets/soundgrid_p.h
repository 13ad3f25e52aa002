// What the networks hear of a sound: phones, loudness and log-mel brought to one grid. Training and
// use share this code. For engine/nets and engine/training only.
#pragma once

#include "engine/nets/speechfeatures.h"

#include <torch/torch.h>

#include <cstdint>

namespace lipwright::nets {

inline constexpr std::int64_t kMelBands = 80;
inline constexpr double kMelColumnsPerSecond = 80.0;
inline constexpr double kGridRowsPerSecond = 100.0;
inline constexpr double kPhoneScale = 3.0;
inline constexpr double kFeatureMeanSeconds = 8.0;  ///< reach of the means taken out, to each side

/// Channels of the grid for a number of phonetic values: phones, loudness, mel.
[[nodiscard]] constexpr std::int64_t gridChannels(std::int64_t phonetic) {
    return phonetic + 1 + kMelBands;
}

/// (channels, rows), row r at `features.startSeconds` + r / 100: 3 · phones, 0.7 · mean of the mel
/// bands, 0.7 · mel bands. Each band's mean over ±8 s (silence left out) is taken from it, so that
/// neither the microphone nor the level matters and hours of sound read like seconds of it.
[[nodiscard]] torch::Tensor gridFeatures(const SpeechFeatures& features, std::int64_t phonetic);

}  // namespace lipwright::nets
