// Finds out by how many frames each source's sound is late or early, and records it in the data
// set's index: in every round small shape networks are trained on other speakers (so that no clip
// judges itself), their agreement with the picture is compared over shifts of ±15 frames, pooled
// over each source set, and per clip where a long clip is sure of itself. Clips of the test split
// neither vote nor go their own way: they get what their set's train clips found. Belongs to one
// thread.
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
    std::int64_t steps = 450;  ///< of each network
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
};

[[nodiscard]] core::Result<OffsetReport> estimateOffsets(
    const OffsetOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::training
