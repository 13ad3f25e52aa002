#include "engine/dubbing/syncreason_p.h"

namespace lipwright::dubbing {
namespace {

/// Frames to both sides that a window may reach, at up to 60 per second.
constexpr std::int64_t kWindowReach = 8;

SyncReason reasonToMiss(const face::FaceObservation* seen) {
    if (seen == nullptr) {
        return SyncReason::offScreen;
    }
    return seen->usability == face::FaceUsability::turnedAway ? SyncReason::turnedAway
                                                              : SyncReason::noFace;
}

}  // namespace

SyncReason reasonOf(evaluation::SyncGap gap, const face::FaceTrack& track, std::int64_t frame) {
    switch (gap) {
        case evaluation::SyncGap::none:
            return SyncReason::none;
        case evaluation::SyncGap::silence:
            return SyncReason::silence;
        case evaluation::SyncGap::noSound:
            return SyncReason::noSound;
        case evaluation::SyncGap::noFace:
            break;
    }
    for (std::int64_t away = 0; away <= kWindowReach; ++away) {
        for (const std::int64_t near : {frame - away, frame + away}) {
            const face::FaceObservation* const seen = track.at(near);
            if (seen == nullptr || seen->usability != face::FaceUsability::usable) {
                return reasonToMiss(seen);
            }
        }
    }
    return SyncReason::noFace;
}

}  // namespace lipwright::dubbing
