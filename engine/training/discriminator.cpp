#include "engine/training/discriminator_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

constexpr double kLeak = 0.2;
constexpr std::int64_t kLeastHeight = 4;  ///< halving stops at or below

}  // namespace

DiscriminatorImpl::DiscriminatorImpl(const DiscriminatorConfig& wanted) : config(wanted) {
    TORCH_CHECK(config.size >= 32 && config.size % 16 == 0 && config.frames > 0 && config.width > 0,
                "a discriminator of this size cannot be built");
    const auto add = [this](const torch::nn::Conv2dOptions& options) {
        layers.push_back(register_module("layer" + std::to_string(layers.size()),
                                         SpectralConvolution(options, config.spectralNorm)));
    };
    std::int64_t in = 3 * config.frames;
    std::int64_t out = config.width;
    std::int64_t height = config.size / 2;
    std::int64_t width = config.size;
    for (; height > kLeastHeight; height /= 2, width /= 2) {
        add(torch::nn::Conv2dOptions(in, out, 4).stride(2).padding(1));
        in = out;
        out = std::min(2 * out, 8 * config.width);
    }
    add(torch::nn::Conv2dOptions(in, 1, {height, width}));
}

torch::Tensor DiscriminatorImpl::forward(const torch::Tensor& stacks) {
    torch::Tensor x = 2.0 * stacks - 1.0;
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        x = torch::leaky_relu(layers[i]->forward(x), kLeak);
    }
    return layers.back()->forward(x).view({-1});
}

torch::Tensor stackedFrames(const torch::Tensor& frames, std::int64_t perStack) {
    return frames.reshape(
        {frames.size(0) / perStack, perStack * frames.size(1), frames.size(2), frames.size(3)});
}

void clipWeights(torch::nn::Module& module, double limit) {
    const torch::NoGradGuard noGradient;
    for (torch::Tensor& parameter : module.parameters()) {
        parameter.clamp_(-limit, limit);
    }
}

}  // namespace lipwright::training
