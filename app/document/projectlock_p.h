// Keeps other programs off a project while it is open: a lock file beside it, with the process that
// holds it. A lock of a process that is gone counts for nothing, however young.
#pragma once

#include "engine/core/result.h"

#include <QLockFile>
#include <filesystem>
#include <memory>

namespace lipwright::app {

using ProjectLock = std::shared_ptr<QLockFile>;

/// "<project>.lock" for a project's file, "lock" in the folder of a project without one.
[[nodiscard]] std::filesystem::path lockFileOf(const std::filesystem::path& project);

/// Fails when a running process holds it (`place` is then said to be open). Where no lock can be
/// written (a read-only folder) there is none, and no error: nobody else can write there either.
[[nodiscard]] core::Result<ProjectLock> lockProject(const std::filesystem::path& lockFile,
                                                    const std::filesystem::path& place);

}  // namespace lipwright::app
