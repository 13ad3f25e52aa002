#include "app/document/autosavefile_p.h"
#include "engine/project/serializer.h"

namespace lipwright::app {

namespace fs = std::filesystem;

core::Result<void> writeSnapshot(const fs::path& file, const project::Project& project,
                                 fs::file_time_type snapshotTime) {
    if (auto written = project::saveProject(file, project); !written) {
        return written;
    }
    std::error_code ignored;  // a younger time only makes the search for takes less exact
    fs::last_write_time(file, snapshotTime, ignored);
    return {};
}

core::Result<void> AutosaveFile::write(const project::Project& project,
                                       fs::file_time_type snapshotTime) {
    const std::scoped_lock lock(m_mutex);
    if (m_closed) {
        return {};
    }
    std::error_code problem;
    fs::create_directories(m_file.parent_path(), problem);
    if (problem) {
        return core::Failure(core::errorFromErrno(problem.value(), m_file.parent_path().string(),
                                                  "the folder of the autosave can not be made"));
    }
    if (m_ownFolder && !m_lock) {
        auto locked = lockProject(m_file.parent_path() / "lock", m_file);
        if (!locked) {
            return core::passOn(locked);
        }
        m_lock = *locked;
    }
    return writeSnapshot(m_file, project, snapshotTime);
}

void AutosaveFile::remove() {
    const std::scoped_lock lock(m_mutex);
    std::error_code ignored;
    fs::remove(m_file, ignored);
}

void AutosaveFile::close(bool withFolder) {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    std::error_code ignored;
    fs::remove(m_file, ignored);
    m_lock.reset();
    if (m_ownFolder && withFolder) {
        fs::remove_all(m_file.parent_path(), ignored);
    }
}

void AutosaveFile::adoptLock(ProjectLock lock) {
    const std::scoped_lock guard(m_mutex);
    m_lock = std::move(lock);
}

}  // namespace lipwright::app
