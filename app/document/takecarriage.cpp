#include "app/document/takecarriage_p.h"
#include "engine/core/hash.h"

#include <algorithm>

namespace lipwright::app {
namespace {

namespace fs = std::filesystem;
using core::Result;

constexpr const char* kSidecar = "take.json";
constexpr const char* kModelSidecar = "actor.json";

core::Failure failure(const std::error_code& problem, const fs::path& place) {
    return core::Failure(core::errorFromErrno(problem.value(), place.string(),
                                              "the takes can not be brought to the project"));
}

/// Folders in `folder` that are whole: these have their sidecar.
std::vector<fs::path> finished(const fs::path& folder, const char* sidecar) {
    std::vector<fs::path> names;
    std::error_code problem;
    for (auto entry = fs::directory_iterator(folder, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        const fs::path name = entry->path().filename();
        std::error_code ignored;
        if (!name.string().starts_with(".") && fs::exists(entry->path() / sidecar, ignored)) {
            names.push_back(name);
        }
    }
    std::ranges::sort(names);
    return names;
}

bool sameFile(const fs::path& a, const fs::path& b, const std::stop_token& stop) {
    std::error_code problem;
    if (fs::equivalent(a, b, problem)) {
        return true;
    }
    const auto first = core::sha256OfFile(a, stop);
    const auto second = core::sha256OfFile(b, stop);
    return first && second && *first == *second;
}

Result<void> bringFile(const fs::path& from, const fs::path& to, const std::stop_token& stop) {
    std::error_code problem;
    fs::create_hard_link(from, to, problem);
    if (!problem) {
        return {};
    }
    fs::copy_file(from, to, problem);
    if (problem) {
        return failure(problem, to);
    }
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    if (!sameFile(from, to, stop)) {
        return core::fail(core::ErrorCode::ioFailure, "the copy of a take differs from it",
                          to.string(), "Check the disk and save again");
    }
    const auto time = fs::last_write_time(from, problem);
    if (!problem) {
        fs::last_write_time(to, time, problem);
    }
    return {};
}

Result<void> fillFolder(const fs::path& from, const fs::path& to, const std::stop_token& stop) {
    std::error_code problem;
    fs::create_directories(to, problem);
    if (problem) {
        return failure(problem, to);
    }
    for (auto entry = fs::directory_iterator(from, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        if (auto brought = bringFile(entry->path(), to / entry->path().filename(), stop);
            !brought) {
            return brought;
        }
    }
    return problem ? Result<void>(failure(problem, from)) : Result<void>();
}

/// Whatever lies at `place` goes to the first free "name.replaced-N".
Result<void> setAside(const fs::path& place) {
    std::error_code problem;
    for (int number = 1; number < 10000; ++number) {
        const fs::path aside = place.string() + ".replaced-" + std::to_string(number);
        if (!fs::exists(aside, problem)) {
            fs::rename(place, aside, problem);
            break;
        }
    }
    return problem ? Result<void>(failure(problem, place)) : Result<void>();
}

Result<void> bringTake(const fs::path& from, const fs::path& to, const std::stop_token& stop) {
    std::error_code problem;
    if (fs::exists(to, problem)) {
        if (sameFile(from / kSidecar, to / kSidecar, stop)) {
            return {};
        }
        if (auto aside = setAside(to); !aside) {
            return aside;
        }
    }
    const fs::path half = to.parent_path() / ("." + to.filename().string() + ".brought");
    fs::remove_all(half, problem);
    auto filled = fillFolder(from, half, stop);
    if (filled) {
        fs::rename(half, to, problem);
        if (problem) {
            filled = failure(problem, to);
        }
    }
    if (!filled) {
        std::error_code ignored;
        fs::remove_all(half, ignored);
    }
    return filled;
}

}  // namespace

Result<std::vector<fs::path>> bringTakes(const fs::path& from, const fs::path& to,
                                         const std::vector<fs::path>& only, std::stop_token stop,
                                         const core::ProgressCallback& progress) {
    std::vector<fs::path> names = finished(from, kSidecar);
    if (!only.empty()) {
        std::erase_if(names, [&](const fs::path& name) {
            std::error_code ignored;
            return std::ranges::find(only, name) == only.end() || fs::exists(to / name, ignored);
        });
    }
    std::int64_t done = 0;
    for (const fs::path& name : names) {
        core::report(progress, {"copy", done++, static_cast<std::int64_t>(names.size())});
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        if (auto brought = bringTake(from / name, to / name, stop); !brought) {
            return core::passOn(brought);
        }
    }
    return names;
}

fs::path actorsBeside(const fs::path& takes) {
    return takes.parent_path() / "actors";
}

Result<void> bringModels(const fs::path& from, const fs::path& to, std::stop_token stop) {
    for (const fs::path& name : finished(from, kModelSidecar)) {
        std::error_code ignored;
        if (fs::exists(to / name, ignored)) {
            continue;
        }
        if (auto brought = bringTake(from / name, to / name, stop); !brought) {
            return brought;
        }
    }
    return {};
}

void removeTakes(const fs::path& folder, const std::vector<fs::path>& names) {
    std::error_code ignored;
    for (const fs::path& name : names) {
        fs::remove_all(folder / name, ignored);
    }
    fs::remove(folder, ignored);  // only when empty
}

}  // namespace lipwright::app
