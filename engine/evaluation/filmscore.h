// Scores the sync of a film's face with a sound: hands what the expert looks at of each frame of a
// face track, mouth crops or landmarks, to a SyncScorer. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/face/facetrack.h"

#include <stop_token>
#include <vector>

namespace lipwright::media {
class VideoReader;
}

namespace lipwright::evaluation {

/// Frames of a track outside of its film are an error; unusable ones are gaps. A judge that looks
/// at landmarks decodes no picture.
[[nodiscard]] core::Result<SyncCurve> scoreTrack(
    media::VideoReader& reader, const face::FaceTrack& track, const SyncSound& sound,
    const nets::LipSyncExpert& expert, const SyncOptions& options = {}, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::evaluation
