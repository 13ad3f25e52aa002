// The tab-separated table that lists the source clips.
#pragma once

#include "engine/training/datasetindex.h"

#include <filesystem>
#include <vector>

namespace lipwright::training {

struct SourceClip {
    ClipRecord record;
    std::filesystem::path film;
};

[[nodiscard]] core::Result<std::vector<SourceClip>> readClipTable(
    const std::filesystem::path& table);

}  // namespace lipwright::training
