// A convolution whose weight, as a matrix (out, in · k · k), is divided by its largest singular
// value (Miyato 2018), so that a discriminator cannot grow steep. The value is estimated by power
// iteration: one round at each forward pass in training, none in evaluation.
#pragma once

#include <torch/torch.h>

namespace lipwright::training {

struct SpectralConvolutionImpl : torch::nn::Module {
    /// Draws its weights from LibTorch's generator. `normalised` false: a plain convolution.
    SpectralConvolutionImpl(const torch::nn::Conv2dOptions& options, bool normalised);

    torch::Tensor forward(const torch::Tensor& input);
    /// What the input is convolved with.
    [[nodiscard]] torch::Tensor effectiveWeight() const;

    torch::nn::Conv2d convolution{nullptr};
    torch::Tensor left;   ///< (out) unit vector; undefined when not normalised
    torch::Tensor right;  ///< (in · k · k) unit vector

private:
    void iterate(int rounds);
};
TORCH_MODULE(SpectralConvolution);

}  // namespace lipwright::training
