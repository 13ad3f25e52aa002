// Mean measures of mended and of merely warped mouths against what the camera saw.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/nets/mendermodel_p.h"
#include "engine/training/menderpairset_p.h"
#include "engine/training/trainingrun_p.h"

namespace lipwright::training {

/// At most `mostRuns`, spread evenly over all. `expert` may be empty: then no perceptual measures.
/// Of own frames, for the warp ("...Warped") and the mended picture: l1, psnr (dB), edges, motion,
/// sharpness (variance of the Laplacian, made / real) under the mask, perceptual; "shifted..." is
/// the coarse L1 where the mouth is another moment's. gain... = 1 − mended / warped, and score = dB
/// gained − 5 · what sharpness loses below the camera's own.
[[nodiscard]] Metrics judgeMender(nets::MenderModelImpl& mender, nets::ExpertModel expert,
                                  const std::vector<PairClip>& clips, std::size_t mostRuns);

}  // namespace lipwright::training
