#include "engine/nets/generatorparts_p.h"
#include "engine/nets/soundgrid_p.h"

namespace lipwright::nets {

namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace {

constexpr int kLevels = 5;
constexpr std::int64_t kSoundLevels = 3;

/// Conv-BN-ReLU; with a residual connection where sides and channels stay, if there shall be one.
struct BlockImpl : nn::Module {
    BlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride, bool residual)
        : m_residual(residual && in == out && stride == 1) {
        m_convolution = register_module(
            "convolution",
            nn::Conv2d(nn::Conv2dOptions(in, out, 3).stride(stride).padding(1).bias(false)));
        m_normalisation = register_module("normalisation", nn::BatchNorm2d(out));
    }
    torch::Tensor forward(const torch::Tensor& input) {
        const torch::Tensor made = m_normalisation->forward(m_convolution->forward(input));
        return torch::relu(m_residual ? made + input : made);
    }

private:
    bool m_residual;
    nn::Conv2d m_convolution{nullptr};
    nn::BatchNorm2d m_normalisation{nullptr};
};
TORCH_MODULE(Block);

torch::Tensor upsampled(const torch::Tensor& features) {
    return F::interpolate(features, F::InterpolateFuncOptions()
                                        .scale_factor(std::vector<double>{2.0, 2.0})
                                        .mode(torch::kBilinear)
                                        .align_corners(false)
                                        .recompute_scale_factor(true));
}

/// (1, 2, rows, columns): where each value lies, −1 … 1.
torch::Tensor coordinates(std::int64_t rows, std::int64_t columns,
                          const torch::TensorOptions& options) {
    const torch::Tensor down = torch::linspace(-1.0, 1.0, rows, options).view({1, 1, rows, 1});
    const torch::Tensor across =
        torch::linspace(-1.0, 1.0, columns, options).view({1, 1, 1, columns});
    return torch::cat({down.expand({1, 1, rows, columns}), across.expand({1, 1, rows, columns})},
                      1);
}

}  // namespace

std::vector<std::int64_t> generatorChannels(const GeneratorConfig& config) {
    const std::int64_t w = config.width;
    return {w, 2 * w, 4 * w, 6 * w, 8 * w};
}

PictureEncoderImpl::PictureEncoderImpl(const GeneratorConfig& config) {
    const std::vector<std::int64_t> channels = generatorChannels(config);
    std::int64_t in = 3;
    for (std::size_t i = 0; i < kLevels; ++i) {
        const std::int64_t out = channels[i];
        m_levels.push_back(
            register_module("level" + std::to_string(i),
                            nn::Sequential(Block(in, out, i == 0 ? 1 : 2, config.residual),
                                           Block(out, out, 1, config.residual))));
        in = out;
    }
    const std::int64_t coarse = config.size / 32;
    m_embed = register_module("embed", nn::Linear(in * coarse * 2 * coarse, config.embedding));
}

EncodedPicture PictureEncoderImpl::forward(const torch::Tensor& pictures) {
    EncodedPicture encoded;
    torch::Tensor features = pictures.contiguous(torch::MemoryFormat::ChannelsLast);
    for (nn::Sequential& level : m_levels) {
        features = level->forward(features);
        encoded.levels.push_back(features);
    }
    encoded.embedding = m_embed->forward(features.flatten(1));
    return encoded;
}

SoundEncoderImpl::SoundEncoderImpl(const GeneratorConfig& config) {
    const std::int64_t w = config.width;
    m_blocks = register_module("blocks", nn::Sequential());
    m_blocks->push_back(Block(3, w, 1, config.residual));
    std::int64_t in = w;
    for (std::int64_t level = 0; level < kSoundLevels; ++level) {
        const std::int64_t out = (level + 1) * 2 * w;
        m_blocks->push_back(Block(in, out, 2, config.residual));
        m_blocks->push_back(Block(out, out, 1, config.residual));
        in = out;
    }
    const auto halved = [](std::int64_t side) { return (side + 1) / 2; };
    std::int64_t rows = gridChannels(config.phonetic);
    std::int64_t columns = kGeneratorSoundRows;
    for (std::int64_t level = 0; level < kSoundLevels; ++level) {
        rows = halved(rows);
        columns = halved(columns);
    }
    m_embed = register_module("embed", nn::Linear(in * rows * columns, config.embedding));
}

torch::Tensor SoundEncoderImpl::forward(const torch::Tensor& grid) {
    const torch::Tensor place = coordinates(grid.size(1), grid.size(2), grid.options());
    const torch::Tensor input =
        torch::cat({grid.unsqueeze(1), place.expand({grid.size(0), 2, -1, -1})}, 1);
    return m_embed->forward(m_blocks->forward(input).flatten(1));
}

MouthDecoderImpl::MouthDecoderImpl(const GeneratorConfig& config)
    : m_maskHead(config.maskHead),
      m_coarseHeight(config.size / 32),
      m_coarseWidth(config.size / 16) {
    const std::vector<std::int64_t> channels = generatorChannels(config);
    std::int64_t in = channels.back();
    m_begin = register_module(
        "begin", nn::Linear(3 * config.embedding, in * m_coarseHeight * m_coarseWidth));
    for (int i = kLevels - 1; i >= 0; --i) {
        const std::int64_t out = channels[static_cast<std::size_t>(i)];
        const std::int64_t beside = i == 0 ? 0 : 2 * out;
        m_levels.push_back(register_module(
            "level" + std::to_string(i), nn::Sequential(Block(in + beside, out, 1, config.residual),
                                                        Block(out, out, 1, config.residual))));
        if (config.driveSkips && i > 0) {
            m_drive.push_back(
                register_module("drive" + std::to_string(i), nn::Linear(config.embedding, in)));
        }
        in = out;
    }
    m_rgb = register_module("rgb", nn::Conv2d(nn::Conv2dOptions(in, 3, 3).padding(1)));
    if (m_maskHead) {
        m_mask = register_module("mask", nn::Conv2d(nn::Conv2dOptions(in, 1, 3).padding(1)));
    }
}

PaintedMouth MouthDecoderImpl::forward(const torch::Tensor& whole, const torch::Tensor& drive,
                                       const std::vector<torch::Tensor>& identity,
                                       const std::vector<torch::Tensor>& references) {
    torch::Tensor features = torch::relu(m_begin->forward(whole))
                                 .view({whole.size(0), -1, m_coarseHeight, m_coarseWidth});
    for (std::size_t step = 0; step < kLevels; ++step) {
        const std::size_t level = kLevels - 1 - step;
        if (step > 0) {
            features = upsampled(features);
        }
        if (step < m_drive.size()) {
            features = features + m_drive[step]->forward(drive).unsqueeze(2).unsqueeze(3);
        }
        if (level > 0) {
            features = torch::cat({features, identity[level], references[level - 1]}, 1);
        }
        features = m_levels[step]->forward(features);
    }
    PaintedMouth painted{torch::sigmoid(m_rgb->forward(features)), {}};
    painted.mask = m_maskHead ? torch::sigmoid(m_mask->forward(features))
                              : torch::ones_like(painted.rgb.slice(1, 0, 1));
    return painted;
}

}  // namespace lipwright::nets
