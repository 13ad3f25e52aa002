#include "engine/dubbing/unfinishedtake_p.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>
#include <vector>

namespace lipwright::dubbing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrefix = "unfinished-take-";
constexpr const char* kLock = "in-use";
/// A folder without its lock may be just being made.
constexpr auto kGrace = std::chrono::minutes(1);

bool abandoned(const fs::path& folder) {
    const int lock = ::open((folder / kLock).c_str(), O_RDWR | O_CLOEXEC);
    if (lock < 0) {
        std::error_code problem;
        const auto made = fs::last_write_time(folder, problem);
        return !problem && fs::file_time_type::clock::now() - made > kGrace;
    }
    const bool free = ::flock(lock, LOCK_EX | LOCK_NB) == 0;
    ::close(lock);
    return free;
}

}  // namespace

core::Result<UnfinishedTake> UnfinishedTake::begin(const fs::path& takes, const std::string& name) {
    std::error_code problem;
    fs::create_directories(takes, problem);
    if (problem) {
        return core::Failure(core::errorFromErrno(problem.value(), takes.string(),
                                                  "can not make the folder of the takes"));
    }
    auto folder = core::TemporaryFolder::create(takes, kPrefix + name);
    if (!folder) {
        return core::passOn(folder);
    }
    const fs::path file = folder->path() / kLock;
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        if (lock >= 0) {
            ::close(lock);
        }
        return core::Failure(core::errorFromErrno(reason, file.string(), "can not begin a take"));
    }
    return UnfinishedTake(std::move(*folder), takes, name, lock);
}

UnfinishedTake::UnfinishedTake(UnfinishedTake&& other) noexcept
    : m_folder(std::move(other.m_folder)),
      m_takes(std::move(other.m_takes)),
      m_name(std::move(other.m_name)),
      m_lock(std::exchange(other.m_lock, -1)) {}

UnfinishedTake::~UnfinishedTake() {
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

core::Result<std::string> UnfinishedTake::finish() {
    std::error_code problem;
    // Made for its owner alone; the project's folder may be shared.
    using fs::perms;
    fs::permissions(path(),
                    perms::owner_all | perms::group_read | perms::group_exec | perms::others_read |
                        perms::others_exec,
                    problem);
    std::string name = m_name;
    for (int number = 2; fs::exists(m_takes / name, problem); ++number) {
        name = m_name + "-" + std::to_string(number);
    }
    fs::rename(path(), m_takes / name, problem);
    if (problem) {
        return core::Failure(core::errorFromErrno(problem.value(), (m_takes / name).string(),
                                                  "can not finish the take"));
    }
    fs::remove(m_takes / name / kLock, problem);
    return name;
}

void UnfinishedTake::sweep(const fs::path& takes) {
    std::error_code problem;
    std::vector<fs::path> left;
    for (auto entry = fs::directory_iterator(takes, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        if (entry->path().filename().string().starts_with(std::string(".") + kPrefix) &&
            abandoned(entry->path())) {
            left.push_back(entry->path());
        }
    }
    for (const fs::path& folder : left) {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
}

}  // namespace lipwright::dubbing
