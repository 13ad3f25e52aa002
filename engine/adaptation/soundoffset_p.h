// How late a film's own sound is where an actor speaks, as the lip-sync expert finds it over his
// clips: over all of them, and around each, because scenes are recorded apart and sound may drift.
// A job. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace lipwright::adaptation {

struct SoundOffset {
    std::optional<int> late;  ///< frames of 25 fps; nothing: the expert is not sure enough
    double confidence = 0.0;  ///< depth of the distances' minimum below their median
    /// By clip id: `late` (0 where it is nothing) unless those around it are clearly otherwise.
    std::map<std::string, int> clips;
};

/// `dataset`: of the actor's clips, from gatherActorClips().
[[nodiscard]] core::Result<SoundOffset> findSoundOffset(const std::filesystem::path& dataset,
                                                        const std::filesystem::path& expertWeights,
                                                        const std::stop_token& stop,
                                                        const core::ProgressCallback& progress);

}  // namespace lipwright::adaptation
