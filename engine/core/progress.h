// How a job tells how far it is. Called on the job's own thread, often: receivers must be quick.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace lipwright::core {

struct Progress {
    std::string_view stage;  ///< e.g. "analyse", "render"; a string literal of the job
    std::int64_t done = 0;   ///< in the job's own unit (frames, bytes, steps)
    std::int64_t total = 0;  ///< 0 when unknown
};

using ProgressCallback = std::function<void(const Progress&)>;

inline void report(const ProgressCallback& callback, const Progress& progress) {
    if (callback) {
        callback(progress);
    }
}

}  // namespace lipwright::core
