// Keeps a FaceAnalysis in a cache file, so that a film is analysed once. The file is binary,
// versioned and sealed with a SHA-256; it is written atomically. Loading trusts nothing: a damaged,
// truncated or foreign file is an error, never a crash.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"

#include <filesystem>

namespace lipwright::face {

[[nodiscard]] core::Result<void> saveAnalysis(const std::filesystem::path& path,
                                              const FaceAnalysis& analysis);

[[nodiscard]] core::Result<FaceAnalysis> loadAnalysis(const std::filesystem::path& path);

}  // namespace lipwright::face
