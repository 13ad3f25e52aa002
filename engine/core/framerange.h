// A stretch of film counted in frames.
#pragma once

#include <algorithm>
#include <cstdint>

namespace lipwright::core {

/// Half-open range of frame numbers: `first` belongs to it, `end` does not.
struct FrameRange {
    std::int64_t first = 0;
    std::int64_t end = 0;

    [[nodiscard]] std::int64_t length() const { return end > first ? end - first : 0; }
    [[nodiscard]] bool empty() const { return length() == 0; }
    [[nodiscard]] bool contains(std::int64_t frame) const { return first <= frame && frame < end; }
    friend bool operator==(const FrameRange&, const FrameRange&) = default;
};

/// What both cover; {0, 0} when they share no frame.
[[nodiscard]] inline FrameRange intersection(FrameRange a, FrameRange b) {
    const FrameRange common{std::max(a.first, b.first), std::min(a.end, b.end)};
    return common.empty() ? FrameRange{} : common;
}

}  // namespace lipwright::core
