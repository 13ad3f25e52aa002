// The losses of paper 001 §3.7 and the adversarial losses of papers 001 and 000, as functions of
// tensors. Pictures are (N, 3, H, W) RGB in [0, 1], masks (N, 1, H, W) in [0, 1].
// Half precision pictures are widened first, so that sums over many pixels are right.
#pragma once

#include "engine/training/lossweights.h"

#include <torch/torch.h>

#include <functional>
#include <vector>

namespace lipwright::training {

/// Σ M·|X̂ − X| / Σ M, over pixels and the mean of the channels (eq. 6); 0 where the mask is empty.
/// No gradient goes into the mask, which could otherwise hide what is hard to paint.
[[nodiscard]] torch::Tensor maskedL1(const torch::Tensor& painted, const torch::Tensor& real,
                                     const torch::Tensor& mask);
/// Sum over levels of ‖φ_i(X) − φ_i(X̂)‖² / (C_i·H_i·W_i), mean over the batch (eq. 7). `real` and
/// `painted` are the activations of a frozen network, level by level, (N, C_i, H_i, W_i).
[[nodiscard]] torch::Tensor perceptualLoss(const std::vector<torch::Tensor>& painted,
                                           const std::vector<torch::Tensor>& real);
/// Mean of −log d with d clipped to [1e-3, 1] (eq. 8). Below 1e-3 there is no gradient.
[[nodiscard]] torch::Tensor expertLoss(const torch::Tensor& probability);
/// Mean over the batch and pixels of the binary cross-entropy (eq. 9).
[[nodiscard]] torch::Tensor maskLoss(const torch::Tensor& predicted, const torch::Tensor& real);
/// blur(sg(M))·X̂ + (1 − blur(sg(M)))·X, Gaussian k = 5, σ = 3 with replicated borders (eq. 10).
/// No gradient goes into the mask.
[[nodiscard]] torch::Tensor blended(const torch::Tensor& painted, const torch::Tensor& real,
                                    const torch::Tensor& mask);

/// What a discriminator and a generator play for (paper 001 eqs. 11-14, paper 000).
enum class AdversarialGame { nonSaturating, wasserstein, wassersteinPenalty };

/// Loss of the generator for the logits of its pictures (eq. 13; −mean for the Wasserstein games).
[[nodiscard]] torch::Tensor generatorGameLoss(AdversarialGame game, const torch::Tensor& ofPainted);
/// Loss of the discriminator without its regulariser (eq. 14; mean(painted) − mean(real)).
[[nodiscard]] torch::Tensor discriminatorGameLoss(AdversarialGame game, const torch::Tensor& ofReal,
                                                  const torch::Tensor& ofPainted);

/// The terms of eq. 15 that there are; the others stay undefined. The paper adds L_G and L_D, which
/// are minimised by different players: here `adversarial` is L_G alone.
struct LossTerms {
    torch::Tensor l1, perceptual, expert, mask, adversarial;
};

/// The weighted sum (eq. 15). Undefined terms and those that weigh nothing are left out; one term
/// at least must count.
[[nodiscard]] torch::Tensor totalLoss(const LossTerms& terms, const LossWeights& weights);

using Critic = std::function<torch::Tensor(const torch::Tensor&)>;

/// γ/2 · E‖∇D(x)‖² on real samples, differentiable (eq. 14; Mescheder 2018's R1: the paper prints
/// X̂ under the expectation, its source and its text mean real data).
[[nodiscard]] torch::Tensor r1Penalty(const Critic& critic, const torch::Tensor& real,
                                      double gamma = 10.0);
/// λ · E(‖∇D(x)‖ − 1)² at points between real and painted samples (WGAN-GP); `shares` (N) in [0, 1]
/// say where between.
[[nodiscard]] torch::Tensor gradientPenalty(const Critic& critic, const torch::Tensor& real,
                                            const torch::Tensor& painted,
                                            const torch::Tensor& shares, double lambda = 10.0);

}  // namespace lipwright::training
