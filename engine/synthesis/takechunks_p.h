// The chunk files of a take, shared by its reader and its renderer.
#pragma once

#include "engine/media/patchfile.h"
#include "engine/synthesis/take.h"

namespace lipwright::synthesis {

/// Opens a chunk and checks its frame count and picture size against the take.
[[nodiscard]] core::Result<media::PatchReader> openChunk(const Take& take,
                                                         const std::filesystem::path& folder,
                                                         int chunk);

}  // namespace lipwright::synthesis
