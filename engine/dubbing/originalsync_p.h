// How well a film's own sound goes with its own mouths: the lip-sync expert over every face track,
// each frame decoded once at most. A job.
#pragma once

#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/filmsight_p.h"

namespace lipwright::dubbing {

/// What the expert sees of the faces is looked up in the store, or put there.
[[nodiscard]] core::Result<ConfidenceCurve> syncOfOriginal(
    const std::filesystem::path& film, std::shared_ptr<const media::FrameIndex> index,
    const face::FaceAnalysis& faces, const std::filesystem::path& expertWeights,
    const SightStore& store, const std::stop_token& stop, const core::ProgressCallback& progress);

}  // namespace lipwright::dubbing
