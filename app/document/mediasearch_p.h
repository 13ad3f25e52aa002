// Which of a project's media is there, and where the missing may be. Runs on a worker: it reads
// folders and up to 4 MB of every file it looks at.
#pragma once

#include "app/document/projectdocument.h"
#include "engine/core/progress.h"

#include <stop_token>
#include <vector>

namespace lipwright::app {

/// Media that is not there, or is not the file it was (fingerprint).
[[nodiscard]] std::vector<ProjectDocument::Missing> missingIn(const project::Project& project);

struct FoundMedia {
    ProjectDocument::Missing missing;
    project::MediaReference media;  ///< where it is now
};

/// Looks below `folder` (12 levels, 200,000 entries at most): first for files of the same name,
/// then for files of the same size; where the fingerprint is known it must agree.
[[nodiscard]] std::vector<FoundMedia> searchMedia(
    const std::vector<ProjectDocument::Missing>& missing, const std::filesystem::path& folder,
    const std::stop_token& stop, const core::ProgressCallback& progress);

/// Puts the file into the project in the place of what was missing there.
void putMedia(project::Project& project, const ProjectDocument::Missing& missing,
              const project::MediaReference& media);

}  // namespace lipwright::app
