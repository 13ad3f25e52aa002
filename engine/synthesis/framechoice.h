// Which of the actor's own frames shows the wanted mouth best, along a whole segment: a beam search
// (Viterbi) as unit selection does for speech. Numbers in, numbers out; deterministic.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/synthesis/framelibrary.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace lipwright::synthesis {

/// What one film frame of the segment asks for.
struct ChoiceTarget {
    std::int64_t frame = 0;
    int track = 0;
    MouthShape wanted{};  ///< relative
    face::HeadPose pose;
    float brightness = 0;
};

struct ChoiceOptions {
    int candidates = 32;
    /// Library frames of the target's own track closer than this are not taken; -1: all may be.
    int excludedNeighbours = -1;
    MouthShape shapeWeight = defaultShapeWeight();  ///< cost per squared unit of relative shape
    float turn = 60.0F;                             ///< cost per squared radian of yaw or pitch
    float light = 0.5F;                             ///< cost per squared 20 levels of brightness
    float magnification = 3.0F;                     ///< cost per squared log ratio of face sizes
    float blur = 3.0F;       ///< cost per squared lack of sharpness against the library's median
    float jump = 2.2F;       ///< cost of leaving a run of consecutive frames
    float jumpShape = 0.6F;  ///< cost per squared step in shape that was not wanted, at a jump
    float repeat = 0.25F;    ///< cost of showing the same frame again
    float skip = 0.3F;       ///< cost of leaving out a frame, or of running backwards
    std::vector<std::int64_t> picked;  ///< film frames to be preferred, ascending
    std::vector<std::int64_t> banned;  ///< film frames never to be shown, ascending
    /// What a picked frame costs less: as much as an opening wrong by 1.4 deviations, or two jumps.
    float pickedBonus = 4.0F;

    [[nodiscard]] static MouthShape defaultShapeWeight();
};

/// Whether a film frame is in an ascending list.
[[nodiscard]] bool lists(std::span<const std::int64_t> frames, std::int64_t frame);

/// One index into library.frames() per target. Refused when a picked frame is not in the library or
/// every frame is banned. Cost: ChoiceOptions' terms, summed over frames and
/// transitions; 0 for the next frame of the same take of the camera. Throughput on one core is
/// thousands of targets per second (tests/bench/bench_synthesis.cpp).
[[nodiscard]] core::Result<std::vector<std::size_t>> chooseFrames(
    const FrameLibrary& library, std::span<const ChoiceTarget> targets,
    const ChoiceOptions& options, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

}  // namespace lipwright::synthesis
