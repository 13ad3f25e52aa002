// Sound to a 16-bit mono WAV file, whole or not at all.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <span>

namespace lipwright::voice {

/// `samples` in [-1, 1]; what lies beyond is clipped.
[[nodiscard]] core::Result<void> writeWav(const std::filesystem::path& path,
                                          std::span<const float> samples, int sampleRate);

}  // namespace lipwright::voice
