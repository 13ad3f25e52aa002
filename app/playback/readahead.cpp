#include "app/playback/readahead_p.h"
#include "app/playback/transportrules_p.h"

#include <algorithm>

namespace lipwright::app {
namespace {

constexpr std::int64_t kPlayingReach = 50;
constexpr std::int64_t kStandingReach = 24;
constexpr std::int64_t kNear = 4;  ///< made first while standing

}  // namespace

std::int64_t keyBefore(const media::FrameIndex& index, std::int64_t frame) {
    while (frame > 0 && !index.entries()[static_cast<std::size_t>(frame)].key) {
        --frame;
    }
    return frame;
}

ReadAhead::ReadAhead(const media::FrameIndex& index, Playhead playhead, std::int64_t capacity)
    : m_index(index), m_playhead(playhead), m_stride(frameStride(playhead.speed)) {
    const bool playing = playhead.speed != 0.0;
    m_reach = std::clamp<std::int64_t>(capacity / 3, 1, playing ? kPlayingReach : kStandingReach);
}

core::FrameRange ReadAhead::range() const {
    const std::int64_t count = m_index.frameCount();
    const std::int64_t frame = m_playhead.frame;
    const std::int64_t far = m_reach * m_stride;
    if (m_playhead.speed > 0.0) {
        return {frame, std::min(count, frame + far + 1)};
    }
    if (m_playhead.speed < 0.0) {
        return {std::max<std::int64_t>(0, frame - 2 * far), frame + 1};
    }
    return {std::max<std::int64_t>(0, frame - m_reach), std::min(count, frame + m_reach + 1)};
}

std::optional<std::int64_t> ReadAhead::firstOf(
    core::FrameRange frames, const std::function<bool(std::int64_t)>& ready) const {
    for (std::int64_t frame = frames.first; frame < frames.end; frame += m_stride) {
        if (!ready(frame)) {
            return frame;
        }
    }
    return std::nullopt;
}

// Backwards a stretch is decoded forwards, from its key frame where that is near enough:
//   key |.......[ made now .....]u ready  ready  P
std::optional<std::int64_t> ReadAhead::nextBackwards(
    const std::function<bool(std::int64_t)>& ready) const {
    const std::int64_t lowest = range().first;
    std::int64_t highest = m_playhead.frame - m_stride;
    while (highest >= lowest && ready(highest)) {
        highest -= m_stride;
    }
    if (highest < lowest) {
        return std::nullopt;
    }
    std::int64_t first = std::max(keyBefore(m_index, highest), highest - m_reach * m_stride + 1);
    first = std::max(first, lowest);
    first += (highest - first) % m_stride;
    return firstOf({first, highest + 1}, ready);
}

std::optional<std::int64_t> ReadAhead::next(const std::function<bool(std::int64_t)>& ready) const {
    if (m_playhead.speed < 0.0) {
        return nextBackwards(ready);
    }
    const core::FrameRange all = range();
    const std::int64_t frame = m_playhead.frame;
    if (m_playhead.speed > 0.0) {
        return firstOf({frame + m_stride, all.end}, ready);
    }
    const std::int64_t near = std::min(all.end, frame + 1 + kNear);
    for (const core::FrameRange part :
         {core::FrameRange{frame + 1, near}, core::FrameRange{all.first, frame},
          core::FrameRange{near, all.end}}) {
        if (const auto found = firstOf(part, ready)) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace lipwright::app
