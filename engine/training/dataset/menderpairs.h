// Turns a table of film clips into training pairs of the mender: every clip is dubbed by the warped
// engine with its own measured mouth, taken from elsewhere in the clip. Goes on where an earlier
// run stopped; a clip that can not be used is recorded with its reason. Works in the calling
// thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/training/datasetindex.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace lipwright::training {

struct MenderPairOptions {
    int size = 128;                    ///< side of the face crop
    int excludedNeighbours = 12;       ///< frames the mouth must not be taken from
    std::int64_t framesPerClip = 150;  ///< only so many are looked at
    int clipsPerSpeaker = 6;           ///< by order of the table
    int pairsPerClip = 36;
    /// The mouth given to frame t is that of frame t + shift. At 0 the skin around the mouth is the
    /// goal's own; other shifts show what a moved jaw leaves wrong there, where the head was still.
    std::vector<int> shifts = {0, 5, -5};
    int landmarkSamples = 2;
};

struct MenderPairSummary {
    std::int64_t clips = 0;   ///< looked at
    std::int64_t reused = 0;  ///< prepared by an earlier run
    std::int64_t skipped = 0;
    std::int64_t pairs = 0;
};

/// `manifestTsv` as buildDataset() takes it; isolated words and what is not genuine are left out.
[[nodiscard]] core::Result<MenderPairSummary> buildMenderPairs(
    const std::filesystem::path& manifestTsv, const std::filesystem::path& outFolder,
    const MenderPairOptions& options = {}, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::training
