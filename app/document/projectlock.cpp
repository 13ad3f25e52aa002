#include "app/document/projectlock_p.h"

#include <QString>

namespace lipwright::app {

std::filesystem::path lockFileOf(const std::filesystem::path& project) {
    return project.string() + ".lock";
}

core::Result<ProjectLock> lockProject(const std::filesystem::path& lockFile,
                                      const std::filesystem::path& place) {
    auto lock = std::make_shared<QLockFile>(QString::fromStdString(lockFile.string()));
    lock->setStaleLockTime(0);  // a day's work is no reason to take it for a dead one
    if (lock->tryLock()) {
        return lock;
    }
    if (lock->error() != QLockFile::LockFailedError) {
        return ProjectLock();
    }
    qint64 process = 0;
    QString host;
    QString program;
    lock->getLockInfo(&process, &host, &program);
    return core::fail(core::ErrorCode::accessDenied,
                      "the project is open in another window (" + program.toStdString() +
                          ", process " + std::to_string(process) + " on " + host.toStdString() +
                          ")",
                      place.string(), "Close it there, then open it again");
}

}  // namespace lipwright::app
