// Which frame to make ready next, around the one that is shown. No state.
#pragma once

#include "engine/core/framerange.h"
#include "engine/media/frameindex.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace lipwright::app {

struct Playhead {
    std::int64_t frame = 0;
    double speed = 0.0;  ///< 0: standing
};

/// The last key frame at or before `frame`.
[[nodiscard]] std::int64_t keyBefore(const media::FrameIndex& index, std::int64_t frame);

class ReadAhead {
public:
    /// `capacity`: pictures that fit in memory.
    ReadAhead(const media::FrameIndex& index, Playhead playhead, std::int64_t capacity);

    /// What it fills, at most.
    [[nodiscard]] core::FrameRange range() const;
    /// The next frame to make; nothing when all is ready. `ready` tells of frames in the cache.
    [[nodiscard]] std::optional<std::int64_t> next(
        const std::function<bool(std::int64_t)>& ready) const;

private:
    [[nodiscard]] std::optional<std::int64_t> firstOf(
        core::FrameRange frames, const std::function<bool(std::int64_t)>& ready) const;
    [[nodiscard]] std::optional<std::int64_t> nextBackwards(
        const std::function<bool(std::int64_t)>& ready) const;

    const media::FrameIndex& m_index;
    Playhead m_playhead;
    std::int64_t m_stride;
    std::int64_t m_reach;
};

}  // namespace lipwright::app
