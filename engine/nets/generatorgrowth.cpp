#include "engine/nets/generatorgrowth_p.h"

#include <torch/torch.h>

namespace lipwright::nets {

namespace F = torch::nn::functional;

namespace {

/// The coarsest map of a generator for crops of some size: rows, and columns twice as many.
struct CoarseMap {
    std::int64_t rows;
    [[nodiscard]] std::int64_t columns() const { return 2 * rows; }
    [[nodiscard]] std::int64_t cells() const { return rows * columns(); }
};

/// (N, C, rows, columns) of one map for another.
torch::Tensor resampled(const torch::Tensor& maps, CoarseMap to) {
    return F::interpolate(maps.to(torch::kFloat32),
                          F::InterpolateFuncOptions()
                              .size(std::vector<std::int64_t>{to.rows, to.columns()})
                              .mode(torch::kBilinear)
                              .align_corners(false));
}

/// A linear layer (E, C · cells) that reads a map.
torch::Tensor readingLayer(const torch::Tensor& weight, CoarseMap from, CoarseMap to) {
    const torch::Tensor maps = weight.view({weight.size(0), -1, from.rows, from.columns()});
    const double share = static_cast<double>(from.cells()) / static_cast<double>(to.cells());
    return (resampled(maps, to) * share).flatten(1);
}

/// A linear layer's weight (C · cells, E) or bias (C · cells) that writes a map.
torch::Tensor writingLayer(const torch::Tensor& values, CoarseMap from, CoarseMap to) {
    const torch::Tensor columns = values.dim() == 2 ? values : values.unsqueeze(1);
    const torch::Tensor maps =
        columns.t().reshape({columns.size(1), -1, from.rows, from.columns()});
    const torch::Tensor grown = resampled(maps, to).flatten(1).t();
    return (values.dim() == 2 ? grown : grown.squeeze(1)).contiguous();
}

}  // namespace

core::Result<TensorMap> resizedGenerator(const TensorMap& archive, std::int64_t size,
                                         const std::string& place) {
    const auto found = readConfig(archive, "size", 32, 512, place);
    if (!found) {
        return core::passOn(found);
    }
    TensorMap grown = archive;
    const CoarseMap from{*found / 32};
    const CoarseMap to{size / 32};
    const auto replace = [&](const std::string& name, auto layer) {
        const auto tensor = grown.find(name);
        // What does not fit stays as it is: who assigns the tensors names what is wrong.
        if (tensor != grown.end() && tensor->second.numel() % from.cells() == 0) {
            tensor->second = layer(tensor->second, from, to);
        }
    };
    for (const char* name : {"identity.embed.weight", "reference.embed.weight"}) {
        replace(name, readingLayer);
    }
    for (const char* name : {"decoder.begin.weight", "decoder.begin.bias"}) {
        replace(name, writingLayer);
    }
    writeConfig(grown, "size", size);
    return grown;
}

}  // namespace lipwright::nets
