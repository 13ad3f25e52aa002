// How late a film's own sound is for an actor, as the lip-sync expert finds it over his clips. A
// job. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <filesystem>
#include <optional>
#include <stop_token>

namespace lipwright::adaptation {

struct SoundOffset {
    std::optional<int> late;  ///< frames of 25 fps; nothing: the expert is not sure enough
    double confidence = 0.0;  ///< depth of the distances' minimum below their median
};

/// `dataset`: of the actor's clips; at most some two minutes of them are looked at.
[[nodiscard]] core::Result<SoundOffset> findSoundOffset(const std::filesystem::path& dataset,
                                                        const std::filesystem::path& expertWeights,
                                                        const std::stop_token& stop,
                                                        const core::ProgressCallback& progress);

}  // namespace lipwright::adaptation
