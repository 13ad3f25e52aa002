// The multi-frame discriminator of paper 001 §3.7: tells real from painted lower halves of a few
// frames in a row, so that movement counts too. Strided convolutions with leaky ReLU and spectral
// normalisation on every layer; the last one sees the whole picture and gives one logit.
#pragma once

#include "engine/training/spectralconvolution_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::training {

struct DiscriminatorConfig {
    std::int64_t size = 96;    ///< S, side of the face crop: a multiple of 16, at least 32
    std::int64_t frames = 5;   ///< T
    std::int64_t width = 32;   ///< channels of the first layer; at most eight times as many follow
    bool spectralNorm = true;  ///< off for the Wasserstein games, which bound steepness themselves
};

struct DiscriminatorImpl : torch::nn::Module {
    /// Draws its weights from LibTorch's generator.
    explicit DiscriminatorImpl(const DiscriminatorConfig& config);

    /// (B, 3·T, S/2, S) RGB in [0, 1] -> (B) logits, larger for what looks real.
    torch::Tensor forward(const torch::Tensor& stacks);

    DiscriminatorConfig config;
    std::vector<SpectralConvolution> layers;
};
TORCH_MODULE(Discriminator);

/// (B·T, 3, h, w), the T frames of a sample in a row, -> (B, 3·T, h, w).
[[nodiscard]] torch::Tensor stackedFrames(const torch::Tensor& frames, std::int64_t perStack);

/// Keeps every parameter within ±limit, as the plain Wasserstein game asks (WGAN).
void clipWeights(torch::nn::Module& module, double limit = 0.01);

}  // namespace lipwright::training
