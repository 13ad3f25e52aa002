// The two ways everything that listens reads a file's sound: all of it, block by block, and a
// stretch of it. On an AudioReader, whose thread rule holds.
#pragma once

#include "engine/core/progress.h"
#include "engine/media/audioreader.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace lipwright::media {

using AudioBlock = std::function<void(std::span<const float> interleaved)>;

/// Hands on everything from where the reader is to the end, a second at a time; returns the number
/// of sample frames. Progress ("listen") in seconds.
[[nodiscard]] core::Result<std::int64_t> readBlocks(AudioReader& reader, const AudioBlock& each,
                                                    const std::stop_token& stop = {},
                                                    const core::ProgressCallback& progress = {});

/// `count` sample frames from `first` on, silence where the file has none; `first` may be negative.
[[nodiscard]] core::Result<std::vector<float>> readStretch(AudioReader& reader, std::int64_t first,
                                                           std::int64_t count);

}  // namespace lipwright::media
