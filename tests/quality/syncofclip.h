// What the two judges of sync say of a film's pictures with a sound.
#pragma once

#include "engine/core/result.h"
#include "engine/evaluation/syncscore.h"
#include "engine/face/facetrack.h"
#include "engine/nets/lipsyncexpert.h"

#include <array>
#include <filesystem>
#include <vector>

namespace lipwright::quality {

/// The expert, then the judge of landmarks.
struct Judges {
    [[nodiscard]] static core::Result<Judges> load(const std::filesystem::path& models);
    std::vector<nets::LipSyncExpert> both;
};

using SyncOfBoth = std::array<evaluation::SyncScore, 2>;

/// Pooled over the tracks of the film's first actor.
[[nodiscard]] core::Result<SyncOfBoth> syncOfClip(const std::filesystem::path& film,
                                                  const face::FaceAnalysis& faces,
                                                  const std::filesystem::path& sound,
                                                  const Judges& judges);

}  // namespace lipwright::quality
