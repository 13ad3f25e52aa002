// Turns a table of film clips into a prepared data set: faces, mouth measures, lower-half crops,
// mel spectrogram, voice activity, one file per clip, and index.json. Goes on where an earlier run
// stopped; a clip that can not be used is recorded with its reason and left out. Runs its own
// worker threads.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/training/datasetindex.h"

#include <filesystem>
#include <stop_token>

namespace lipwright::training {

struct DatasetOptions {
    int workers = 2;
    /// Clips with a smaller share of usable frames are left out.
    double minimumUsable = 0.5;
    std::int64_t minimumFrames = 12;
    /// Side of the whole face crops that a generator trains on; 0: none are kept.
    int faceSize = 0;
    int landmarkSamples = 2;  ///< averaged landmark predictions per frame: less noise, 1 ms each
};

struct DatasetSummary {
    std::int64_t clips = 0;
    std::int64_t reused = 0;  ///< prepared by an earlier run
    std::int64_t skipped = 0;
    std::int64_t frames = 0;
    std::int64_t usableFrames = 0;
};

/// `manifestTsv`: a header row, then one row per clip, tab-separated, with at least the columns id,
/// file (relative to the table), split, speaker, language, genuine and licence_class.
[[nodiscard]] core::Result<DatasetSummary> buildDataset(
    const std::filesystem::path& manifestTsv, const std::filesystem::path& outFolder,
    const DatasetOptions& options = {}, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::training
