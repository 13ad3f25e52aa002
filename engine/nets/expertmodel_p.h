// The lip-sync expert of paper 001 §3.3 as a module: two residual convolutional encoders. Unlike
// the paper no ReLU precedes the normalisation, because the expert is trained contrastively (plain
// cross-entropy of in-sync and shifted pairs stayed at chance on this footage) and its cosine is
// calibrated to a probability afterwards. For engine/nets and engine/training only.
#pragma once

#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

namespace lipwright::nets {

struct ExpertConfig {
    std::int64_t width = 24;  ///< channels of the first layer
    std::int64_t embedding = 512;
    double dropout = 0.2;  ///< while training only
};

/// Convolution, batch normalisation, optional residual connection, ReLU.
struct ConvolutionBlockImpl : torch::nn::Module {
    struct Shape {
        std::int64_t in = 0;
        std::int64_t out = 0;
        std::int64_t kernel = 3;
        std::int64_t strideY = 1;
        std::int64_t strideX = 1;
        bool residual = false;
    };
    explicit ConvolutionBlockImpl(const Shape& shape);
    torch::Tensor forward(const torch::Tensor& input);

    torch::nn::Conv2d convolution{nullptr};
    torch::nn::BatchNorm2d normalisation{nullptr};
    bool residual = false;
};
TORCH_MODULE(ConvolutionBlock);

struct ExpertModelImpl : torch::nn::Module {
    explicit ExpertModelImpl(const ExpertConfig& config);

    /// (N, 15, 48, 96) RGB in [0, 1], five frames stacked by channel -> (N, embedding), not yet of
    /// unit length.
    torch::Tensor pictureFeatures(const torch::Tensor& pictures);
    /// (N, 1, 80, 16) log-mel in [-4, 4] -> (N, embedding), not yet of unit length.
    torch::Tensor soundFeatures(const torch::Tensor& mel);

    ExpertConfig config;
    torch::nn::Sequential picture{nullptr};
    torch::nn::Sequential sound{nullptr};
    torch::nn::Linear pictureHead{nullptr};
    torch::nn::Linear soundHead{nullptr};
    torch::nn::Dropout dropout{nullptr};
};
TORCH_MODULE(ExpertModel);

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
