// Pictures for eyes: the face in the original above the dubbed one, at moments of a film.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"

#include <filesystem>
#include <vector>

namespace lipwright::quality {

/// Writes `<stem>-sheet.png` (columns of original over dubbed) and `<stem>-full.png` (one whole
/// frame of each, side by side, at full size) for the frames given.
[[nodiscard]] core::Result<void> writeContactSheet(const std::filesystem::path& original,
                                                   const std::filesystem::path& dubbed,
                                                   const face::FaceAnalysis& faces,
                                                   const std::vector<std::int64_t>& frames,
                                                   const std::filesystem::path& stem);

}  // namespace lipwright::quality
