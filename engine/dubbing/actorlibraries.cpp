#include "engine/dubbing/actorlibraries_p.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

constexpr std::size_t kKept = 3;  ///< a two-hour film's library takes some 60 MB
constexpr double kNearSeconds = 10.0;
constexpr std::int64_t kEnoughFrames = 200;
constexpr core::TimeBase kMicroseconds{1, 1'000'000};

bool isUsable(const face::FaceObservation& observation) {
    return observation.usability == face::FaceUsability::usable;
}

std::int64_t usableFrames(const face::FaceAnalysis& faces, int actor, core::FrameRange range) {
    std::int64_t count = 0;
    for (const face::FaceTrack& track : faces.tracks) {
        const core::FrameRange part = intersection(range, {track.firstFrame, track.endFrame()});
        if (track.actor == actor && !part.empty()) {
            const auto begin = track.observations.begin() + (part.first - track.firstFrame);
            count += std::count_if(begin, begin + part.length(), isUsable);
        }
    }
    return count;
}

}  // namespace

core::FrameRange ActorLibraries::rangeAround(int actor, core::FrameRange frames) const {
    const core::FrameRange film{0, m_index.frameCount()};
    for (double reach = kNearSeconds;; reach *= 2.0) {
        const auto at = [&](std::int64_t frame, double seconds) {
            return m_index.numberAt(core::RationalTime::fromSeconds(
                m_index.timeOf(frame).seconds() + seconds, kMicroseconds));
        };
        const core::FrameRange range{at(frames.first, -reach), at(frames.end - 1, reach) + 1};
        if (range == film || usableFrames(m_faces, actor, range) >= kEnoughFrames) {
            return range;
        }
    }
}

core::Result<ActorLibraries::Library> ActorLibraries::whole(int actor,
                                                            const std::stop_token& stop) {
    return find(actor, std::nullopt, stop);
}

core::Result<ActorLibraries::Library> ActorLibraries::around(int actor, core::FrameRange frames,
                                                             const std::stop_token& stop) {
    return find(actor, rangeAround(actor, frames), stop);
}

core::Result<ActorLibraries::Library> ActorLibraries::find(int actor,
                                                           std::optional<core::FrameRange> range,
                                                           const std::stop_token& stop) {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return entry.actor == actor && entry.range == range;
    });
    if (found != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found);
        return m_entries.front().library;
    }
    auto built = synthesis::FrameLibrary::build(m_faces, actor, range, stop);
    if (!built) {
        return core::passOn(built);
    }
    m_entries.push_front(
        {actor, range, std::make_shared<const synthesis::FrameLibrary>(std::move(*built))});
    if (m_entries.size() > kKept) {
        m_entries.pop_back();
    }
    return m_entries.front().library;
}

}  // namespace lipwright::dubbing
