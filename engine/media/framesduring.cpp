#include "engine/media/framesduring.h"

namespace lipwright::media {

namespace {

constexpr core::TimeBase kMicroseconds{1, 1'000'000};

core::RationalTime microseconds(double seconds) {
    return core::RationalTime::fromSeconds(seconds, kMicroseconds);
}

}  // namespace

core::FrameRange framesDuring(const FrameIndex& index, double startSeconds, double endSeconds) {
    if (index.frameCount() == 0 || endSeconds <= startSeconds) {
        return {};
    }
    const auto start = microseconds(startSeconds);
    const auto end = microseconds(endSeconds);
    const std::int64_t last = index.frameCount() - 1;
    if (end <= index.timeOf(0) || start >= index.endOf(last)) {
        return {};
    }
    core::FrameRange frames{index.numberAt(start), index.numberAt(end)};
    if (index.timeOf(frames.end) < end) {
        ++frames.end;
    }
    return frames;
}

}  // namespace lipwright::media
