// The pictures and measures of one face over a range of frames, as a clip keeps them.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/training/clipfile.h"
#include "engine/training/datasetindex.h"

#include <stop_token>

namespace lipwright::media {
class VideoReader;
}

namespace lipwright::training {

/// Appends each frame to the clip, crops by the track's smoothed landmarks where the face is usable
/// and of `clip.faceSize` where that is not 0. Timestamps count from `startSeconds` of the film.
[[nodiscard]] core::Result<void> appendFaces(media::VideoReader& reader,
                                             const face::FaceTrack& track, core::FrameRange frames,
                                             double startSeconds, ClipData& clip,
                                             const std::stop_token& stop);

/// What the index says of a clip's length.
void describe(const ClipData& clip, ClipRecord& record);

}  // namespace lipwright::training
