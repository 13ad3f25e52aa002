// The frozen network of the perceptual loss (paper 001 eq. 7): the picture trunk of the lip-sync
// expert. The paper takes VGG16 of ImageNet, whose weights are not ours to ship.
#pragma once

#include "engine/nets/expertmodel_p.h"

#include <torch/torch.h>

#include <filesystem>
#include <vector>

namespace lipwright::training {

/// ErrorCode::invalidArgument for an expert that looks at landmarks.
[[nodiscard]] core::Result<nets::LoadedExpert> openPictureExpert(
    const std::filesystem::path& weights);

/// φ_i of (N, 3, S/2, S) lower halves in [0, 1]: the trunk's activations at 24 × 48, 12 × 24, 6 ×
/// 12 and 3 × 6 of a 48 × 96 picture (others are brought to that size), every place's channels
/// scaled to length √C so that no level or face outweighs another. Gradients flow into the
/// pictures.
[[nodiscard]] std::vector<torch::Tensor> perceptualFeatures(nets::ExpertModelImpl& expert,
                                                            const torch::Tensor& pictures);

/// What an expert by pictures takes: (N, 3, 48, 96).
[[nodiscard]] torch::Tensor atExpertSize(const torch::Tensor& pictures);

}  // namespace lipwright::training
