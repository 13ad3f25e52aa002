// Writing a project to where the user wants it. Runs on a worker.
#pragma once

#include "app/document/projectlock_p.h"
#include "engine/core/progress.h"
#include "engine/project/project.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace lipwright::app {

/// A new place for a project, with its takes in it and nobody else's.
struct PreparedPlace {
    ProjectLock lock;
    std::vector<std::filesystem::path> takes;  ///< names of those brought
};
[[nodiscard]] core::Result<PreparedPlace> preparePlace(const std::filesystem::path& file,
                                                       const std::filesystem::path& takes,
                                                       const std::stop_token& stop,
                                                       const core::ProgressCallback& progress);

}  // namespace lipwright::app
