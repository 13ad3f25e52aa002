// The hand's axes in the space of speaking styles: found from what the network predicts for the
// sounds it was trained on.
#pragma once

#include "engine/training/shapetask_p.h"

namespace lipwright::training {

/// (2, style): the directions in which the opening's spread ("more articulated") and its mean
/// velocity by spread ("livelier") grow most from the universal style, at right angles, as long as
/// changes them by about 30 %, but no longer than three times the usual latent of a speaker.
[[nodiscard]] torch::Tensor styleAxes(nets::ShapeModelImpl& model,
                                      const std::vector<ShapeClip>& clips, double usualLatent);

}  // namespace lipwright::training
