// The edge between trainers and LibTorch: work on so many threads, whose exceptions come back as
// errors.
#pragma once

#include "engine/nets/device_p.h"

#include <filesystem>

namespace lipwright::training {

/// What `work` returns; an exception of LibTorch is an error about `place`.
template <typename Work>
auto guarded(int threads, const std::filesystem::path& place, Work work) -> decltype(work()) {
    try {
        nets::limitThreads(threads);
        return work();
    } catch (const std::exception& error) {
        return core::Failure(nets::torchError(error, place.string()));
    }
}

}  // namespace lipwright::training
