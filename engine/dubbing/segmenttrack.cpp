#include "engine/dubbing/segmenttrack_p.h"

namespace lipwright::dubbing {

const face::FaceTrack* trackOf(const project::Segment& segment, const face::FaceAnalysis& faces) {
    const face::FaceTrack* best = nullptr;
    std::int64_t most = 0;
    for (const face::FaceTrack& track : faces.tracks) {
        const bool meant =
            segment.track >= 0 ? track.id == segment.track : track.actor == segment.actor;
        const std::int64_t covered =
            core::intersection(segment.frames, {track.firstFrame, track.endFrame()}).length();
        if (meant && covered > most) {
            best = &track;
            most = covered;
        }
    }
    return best;
}

}  // namespace lipwright::dubbing
