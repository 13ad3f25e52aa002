// Which stretches of a film show an actor speaking, which of them are learned from when there are
// more than are wanted, and which are kept apart for validation. Arithmetic on the analysis.
#pragma once

#include "engine/core/framerange.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::training {

struct ActorStretch {
    const face::FaceTrack* track = nullptr;
    core::FrameRange frames;
    double usableSeconds = 0.0;
    bool validation = false;
};

/// In film order, none overlapping another. `activity`: one byte per 10 ms of the film's own sound. A stretch is a sentence,
/// or a part of one that goes on for long; its face is mostly usable, and its mouth moves.
[[nodiscard]] std::vector<ActorStretch> speakingStretches(const face::FaceAnalysis& faces,
                                                          const media::FrameIndex& index, int actor,
                                                          std::span<const std::uint8_t> activity);

/// At most about `seconds` of them, spread over the film, its poses and shapes of the mouth.
[[nodiscard]] std::vector<ActorStretch> mostVaried(std::vector<ActorStretch> stretches,
                                                   const face::MouthRange& range, double seconds);

/// Marks about a fifth for validation, spread over the film, and `leastSeconds` at least.
void splitOff(std::vector<ActorStretch>& stretches, double leastSeconds);

/// Usable seconds with the mark or without it.
[[nodiscard]] double secondsOf(std::span<const ActorStretch> stretches, bool validation);

}  // namespace lipwright::training
