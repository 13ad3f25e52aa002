// Writes the finished film of a project: one file per language with that language's segments'
// active takes composited in, its voices mixed, everything else of the source kept; beside it a
// report and the list of changed ranges. A job.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/exportsettings.h"
#include "engine/project/project.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::dubbing {

/// File name extension with its dot; empty for `patches` (a folder of PNG patches with their mask).
[[nodiscard]] std::string extensionOf(ExportPreset preset);

/// Reads no pictures; quick enough to follow a dialog, but on a worker: it looks at files and
/// disks.
[[nodiscard]] ExportPreview previewExport(const project::Project& project,
                                          const std::filesystem::path& takes,
                                          const ExportSettings& settings);

struct ExportOutcome {
    std::vector<std::filesystem::path> files;  ///< films, change lists and the report
    std::int64_t frames = 0;                   ///< of one film
    std::int64_t changedFrames = 0;            ///< over all films
};

/// Refuses what previewExport() calls a problem. Progress in frames over all films.
[[nodiscard]] core::Result<ExportOutcome> exportProject(
    const project::Project& project, const std::filesystem::path& takes,
    const ExportSettings& settings, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::dubbing
