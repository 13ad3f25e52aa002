#include "app/document/mediasearch_p.h"
#include "app/document/openedproject_p.h"
#include "app/document/recoveries_p.h"
#include "engine/project/serializer.h"

namespace lipwright::app {
namespace {

namespace fs = std::filesystem;
using core::Result;

/// A take is finished a little before the document hears of it, and may so be older than a file
/// that does not know it.
constexpr std::chrono::seconds kArrival{5};

/// The time of the file, before which its takes are known to it.
std::optional<fs::file_time_type> knownUntil(const fs::path& file) {
    std::error_code problem;
    const auto written = fs::last_write_time(file, problem);
    return problem ? std::nullopt : std::optional(written - kArrival);
}

Result<void> readInto(OpenedProject& opened, const fs::path& file, const fs::path& takes) {
    const auto savedAt = knownUntil(file);
    auto project = project::loadProject(file);
    if (!project) {
        return core::passOn(project);
    }
    opened.project = std::move(*project);
    opened.missing = missingIn(opened.project);
    opened.lostTakes = dubbing::findLostTakes(opened.project, takes, savedAt);
    return {};
}

}  // namespace

Result<OpenedProject> openProject(const fs::path& file, ProjectLock held) {
    OpenedProject opened;
    opened.file = file;
    opened.autosave = autosaveOf(file);
    opened.lock = std::move(held);
    std::error_code problem;
    if (!opened.lock && fs::exists(file, problem)) {
        auto lock = lockProject(lockFileOf(file), file);
        if (!lock) {
            return core::passOn(lock);
        }
        opened.lock = std::move(*lock);
    }
    const fs::path takes = project::dataFolder(file) / "takes";
    if (auto read = readInto(opened, file, takes); !read) {
        return core::passOn(read);
    }
    setNewerAutosaveAside(file);
    opened.recoveries = recoveriesBeside(file);
    return opened;
}

Result<OpenedProject> openRecovery(const ProjectDocument::Recovery& recovery, ProjectLock held) {
    OpenedProject opened;
    opened.file = recovery.file;
    opened.autosave = recovery.file.empty() ? recovery.autosave : autosaveOf(recovery.file);
    opened.lock = std::move(held);
    const fs::path folder = recovery.autosave.parent_path();
    if (!opened.lock) {
        auto lock = recovery.file.empty() ? lockProject(folder / "lock", recovery.autosave)
                                          : lockProject(lockFileOf(recovery.file), recovery.file);
        if (!lock) {
            return core::passOn(lock);
        }
        opened.lock = std::move(*lock);
    }
    if (auto read = readInto(opened, recovery.autosave, folder / "takes"); !read) {
        return core::passOn(read);
    }
    return opened;
}

}  // namespace lipwright::app
