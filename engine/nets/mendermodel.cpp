#include "engine/nets/mendermodel_p.h"

#include <numeric>

namespace lipwright::nets {

namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::int64_t kInputs = 7;  // warped, alpha, mirrored upper half
constexpr std::int64_t kFold = 2;    // sides of the pixel blocks that become channels
constexpr std::int64_t kSteeringWidth = 32;
constexpr std::int64_t kFadeParts = 16;  // of the crop's side, over which borders fade
constexpr double kSlope = 0.1;
constexpr double kUnseen = 1.0 / 255.0;  // taken off every mend at use: what is right stays exact
constexpr double kShapeScale = 0.5;      // relative shapes reach about ±3

nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t stride = 1) {
    nn::Conv2d layer(nn::Conv2dOptions(in, out, 3).stride(stride).padding(1));
    nn::init::kaiming_normal_(layer->weight, kSlope, torch::kFanIn, torch::kLeakyReLU);
    nn::init::zeros_(layer->bias);
    return layer;
}

torch::Tensor activated(const torch::Tensor& x) {
    return torch::leaky_relu(x, kSlope);
}

/// Two convolutions, the second added to the first.
struct MendingBlockImpl : nn::Module {
    MendingBlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride)
        : first(register_module("first", convolution(in, out, stride))),
          second(register_module("second", convolution(out, out))) {
        const torch::NoGradGuard noGradient;
        second->weight.mul_(0.5);
    }
    torch::Tensor forward(const torch::Tensor& input) {
        const torch::Tensor x = activated(first->forward(input));
        return activated(x + second->forward(x));
    }
    nn::Conv2d first{nullptr};
    nn::Conv2d second{nullptr};
};
TORCH_MODULE(MendingBlock);

torch::Tensor doubled(const torch::Tensor& x) {
    return torch::upsample_bilinear2d(x, {2 * x.size(2), 2 * x.size(3)}, false);
}

/// 0 at both end pixels of a side of `length`, 1 from `fade` pixels inside.
torch::Tensor ramp(std::int64_t length, std::int64_t fade) {
    const torch::Tensor at = torch::arange(length, torch::kFloat);
    return torch::minimum(at, at.flip(0)).div(static_cast<double>(fade)).clamp(0.0, 1.0);
}

}  // namespace

MenderModelImpl::MenderModelImpl(const MenderConfig& chosen)
    : config(chosen),
      m_channels({chosen.width, 2 * chosen.width, 4 * chosen.width, 6 * chosen.width}) {
    down = register_module("down", nn::ModuleList());
    up = register_module("up", nn::ModuleList());
    down->push_back(convolution(kInputs * kFold * kFold, m_channels.front()));
    for (std::size_t level = 1; level < m_channels.size(); ++level) {
        down->push_back(MendingBlock(m_channels[level - 1], m_channels[level], 2));
    }
    for (std::size_t level = m_channels.size() - 1; level > 0; --level) {
        up->push_back(
            convolution(m_channels[level] + m_channels[level - 1], m_channels[level - 1]));
    }
    const std::int64_t steered = std::accumulate(m_channels.begin(), m_channels.end(), 0L);
    steering = register_module(
        "steering", nn::Sequential(nn::Linear(kMenderShapeValues, kSteeringWidth),
                                   nn::LeakyReLU(nn::LeakyReLUOptions().negative_slope(kSlope)),
                                   nn::Linear(kSteeringWidth, 2 * steered)));
    output = register_module("output", convolution(m_channels.front(), 3));
    nn::init::zeros_(output->weight);
}

// Scales and shifts every channel of a level by the wanted mouth.
torch::Tensor MenderModelImpl::steered(torch::Tensor features, const torch::Tensor& wanted,
                                       std::size_t level) const {
    const std::int64_t first =
        2 * std::accumulate(m_channels.begin(),
                            m_channels.begin() + static_cast<std::ptrdiff_t>(level), 0L);
    const std::int64_t count = m_channels[level];
    const auto part = [&](std::int64_t from) {
        return wanted.slice(1, from, from + count).unsqueeze(2).unsqueeze(3);
    };
    return features * (1.0 + part(first)) + part(first + count);
}

torch::Tensor MenderModelImpl::reach(const torch::Tensor& alpha) const {
    const std::int64_t fade = std::max<std::int64_t>(1, config.size / kFadeParts);
    const torch::Tensor border = ramp(alpha.size(2), fade).unsqueeze(1) * ramp(alpha.size(3), fade);
    return alpha * border.to(alpha.device());
}

torch::Tensor MenderModelImpl::forward(const torch::Tensor& warped, const torch::Tensor& alpha,
                                       const torch::Tensor& upper, const torch::Tensor& shapes) {
    const torch::Tensor wanted = steering->forward(shapes * kShapeScale);
    torch::Tensor x = torch::pixel_unshuffle(torch::cat({warped, alpha, upper.flip(2)}, 1), kFold)
                          .contiguous(torch::MemoryFormat::ChannelsLast);
    std::vector<torch::Tensor> skips;
    for (std::size_t level = 0; level < m_channels.size(); ++level) {
        x = level == 0 ? activated(down[0]->as<nn::Conv2d>()->forward(x))
                       : down[level]->as<MendingBlock>()->forward(x);
        x = steered(x, wanted, level);
        skips.push_back(x);
    }
    for (std::size_t step = 0; step + 1 < m_channels.size(); ++step) {
        const torch::Tensor& skip = skips[m_channels.size() - 2 - step];
        x = activated(up[step]->as<nn::Conv2d>()->forward(torch::cat({doubled(x), skip}, 1)));
    }
    const torch::Tensor mend = kLargestMend * doubled(torch::tanh(output->forward(x)));
    return reach(alpha) * (is_training() ? mend : torch::softshrink(mend, kUnseen));
}

TensorMap menderArchive(const MenderModelImpl& model) {
    TensorMap tensors = namedTensors(model);
    writeConfig(tensors, "format", kFormat);
    writeConfig(tensors, "size", model.config.size);
    writeConfig(tensors, "width", model.config.width);
    return tensors;
}

core::Result<MenderModel> loadMender(const TensorMap& tensors, const std::string& place) {
    const auto format = readConfig(tensors, "format", kFormat, kFormat, place);
    const auto size = readConfig(tensors, "size", 32, 1024, place);
    const auto width = readConfig(tensors, "width", 1, 256, place);
    for (const auto* value : {&format, &size, &width}) {
        if (!*value) {
            return core::passOn(*value);
        }
    }
    if (*size % 32 != 0) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the side of the face crop is no multiple of 32", place,
                          "Restore the file from the installation or train the model again");
    }
    MenderModel model(MenderConfig{*size, *width});
    if (const auto assigned = assignTensors(*model, tensors, place); !assigned) {
        return core::passOn(assigned);
    }
    model->eval();
    return model;
}

}  // namespace lipwright::nets
