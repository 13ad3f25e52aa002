// Segments for a project: from the voice's activity × shots × faces, or from another program's cue
// list. Who speaks, when the track does not say: the face whose mouth moves most in the film's own
// picture meanwhile. Plain functions on values.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/project/interchange.h"
#include "engine/project/project.h"
#include "engine/speech/voiceactivity.h"

#include <span>
#include <vector>

namespace lipwright::dubbing {

/// Ids are left 0: project::addSegments gives them. `activity`: one byte per 10 ms of the track's
/// file (AnalysisCache::voiceActivity); the track's offset is applied.
[[nodiscard]] std::vector<project::Segment> proposeFromVoice(const project::DubTrack& track,
                                                             std::span<const std::uint8_t> activity,
                                                             const face::FaceAnalysis& faces,
                                                             const media::FrameIndex& index);

/// Cues that name an actor go to the cast member of that name, others to who speaks. Cues without a
/// face on screen become segments with status bypass.
[[nodiscard]] std::vector<project::Segment> proposeFromCues(const project::Project& project,
                                                            const project::DubTrack& track,
                                                            std::span<const project::Cue> cues,
                                                            const face::FaceAnalysis& faces);

/// The actor whose mouth moves most in the frames; -1 when no usable face is there.
[[nodiscard]] int speakingActor(const face::FaceAnalysis& faces, core::FrameRange frames);

}  // namespace lipwright::dubbing
