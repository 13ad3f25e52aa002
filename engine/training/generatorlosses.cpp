#include "engine/training/generatorlosses_p.h"

#include <array>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr double kLeastProbability = 1e-3;
constexpr std::int64_t kBlurSide = 5;
constexpr double kBlurSigma = 3.0;

torch::Tensor widened(const torch::Tensor& tensor) {
    return tensor.to(at::promote_types(tensor.scalar_type(), torch::kFloat));
}

std::array<double, kBlurSide> blurKernel() {
    std::array<double, kBlurSide> kernel{};
    double sum = 0.0;
    for (std::int64_t i = 0; i < kBlurSide; ++i) {
        const auto distance = static_cast<double>(i - kBlurSide / 2);
        sum += kernel[static_cast<std::size_t>(i)] =
            std::exp(-distance * distance / (2.0 * kBlurSigma * kBlurSigma));
    }
    for (double& value : kernel) {
        value /= sum;
    }
    return kernel;
}

/// Not a convolution, because mixed precision would compute that in half precision.
torch::Tensor blurredAlong(const torch::Tensor& padded, std::int64_t dimension) {
    static const std::array<double, kBlurSide> kernel = blurKernel();
    const std::int64_t length = padded.size(dimension) - kBlurSide + 1;
    torch::Tensor sum = padded.narrow(dimension, 0, length) * kernel[0];
    for (std::int64_t i = 1; i < kBlurSide; ++i) {
        sum = sum + padded.narrow(dimension, i, length) * kernel[static_cast<std::size_t>(i)];
    }
    return sum;
}

torch::Tensor blurred(const torch::Tensor& mask) {
    namespace F = torch::nn::functional;
    constexpr std::int64_t border = kBlurSide / 2;
    const torch::Tensor padded =
        F::pad(mask, F::PadFuncOptions({border, border, border, border}).mode(torch::kReplicate));
    return blurredAlong(blurredAlong(padded, 2), 3);
}

/// ∇D(x) per sample, flat (N, values), itself differentiable. In full precision: squares of
/// gradients do not survive half precision.
torch::Tensor gradientOf(const Critic& critic, const torch::Tensor& samples) {
    const c10::impl::ExcludeDispatchKeyGuard fullPrecision(c10::autocast_dispatch_keyset);
    const torch::AutoGradMode recording(true);
    const torch::Tensor input = widened(samples).detach().requires_grad_(true);
    const torch::Tensor logits = critic(input).sum();
    return torch::autograd::grad({logits}, {input}, {}, true, true).front().flatten(1);
}

}  // namespace

torch::Tensor maskedL1(const torch::Tensor& painted, const torch::Tensor& real,
                       const torch::Tensor& mask) {
    const torch::Tensor share = widened(mask).detach();
    const torch::Tensor difference = (widened(painted) - widened(real)).abs().mean(1, true);
    return (share * difference).sum() / share.sum().clamp_min(1e-6);
}

torch::Tensor perceptualLoss(const std::vector<torch::Tensor>& painted,
                             const std::vector<torch::Tensor>& real) {
    TORCH_CHECK(!painted.empty() && painted.size() == real.size(),
                "the activations of both pictures must have the same levels");
    torch::Tensor sum;
    for (std::size_t i = 0; i < painted.size(); ++i) {
        const torch::Tensor level = (widened(painted[i]) - widened(real[i])).square().mean();
        sum = sum.defined() ? sum + level : level;
    }
    return sum;
}

torch::Tensor expertLoss(const torch::Tensor& probability) {
    return -widened(probability).clamp(kLeastProbability, 1.0).log().mean();
}

torch::Tensor maskLoss(const torch::Tensor& predicted, const torch::Tensor& real) {
    // LibTorch's own refuses to run in mixed precision.
    const torch::Tensor p = widened(predicted).clamp(1e-6, 1.0 - 1e-6);
    const torch::Tensor t = widened(real);
    return -(t * p.log() + (1.0 - t) * torch::log1p(-p)).mean();
}

torch::Tensor blended(const torch::Tensor& painted, const torch::Tensor& real,
                      const torch::Tensor& mask) {
    const torch::Tensor share = blurred(widened(mask).detach());
    return share * painted + (1.0 - share) * real;
}

torch::Tensor generatorGameLoss(AdversarialGame game, const torch::Tensor& ofPainted) {
    const torch::Tensor logits = widened(ofPainted);
    return game == AdversarialGame::nonSaturating ? torch::softplus(-logits).mean()
                                                  : -logits.mean();
}

torch::Tensor discriminatorGameLoss(AdversarialGame game, const torch::Tensor& ofReal,
                                    const torch::Tensor& ofPainted) {
    const torch::Tensor real = widened(ofReal);
    const torch::Tensor painted = widened(ofPainted);
    return game == AdversarialGame::nonSaturating
               ? torch::softplus(-real).mean() + torch::softplus(painted).mean()
               : painted.mean() - real.mean();
}

torch::Tensor totalLoss(const LossTerms& terms, const LossWeights& weights) {
    const std::array<std::pair<torch::Tensor, double>, 5> weighted{{
        {terms.l1, weights.l1},
        {terms.perceptual, weights.perceptual},
        {terms.expert, weights.expert},
        {terms.mask, weights.mask},
        {terms.adversarial, weights.adversarial},
    }};
    torch::Tensor sum;
    for (const auto& [term, weight] : weighted) {
        if (term.defined() && weight != 0.0) {
            sum = sum.defined() ? sum + weight * term : weight * term;
        }
    }
    TORCH_CHECK(sum.defined(), "no loss counts");
    return sum;
}

torch::Tensor r1Penalty(const Critic& critic, const torch::Tensor& real, double gamma) {
    return gradientOf(critic, real).square().sum(1).mean() * (gamma / 2.0);
}

torch::Tensor gradientPenalty(const Critic& critic, const torch::Tensor& real,
                              const torch::Tensor& painted, const torch::Tensor& shares,
                              double lambda) {
    std::vector<std::int64_t> perSample(static_cast<std::size_t>(real.dim()), 1);
    perSample.front() = -1;
    const torch::Tensor share = shares.view(perSample);
    const torch::Tensor between = share * real.detach() + (1.0 - share) * painted.detach();
    // The small number keeps the root differentiable where the critic is flat.
    const torch::Tensor norms = (gradientOf(critic, between).square().sum(1) + 1e-12).sqrt();
    return (norms - 1.0).square().mean() * lambda;
}

}  // namespace lipwright::training
