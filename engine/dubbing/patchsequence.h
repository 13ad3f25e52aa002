// The changed regions of a film as PNG files with their masks, for a grading or conform suite: one
// RGBA file per changed frame and take, and positions.json. Appears as a whole folder.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/exportfilm.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace lipwright::dubbing {

/// A folder of this name is replaced once the new one is whole. Patches are as they are laid into
/// the film, under their segment's retouch. Returns the number of files written.
[[nodiscard]] core::Result<std::int64_t> writePatches(media::VideoReader& film,
                                                      const std::vector<StoredTake>& takes,
                                                      const std::filesystem::path& folder,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {});

}  // namespace lipwright::dubbing
