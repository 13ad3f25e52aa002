#include "engine/training/spectralconvolution_p.h"

namespace lipwright::training {

namespace {

constexpr int kFirstRounds = 15;
constexpr double kTiny = 1e-12;

torch::Tensor unit(const torch::Tensor& vector) {
    return vector / vector.norm().clamp_min(kTiny);
}

}  // namespace

SpectralConvolutionImpl::SpectralConvolutionImpl(const torch::nn::Conv2dOptions& options,
                                                 bool normalised) {
    convolution = register_module("convolution", torch::nn::Conv2d(options));
    if (normalised) {
        const torch::Tensor matrix = convolution->weight.flatten(1);
        left = register_buffer("left", unit(torch::randn({matrix.size(0)})));
        right = register_buffer("right", unit(torch::randn({matrix.size(1)})));
        iterate(kFirstRounds);
    }
}

torch::Tensor SpectralConvolutionImpl::forward(const torch::Tensor& input) {
    if (left.defined() && is_training()) {
        iterate(1);
    }
    return torch::conv2d(input, effectiveWeight(), convolution->bias, convolution->options.stride(),
                         c10::get<torch::ExpandingArray<2>>(convolution->options.padding()));
}

torch::Tensor SpectralConvolutionImpl::effectiveWeight() const {
    if (!left.defined()) {
        return convolution->weight;
    }
    const c10::impl::ExcludeDispatchKeyGuard fullPrecision(c10::autocast_dispatch_keyset);
    // Copies, because a later forward pass changes the vectors before this one's gradient is taken.
    const torch::Tensor u = left.clone();
    const torch::Tensor v = right.clone();
    const torch::Tensor largest = u.dot(convolution->weight.flatten(1).mv(v));
    return convolution->weight / largest.clamp_min(kTiny);
}

void SpectralConvolutionImpl::iterate(int rounds) {
    const c10::impl::ExcludeDispatchKeyGuard fullPrecision(c10::autocast_dispatch_keyset);
    const torch::NoGradGuard noGradient;
    const torch::Tensor matrix = convolution->weight.flatten(1);
    for (int round = 0; round < rounds; ++round) {
        right.copy_(unit(matrix.t().mv(left)));
        left.copy_(unit(matrix.mv(right)));
    }
}

}  // namespace lipwright::training
