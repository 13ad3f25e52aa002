// Where a dub changes the picture: one segment per stretch of dub speech on one face track. Frames
// outside every segment, and frames whose face can not be worked on, stay the film's own.
#pragma once

#include "engine/core/framerange.h"
#include "engine/face/facetrack.h"
#include "engine/media/framesduring.h"
#include "engine/media/videoreader.h"
#include "engine/speech/voiceactivity.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lipwright::dubbing {

using core::FrameRange;
using core::intersection;
using media::framesDuring;

struct Segment {
    FrameRange frames;
    int track = 0;  ///< FaceTrack::id
    /// The speech goes on where the track (its shot) starts or ends: nothing is faded there.
    bool continuesBefore = false;
    bool continuesAfter = false;
    friend bool operator==(const Segment&, const Segment&) = default;
};

struct SegmentationOptions {
    int actor = 0;                    ///< whose mouth is dubbed
    std::optional<FrameRange> range;  ///< nothing outside it is touched
    double leadSeconds = 0.12;        ///< lips move before the sound
    double tailSeconds = 0.16;
    std::int64_t minimumFrames = 3;  ///< shorter ones are left alone
};

/// The frames of stretches of speech with their leads and tails, inside `options.range`; ranges
/// that touch are one. `offsetSeconds`: where the voice's beginning lies on the film's timeline.
[[nodiscard]] std::vector<FrameRange> spokenFrames(const media::FrameIndex& index,
                                                   std::span<const speech::SpeechStretch> speech,
                                                   const SegmentationOptions& options,
                                                   double offsetSeconds = 0.0);

/// The actor's tracks while `spoken`, in film order; those of one track do not overlap.
[[nodiscard]] std::vector<Segment> segmentsDuring(std::span<const FrameRange> spoken,
                                                  const face::FaceAnalysis& faces, int actor,
                                                  std::int64_t minimumFrames);

/// Both in one.
[[nodiscard]] std::vector<Segment> proposeSegments(const face::FaceAnalysis& faces,
                                                   const media::FrameIndex& index,
                                                   std::span<const speech::SpeechStretch> speech,
                                                   const SegmentationOptions& options);

}  // namespace lipwright::dubbing
