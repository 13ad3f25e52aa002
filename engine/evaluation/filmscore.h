// Scores the sync of a film's face with a sound: reads the frames of a face track in order and
// hands the mouth crops to a SyncScorer. Belongs to one thread.
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

/// Frames of a track outside of its film are an error; unusable ones are gaps.
[[nodiscard]] core::Result<SyncCurve> scoreTrack(media::VideoReader& reader,
                                                 const face::FaceTrack& track,
                                                 const SyncSound& sound,
                                                 const nets::LipSyncExpert& expert,
                                                 std::stop_token stop = {},
                                                 const core::ProgressCallback& progress = {});

/// A SyncSound over a whole spectrogram in memory, (T, 80); both spans must outlive it.
[[nodiscard]] SyncSound soundOf(std::span<const float> mel, std::span<const std::uint8_t> activity);

}  // namespace lipwright::evaluation
