// What the commands on project files share: reading them, the cache, segments by number.
#pragma once

#include "app/cli/command.h"
#include "engine/core/result.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/project/project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lipwright::cli {

struct OpenProject {
    std::filesystem::path file;
    std::filesystem::path takes;
    std::filesystem::path actors;  ///< folder of actor models
    project::Project project;
};

/// Reads the file, adopts finished takes it does not know, and notes an editor that has it open.
[[nodiscard]] core::Result<OpenProject> openProject(const std::filesystem::path& file,
                                                    Session& session);

/// `option`, or the user's cache folder.
[[nodiscard]] dubbing::AnalysisCache analysisCache(const std::filesystem::path& option);

/// "all", "unrendered", or segment numbers "1,4,7" as `segments` lists them.
[[nodiscard]] core::Result<std::vector<project::Id>> chosenSegments(const project::Project& project,
                                                                    const std::string& text);

}  // namespace lipwright::cli
