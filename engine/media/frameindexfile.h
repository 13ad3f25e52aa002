// Keeps a FrameIndex in a cache file, so that a film is demuxed once: some three bytes per frame.
#pragma once

#include "engine/core/result.h"
#include "engine/media/frameindex.h"

#include <filesystem>
#include <memory>

namespace lipwright::media {

[[nodiscard]] core::Result<void> saveFrameIndex(const std::filesystem::path& path,
                                                const FrameIndex& index);
/// `film`: where the film lies now, named by the index's damage().
[[nodiscard]] core::Result<std::shared_ptr<const FrameIndex>> loadFrameIndex(
    const std::filesystem::path& path, const std::filesystem::path& film);

}  // namespace lipwright::media
