// The train split of a prepared data set as every trainer of sound and picture takes it: loaded,
// checked, and with the speakers held out for validation apart.
#pragma once

#include "engine/training/clipstore.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace lipwright::training {

struct TrainingClips {
    ClipStore store;
    std::int64_t phonetic = 0;             ///< values per phonetic row, the same in all clips
    std::vector<const StoredClip*> train;  ///< into store
    std::vector<const StoredClip*> validation;

    /// ErrorCode::invalidArgument when no speaker can be held out or clips do not fit together.
    [[nodiscard]] static core::Result<TrainingClips> load(const std::filesystem::path& dataset);
    /// All clips of one actor, parted by the splits "train" and "validation" of the index; both
    /// must have some.
    [[nodiscard]] static core::Result<TrainingClips> loadActor(
        const std::filesystem::path& dataset);

private:
    using IsHeldOut = std::function<bool(const ClipRecord&)>;
    [[nodiscard]] static core::Result<TrainingClips> parted(const std::filesystem::path& dataset,
                                                            core::Result<ClipStore> store,
                                                            const IsHeldOut& heldOut);
};

[[nodiscard]] core::Error tooFewSpeakers(const std::filesystem::path& dataset);

}  // namespace lipwright::training
