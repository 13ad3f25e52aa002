// The project file: versioned JSON (docs/FILEFORMAT.md), written atomically, media by path relative
// to the file. Files of older versions are upgraded on reading; files from outside are hostile
// until parsed: every value is checked, an error names the file and the place in it.
#pragma once

#include "engine/core/result.h"
#include "engine/project/project.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace lipwright::project {

inline constexpr int kProjectVersion = 3;
inline constexpr std::string_view kProjectExtension = ".lipwright";

/// Deterministic text. `folder`: media and take paths below it or beside it become relative to it.
[[nodiscard]] std::string toJson(const Project& project, const std::filesystem::path& folder);
/// `place` names the file in errors.
[[nodiscard]] core::Result<Project> projectFromJson(std::string_view text,
                                                    const std::filesystem::path& folder,
                                                    const std::string& place);

[[nodiscard]] core::Result<void> saveProject(const std::filesystem::path& file,
                                             const Project& project);
[[nodiscard]] core::Result<Project> loadProject(const std::filesystem::path& file);

/// Where a project keeps what can be made again or is too large for its file:
/// "<dir>/<stem>.lipwright-data"; takes lie in its folder "takes".
[[nodiscard]] std::filesystem::path dataFolder(const std::filesystem::path& projectFile);

}  // namespace lipwright::project
