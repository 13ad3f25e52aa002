// The lip-sync expert as a module: a picture encoder for single frames, a temporal network over
// five of them, and a network over 0.2 s of sound. It deviates from paper 001 §3.3 where that
// learned nothing from little footage: frames are encoded one by one (every window of a stretch
// costs one frame instead of five), the mean of the face is taken from their features (what stays
// the same is who it is), the sound comes as phones and log-mel, and training is contrastive, so no
// ReLU precedes the normalisation; the cosine is calibrated to a probability afterwards. For
// engine/nets and engine/training only.
#pragma once

#include "engine/nets/lipsyncexpert.h"
#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::nets {

inline constexpr std::int64_t kGridRowsPerFrame = 4;  ///< 100 rows per second, 25 frames
inline constexpr std::int64_t kSoundWindowRows = 18;  ///< rows that a sound window looks at

struct ExpertConfig {
    ExpertSight sight = ExpertSight::pictures;
    std::int64_t width = 24;      ///< channels of the picture encoder's first layer
    std::int64_t channels = 192;  ///< of the temporal networks
    std::int64_t embedding = 128;
    std::int64_t phonetic = 42;
    double dropout = 0.2;  ///< while training only
};

/// Values per frame that the temporal network takes.
[[nodiscard]] std::int64_t frameValues(ExpertSight sight);

struct ExpertModelImpl : torch::nn::Module {
    explicit ExpertModelImpl(const ExpertConfig& config);

    /// (N, 3, 48, 96) RGB in [0, 1] -> (N, kExpertPictureValues): estimates of the mouth values,
    /// then free ones. For sight by pictures.
    torch::Tensor frameFeatures(const torch::Tensor& pictures);
    /// The activations of the picture encoder on its way, from fine to coarse: (N, C, h, w), each
    /// half as large as the one before.
    std::vector<torch::Tensor> pictureLevels(const torch::Tensor& pictures);
    /// (B, values, T) of consecutive frames at 25 fps, the face's mean taken out -> (B, embedding,
    /// T − 4), not yet of unit length; window i is about frames i to i + 4.
    torch::Tensor seen(const torch::Tensor& features);
    /// (B, channels, R) of expertGrid -> (B, embedding, (R − 18) / 4 + 1), not yet of unit
    /// length; window i begins at row 4·i.
    torch::Tensor heard(const torch::Tensor& grid);

    ExpertConfig config;
    torch::nn::Sequential picture{nullptr};
    torch::nn::Linear pictureHead{nullptr};
    torch::nn::Sequential sight{nullptr};
    torch::nn::Sequential sound{nullptr};
};
TORCH_MODULE(ExpertModel);

/// gridFeatures() with the phones' posteriors p as 1 + ln(p + 0.001) / 3: the second best matters.
[[nodiscard]] torch::Tensor expertGrid(const SpeechFeatures& features, std::int64_t phonetic);

/// Scales dimension 1 to unit length.
[[nodiscard]] torch::Tensor unitLength(const torch::Tensor& features);

/// Probability = 1 / (1 + exp(-(slope·cosine + offset))).
struct Calibration {
    float slope = 1.0F;
    float offset = 0.0F;
};

[[nodiscard]] TensorMap expertArchive(const ExpertModelImpl& model, const Calibration& calibration);
struct LoadedExpert {
    ExpertModel model{nullptr};
    Calibration calibration;
};
[[nodiscard]] core::Result<LoadedExpert> loadExpert(const TensorMap& tensors,
                                                    const std::string& place);

}  // namespace lipwright::nets
