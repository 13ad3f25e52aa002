// What the generator is put together from: encoders of pictures and sound, and the decoder. For
// engine/nets only.
#pragma once

#include "engine/nets/generatormodel_p.h"

namespace lipwright::nets {

/// Channels of the picture encoders and the decoder, level by level, from fine (S/2 × S) to coarse
/// (1/16 of that).
[[nodiscard]] std::vector<std::int64_t> generatorChannels(const GeneratorConfig& config);

struct EncodedPicture {
    torch::Tensor embedding;            ///< (N, E)
    std::vector<torch::Tensor> levels;  ///< (N, C_i, h_i, w_i), from fine to coarse
};

/// Ten blocks, two a level; the first of each level but the finest halves both sides.
struct PictureEncoderImpl : torch::nn::Module {
    explicit PictureEncoderImpl(const GeneratorConfig& config);
    /// (N, 3, S/2, S) RGB in [0, 1].
    EncodedPicture forward(const torch::Tensor& pictures);

private:
    std::vector<torch::nn::Sequential> m_levels;
    torch::nn::Linear m_embed{nullptr};
};
TORCH_MODULE(PictureEncoder);

/// Seven blocks on the sound's grid and two channels of coordinates.
struct SoundEncoderImpl : torch::nn::Module {
    explicit SoundEncoderImpl(const GeneratorConfig& config);
    /// (N, gridChannels, 20) -> (N, E).
    torch::Tensor forward(const torch::Tensor& grid);

private:
    torch::nn::Sequential m_blocks{nullptr};
    torch::nn::Linear m_embed{nullptr};
};
TORCH_MODULE(SoundEncoder);

/// Bilinear upsampling and convolution, with the encoders' features beside at every level but the
/// finest, where the network would learn to copy them.
struct MouthDecoderImpl : torch::nn::Module {
    explicit MouthDecoderImpl(const GeneratorConfig& config);
    /// `whole` (N, 3·E) embeddings of identity, references and drive; `references` begins one
    /// level later than `identity`.
    PaintedMouth forward(const torch::Tensor& whole, const torch::Tensor& drive,
                         const std::vector<torch::Tensor>& identity,
                         const std::vector<torch::Tensor>& references);

private:
    bool m_maskHead;
    torch::nn::Linear m_begin{nullptr};
    std::vector<torch::nn::Sequential> m_levels;  ///< from coarse to fine
    std::vector<torch::nn::Linear> m_drive;       ///< the paper's auxiliary blocks
    torch::nn::Conv2d m_rgb{nullptr};
    torch::nn::Conv2d m_mask{nullptr};
    std::int64_t m_coarseHeight;
    std::int64_t m_coarseWidth;
};
TORCH_MODULE(MouthDecoder);

}  // namespace lipwright::nets
