// One lane of a segment: what both judges say of a sound with the pictures of a stretch of film.
#pragma once

#include "engine/dubbing/segmentsync.h"
#include "engine/evaluation/syncscore.h"
#include "engine/evaluation/syncsound.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/nets/facereference.h"

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace lipwright::dubbing {

/// The expert, which looks at mouths, then the judge, which looks at landmarks.
inline constexpr std::size_t kJudges = 2;
inline constexpr std::size_t kExpertLane = 0;
inline constexpr std::size_t kJudgeLane = 1;

struct MeasuredLane {
    SyncLane lane;
    /// Of each judge, SyncScore::meanDistance; NaN without sound.
    std::array<std::array<double, evaluation::kSyncShifts>, kJudges> distance{};
};

/// What the judges look at: values of every frame, none where there is nothing to see.
struct LaneSight {
    const face::FaceTrack* track = nullptr;
    core::FrameRange frames;  ///< within the track: the segment and what its windows reach
    std::array<std::vector<std::vector<float>>, kJudges> values;
    std::array<nets::FaceReference, kJudges> reference;
};

/// Frames that are looked at for a segment: its own within the track and the neighbours that the
/// windows around its first and last ones reach.
[[nodiscard]] core::FrameRange framesSeen(core::FrameRange segment, const face::FaceTrack& track,
                                          const media::FrameIndex& index);

struct LaneJob {
    core::FrameRange segment;
    const LaneSight* sight = nullptr;
    const media::FrameIndex* index = nullptr;
    std::optional<evaluation::SyncSound> sound;  ///< nothing: there is none
    double soundStart = 0.0;                     ///< where its beginning lies, seconds of the film
};

[[nodiscard]] core::Result<MeasuredLane> measureLane(
    const LaneJob& job, const std::array<nets::LipSyncExpert, kJudges>& judges,
    const std::stop_token& stop);

/// A lane where nothing can be said for one reason.
[[nodiscard]] MeasuredLane emptyLane(core::FrameRange segment, SyncReason reason);

}  // namespace lipwright::dubbing
