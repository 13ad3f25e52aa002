#include "app/playback/transportrules_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::app {
namespace {

constexpr double kFastest = 8.0;
constexpr double kSlow = 0.5;

}  // namespace

double shuttleSpeed(double speed, int direction, bool slow) {
    if (direction == 0) {
        return 0.0;
    }
    const double sign = direction < 0 ? -1.0 : 1.0;
    if (slow) {
        return sign * kSlow;
    }
    const double along = speed * sign;
    return sign * (along < 1.0 ? 1.0 : std::min(along * 2.0, kFastest));
}

core::FrameRange loopFrames(const media::FrameIndex& index, core::FrameRange frames,
                            double preRollSeconds, double postRollSeconds) {
    const std::int64_t last = index.frameCount() - 1;
    const core::TimeBase base = index.timeBase();
    const auto number = [&](core::RationalTime from, double seconds) {
        return index.numberAt(core::RationalTime::fromSeconds(from.seconds() + seconds, base));
    };
    const std::int64_t first = std::clamp<std::int64_t>(frames.first, 0, last);
    const std::int64_t final = std::clamp<std::int64_t>(frames.end - 1, first, last);
    const std::int64_t start =
        preRollSeconds > 0.0 ? number(index.timeOf(first), -preRollSeconds) : first;
    const std::int64_t end =
        postRollSeconds > 0.0 ? number(index.endOf(final), postRollSeconds) : final + 1;
    const bool overrun =
        index.endOf(final).seconds() + postRollSeconds >= index.endOf(last).seconds();
    return {start, overrun ? last + 1 : std::max(end, final + 1)};
}

std::int64_t frameStride(double speed) {
    const double fast = std::abs(speed);
    return fast > 2.0 ? static_cast<std::int64_t>(std::ceil(fast / 2.0)) : 1;
}

}  // namespace lipwright::app
