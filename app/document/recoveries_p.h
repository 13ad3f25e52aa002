// Copies of unsaved work that programs left behind which ended without saving it. Reads folders
// and small files.
#pragma once

#include "app/document/projectdocument.h"

#include <filesystem>
#include <vector>

namespace lipwright::app {

/// Where the unsaved work of a project's file goes.
[[nodiscard]] std::filesystem::path autosaveOf(const std::filesystem::path& file);

/// An autosave newer than its project gets a name under which nothing overwrites it.
void setNewerAutosaveAside(const std::filesystem::path& file);

/// What was set aside for this file and neither recovered nor discarded.
[[nodiscard]] std::vector<ProjectDocument::Recovery> recoveriesBeside(
    const std::filesystem::path& file);

/// Of projects never saved, each with a folder of its own in `folder`; not those of programs that
/// still run.
[[nodiscard]] std::vector<ProjectDocument::Recovery> unnamedRecoveries(
    const std::filesystem::path& folder);

}  // namespace lipwright::app
