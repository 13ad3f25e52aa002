// index.json of a prepared data set: one record per clip with its split, speaker, audio offset, or
// the reason why it was left out. Plain values.
#pragma once

#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lipwright::training {

inline constexpr int kIndexVersion = 1;

struct ClipRecord {
    std::string id;
    std::string split;  ///< "train" or "test"
    std::string speaker;
    std::string language;
    std::string licenceClass;
    bool genuine = true;
    std::int64_t frames = 0;
    std::int64_t usableFrames = 0;
    double seconds = 0.0;
    /// Frames at 25 fps by which the sound comes later than the picture; what the picture shows at
    /// t is heard at t + soundLate / 25.
    int soundLate = 0;
    /// Frames that soundLate grows by per frame of picture, of films whose sound runs at another
    /// pace; soundLate holds at the clip's middle then.
    double soundDrift = 0.0;
    std::string offsetSource;       ///< "", "set", "clip"
    double offsetConfidence = 0.0;  ///< peak above the median over shifts, in standard deviations
    std::string skipped;            ///< why the clip has no file; empty when it has

    /// File of the clip, relative to the data set's folder.
    [[nodiscard]] std::string file() const { return "clips/" + id + ".clip"; }
    /// Source set the clip belongs to: the id up to its first underscore, or the second where the
    /// set numbers its films ("dolos_EP16"), or the speaker where each clip of a set is another's.
    [[nodiscard]] std::string set() const;
    /// News words of about a second: reported apart from natural speech.
    [[nodiscard]] bool isolatedWord() const { return id.starts_with("lrwar"); }
};

/// Letters, digits, '_', '-' and '.', not beginning with '.': safe as a file name.
[[nodiscard]] bool isPlainName(const std::string& id);

struct DatasetIndex {
    std::vector<ClipRecord> clips;
};

[[nodiscard]] core::Result<DatasetIndex> readIndex(const std::filesystem::path& folder);
[[nodiscard]] core::Result<void> writeIndex(const std::filesystem::path& folder,
                                            const DatasetIndex& index);

}  // namespace lipwright::training
