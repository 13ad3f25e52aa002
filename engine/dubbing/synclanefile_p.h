// Curves of sync on disk. What is read is hostile until checked.
#pragma once

#include "engine/dubbing/synclane_p.h"
#include "engine/media/sealedfile.h"

#include <filesystem>

namespace lipwright::dubbing {

/// Either a reason or finite figures.
[[nodiscard]] SyncPoint readPoint(media::SealedReader& file);
void writePoint(media::SealedWriter& file, const SyncPoint& point);

/// Refused unless it is about these frames.
[[nodiscard]] core::Result<MeasuredLane> loadLane(const std::filesystem::path& place,
                                                  core::FrameRange frames);
[[nodiscard]] core::Result<void> saveLane(const std::filesystem::path& place,
                                          const MeasuredLane& measured);

}  // namespace lipwright::dubbing
