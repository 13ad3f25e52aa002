// The audio → mouth-shape network as a module: residual dilated 1-D convolutions on speech features
// (METHODS: A2.1). For engine/nets and engine/training only.
#pragma once

#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::nets {

struct ShapeConfig {
    std::int64_t phonetic = 0;  ///< phonetic channels beside the 80 mel bands
    std::int64_t width = 96;
    std::int64_t blocks = 5;    ///< dilations 1, 2, 4 ...
    std::int64_t measures = 4;
    double dropout = 0.25;      ///< while training only

    /// Grid rows to each side that an output depends on.
    [[nodiscard]] std::int64_t context() const { return 2 + (std::int64_t{1} << blocks) - 1; }
};

struct ShapeModelImpl : torch::nn::Module {
    explicit ShapeModelImpl(const ShapeConfig& config);

    /// (N, 80 + phonetic, rows) -> (N, rows, measures). The outermost context() rows see zeros
    /// beyond the ends and should be dropped.
    torch::Tensor forward(const torch::Tensor& features);

    ShapeConfig config;
    torch::nn::Conv1d input{nullptr};
    torch::nn::ModuleList blocks{nullptr};
    torch::nn::Conv1d output{nullptr};
};
TORCH_MODULE(ShapeModel);

/// Rows of (N, rows, measures) at fractional positions (N, times), linearly interpolated:
/// (N, times, measures).
[[nodiscard]] torch::Tensor rowsAt(const torch::Tensor& rows, const torch::Tensor& positions);

[[nodiscard]] TensorMap shapeArchive(const ShapeModelImpl& model);
[[nodiscard]] core::Result<ShapeModel> loadShapeModel(const TensorMap& tensors,
                                                      const std::string& place);

}  // namespace lipwright::nets
