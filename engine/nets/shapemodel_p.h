// The audio → mouth-shape network as a module: residual dilated 1-D convolutions on speech features
// (METHODS: A2.1). For engine/nets and engine/training only.
#pragma once

#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::nets {

inline constexpr std::int64_t kShapeStride = 2;  ///< grid rows per output row
inline constexpr double kShapeRowsPerSecond = 50.0;
inline constexpr std::int64_t kStyleSize = 8;

struct ShapeConfig {
    std::int64_t phonetic = 42;  ///< phonetic channels beside loudness and mel; 0: none
    std::int64_t width = 128;
    std::int64_t blocks = 4;  ///< dilations 1, 2, 4 ... at 50 rows per second
    std::int64_t measures = 6;
    double dropout = 0.2;             ///< while training only
    std::int64_t style = kStyleSize;  ///< numbers of the speaking style; 0: none

    /// Output rows to each side that an output depends on.
    [[nodiscard]] std::int64_t context() const { return 1 + (std::int64_t{1} << blocks); }
};

/// How a speaker speaks, as a few numbers that scale and shift the channels before every residual
/// block. The universal network speaks with zeros; an actor's latent is fitted to him.
struct ShapeStyleImpl : torch::nn::Module {
    ShapeStyleImpl(std::int64_t size, std::int64_t width, std::int64_t blocks);

    /// `hidden` (N, width, rows) in the style of latents (N, size) or (size).
    torch::Tensor styled(std::size_t block, const torch::Tensor& hidden,
                         const torch::Tensor& latents);

    torch::Tensor latent;  ///< (size)
    torch::Tensor axes;    ///< (2, size): more articulated, livelier
    torch::nn::ModuleList blocks{nullptr};
};
TORCH_MODULE(ShapeStyle);

struct ShapeModelImpl : torch::nn::Module {
    explicit ShapeModelImpl(const ShapeConfig& config);

    /// (N, channels, 2·rows) at 100 rows per second -> (N, rows, measures) at 50; output row k is
    /// about input row 2·k. The outermost context() rows see zeros beyond the ends. `latents` as
    /// ShapeStyleImpl::styled takes them; undefined: the network's own.
    torch::Tensor forward(const torch::Tensor& features, const torch::Tensor& latents = {});

    ShapeConfig config;
    torch::nn::Conv1d input{nullptr};
    torch::nn::ModuleList blocks{nullptr};
    torch::nn::Conv1d output{nullptr};
    ShapeStyle style{nullptr};  ///< none in networks of before there were styles
};
TORCH_MODULE(ShapeModel);

/// Rows of (N, rows, measures) at fractional positions (N, times), linearly interpolated:
/// (N, times, measures).
[[nodiscard]] torch::Tensor rowsAt(const torch::Tensor& rows, const torch::Tensor& positions);

/// (1, rows, measures) for a whole grid, computed in chunks of one size; each chunk brings its own
/// context, so the result does not depend on where chunks end.
[[nodiscard]] torch::Tensor shapeCurve(ShapeModelImpl& model, const torch::Tensor& grid,
                                       torch::Device device = torch::kCPU,
                                       const torch::Tensor& latent = {});

/// `gain` (measures): factors that bring the predicted curves to a speaker's natural range; a
/// regression predicts too little movement by as much as it is unsure.
[[nodiscard]] TensorMap shapeArchive(const ShapeModelImpl& model, const torch::Tensor& gain);
struct LoadedShapeModel {
    ShapeModel model{nullptr};
    torch::Tensor gain;
};
/// In evaluation mode; `dropout` is for those who train it further.
[[nodiscard]] core::Result<LoadedShapeModel> loadShapeModel(const TensorMap& tensors,
                                                            const std::string& place,
                                                            double dropout = 0.0);

}  // namespace lipwright::nets
