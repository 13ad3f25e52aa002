// Finds out by how many frames each source's sound is late or early, and records it in the data
// set's index: in every round small judges that look at landmarks are trained on other speakers of
// the train split (so that no clip judges itself), the mean cosine of each clip is compared over
// shifts of ±15 frames, pooled over each source set, and per clip where a clip of three seconds or
// more is sure of itself. In clips of ten seconds or more a steady drift is found too. Clips of the
// test split do not vote for their set. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::training {

struct OffsetOptions {
    std::filesystem::path dataset;
    int rounds = 2;
    int folds = 2;
    int judges = 2;            ///< per fold, of different seeds; their cosines are averaged
    std::int64_t steps = 500;  ///< of each judge
    std::int64_t phonetic = 42;
    std::uint64_t seed = 1;
    int threads = 2;
};

struct SetOffset {
    std::string set;
    int clips = 0;
    int soundLate = 0;  ///< frames at 25 fps, as recorded
    double confidence = 0.0;
    double peak = 0.0;
    bool accepted = false;
};

struct OffsetReport {
    std::vector<SetOffset> sets;  ///< of the last round
    int clipsOfTheirOwn = 0;      ///< clips whose offset differs from their set's
    int driftingClips = 0;        ///< clips whose sound runs at another pace than the picture
};

[[nodiscard]] core::Result<OffsetReport> estimateOffsets(
    const OffsetOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::training
