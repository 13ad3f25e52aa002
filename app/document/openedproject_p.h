// Reading a project from disk with everything that must be known before it can be shown: its lock,
// missing media, takes it does not know of, and copies of unsaved work beside it. Runs on a worker.
#pragma once

#include "app/document/projectdocument.h"
#include "app/document/projectlock_p.h"
#include "engine/dubbing/segmentrenderer.h"

#include <vector>

namespace lipwright::app {

struct OpenedProject {
    project::Project project;
    std::filesystem::path file;      ///< empty: never saved
    std::filesystem::path autosave;  ///< where its unsaved work goes
    ProjectLock lock;
    std::vector<ProjectDocument::Missing> missing;
    std::vector<dubbing::FoundTake> lostTakes;
    std::vector<ProjectDocument::Recovery> recoveries;
};

/// `held`: the lock, when the document holds it already.
[[nodiscard]] core::Result<OpenedProject> openProject(const std::filesystem::path& file,
                                                      ProjectLock held);
/// The project as its autosave has it.
[[nodiscard]] core::Result<OpenedProject> openRecovery(const ProjectDocument::Recovery& recovery,
                                                       ProjectLock held);

}  // namespace lipwright::app
