// The copy of unsaved work on disk. Shared between the document and the jobs that write it: once it
// is closed, a write that is still on its way does nothing.
#pragma once

#include "app/document/projectlock_p.h"
#include "engine/project/project.h"

#include <chrono>
#include <mutex>

namespace lipwright::app {

/// Writes the project so that the file's time is that of the snapshot: what was finished on disk
/// after the snapshot is younger than the file.
[[nodiscard]] core::Result<void> writeSnapshot(const std::filesystem::path& file,
                                               const project::Project& project,
                                               std::filesystem::file_time_type snapshotTime);

class AutosaveFile {
public:
    /// `ownFolder`: made for an unnamed project, locked by the first write, removed with it.
    AutosaveFile(std::filesystem::path file, bool ownFolder)
        : m_file(std::move(file)), m_ownFolder(ownFolder) {}

    [[nodiscard]] core::Result<void> write(const project::Project& project,
                                           std::filesystem::file_time_type snapshotTime);
    /// Removes the file only.
    void remove();
    /// Removes the file (with the own folder where `withFolder`) for good.
    void close(bool withFolder);
    /// A folder that is locked already, by whom recovered it.
    void adoptLock(ProjectLock lock);

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] bool hasOwnFolder() const { return m_ownFolder; }

private:
    const std::filesystem::path m_file;
    const bool m_ownFolder;
    std::mutex m_mutex;
    ProjectLock m_lock;
    bool m_closed = false;
};

}  // namespace lipwright::app
