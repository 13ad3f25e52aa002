// The mender as a module: a small U-Net that says what to add to a warped mouth so that it looks
// as the camera would have seen it (METHOD, "Mend"). It sees the warped lower half of a face crop,
// its mask, the wanted mouth, and the target's upper half mirrored downwards (whose face, how lit);
// never the target's own lower half, which would tell it the old mouth. What it adds has half the
// crop's resolution: it can shade, whiten and darken, but not blur the warp's texture away. Without
// normalisation layers: what it does to one picture depends on no other. For engine/nets and
// engine/training only.
#pragma once

#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::nets {

inline constexpr std::int64_t kMenderShapeValues = 6;  ///< relative face::MouthShape
inline constexpr double kLargestMend = 0.5;            ///< of the range [0, 1] of a colour

struct MenderConfig {
    std::int64_t size = 128;  ///< S, side of the face crop, a multiple of 32
    std::int64_t width = 24;  ///< channels of the first layer
};

struct MenderModelImpl : torch::nn::Module {
    explicit MenderModelImpl(const MenderConfig& config);

    /// `warped` and `upper` (N, 3, S/2, S) RGB in [0, 1], `alpha` (N, 1, S/2, S) in [0, 1],
    /// `shapes` (N, 6) -> (N, 3, S/2, S) within ±kLargestMend·reach(alpha). All zeros before any
    /// training. In evaluation mode mends smaller than a level of 255 are zero.
    torch::Tensor forward(const torch::Tensor& warped, const torch::Tensor& alpha,
                          const torch::Tensor& upper, const torch::Tensor& shapes);
    /// The mask, faded out towards the borders of the half: where mending may change anything.
    [[nodiscard]] torch::Tensor reach(const torch::Tensor& alpha) const;

    MenderConfig config;

private:
    torch::Tensor steered(torch::Tensor features, const torch::Tensor& steering,
                          std::size_t level) const;

    torch::nn::ModuleList down{nullptr};
    torch::nn::ModuleList up{nullptr};
    torch::nn::Sequential steering{nullptr};
    torch::nn::Conv2d output{nullptr};
    std::vector<std::int64_t> m_channels;  ///< from half the crop's resolution down
};
TORCH_MODULE(MenderModel);

[[nodiscard]] TensorMap menderArchive(const MenderModelImpl& model);
[[nodiscard]] core::Result<MenderModel> loadMender(const TensorMap& tensors,
                                                   const std::string& place);

}  // namespace lipwright::nets
