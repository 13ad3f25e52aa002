// How well a film's own sound goes with its own mouths: the lip-sync expert over every face track,
// each frame decoded once. A job.
#pragma once

#include "engine/dubbing/analysiscache.h"

namespace lipwright::dubbing {

[[nodiscard]] core::Result<ConfidenceCurve> syncOfOriginal(
    const std::filesystem::path& film, std::shared_ptr<const media::FrameIndex> index,
    const face::FaceAnalysis& faces, const std::filesystem::path& expertWeights,
    const std::stop_token& stop, const core::ProgressCallback& progress);

}  // namespace lipwright::dubbing
