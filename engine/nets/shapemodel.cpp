#include "engine/nets/shapemodel_p.h"
#include "engine/nets/soundgrid_p.h"

#include <algorithm>

namespace lipwright::nets {

namespace nn = torch::nn;

namespace {

constexpr std::int64_t kChunkRows = 256;  // fixed: varying sizes make LibTorch's caches grow

nn::Sequential block(std::int64_t width, std::int64_t dilation, double dropout) {
    return nn::Sequential(
        nn::BatchNorm1d(width), nn::ReLU(),
        nn::Conv1d(nn::Conv1dOptions(width, width, 3).padding(dilation).dilation(dilation)),
        nn::BatchNorm1d(width), nn::ReLU(), nn::Dropout(dropout),
        nn::Conv1d(nn::Conv1dOptions(width, width, 1)));
}

}  // namespace

ShapeStyleImpl::ShapeStyleImpl(std::int64_t size, std::int64_t width, std::int64_t count) {
    latent = register_parameter("latent", torch::zeros({size}));
    axes = register_buffer("axes", torch::eye(2, size));
    nn::ModuleList list;
    for (std::int64_t i = 0; i < count; ++i) {
        nn::Linear layer(nn::LinearOptions(size, 2 * width).bias(false));
        nn::init::zeros_(layer->weight);
        list->push_back(layer);
    }
    blocks = register_module("blocks", list);
}

torch::Tensor ShapeStyleImpl::styled(std::size_t block, const torch::Tensor& hidden,
                                     const torch::Tensor& latents) {
    const torch::Tensor rows = latents.view({-1, latent.size(0)});
    const auto parts = blocks[block]->as<nn::Linear>()->forward(rows).unsqueeze(2).chunk(2, 1);
    return hidden * (1.0 + parts[0]) + parts[1];
}

ShapeModelImpl::ShapeModelImpl(const ShapeConfig& chosen) : config(chosen) {
    input = register_module(
        "input", nn::Conv1d(nn::Conv1dOptions(gridChannels(config.phonetic), config.width, 5)
                                .stride(kShapeStride)
                                .padding(2)));
    nn::ModuleList list;
    for (std::int64_t i = 0; i < config.blocks; ++i) {
        list->push_back(block(config.width, std::int64_t{1} << i, config.dropout));
    }
    blocks = register_module("blocks", list);
    output =
        register_module("output", nn::Conv1d(nn::Conv1dOptions(config.width, config.measures, 1)));
    if (config.style > 0) {
        style = register_module("style", ShapeStyle(config.style, config.width, config.blocks));
    }
}

torch::Tensor ShapeModelImpl::forward(const torch::Tensor& features, const torch::Tensor& latents) {
    torch::Tensor hidden = input->forward(features);
    for (std::size_t i = 0; i < blocks->size(); ++i) {
        if (!style.is_empty()) {
            hidden = style->styled(i, hidden, latents.defined() ? latents : style->latent);
        }
        hidden = hidden + blocks[i]->as<nn::Sequential>()->forward(hidden);
    }
    return output->forward(torch::relu(hidden)).transpose(1, 2);
}

torch::Tensor rowsAt(const torch::Tensor& rows, const torch::Tensor& positions) {
    const torch::Tensor clamped = positions.clamp(0.0, static_cast<double>(rows.size(1) - 1));
    const torch::Tensor lower = clamped.floor();
    const torch::Tensor fraction = (clamped - lower).to(rows.scalar_type()).unsqueeze(2);
    const auto pick = [&rows](const torch::Tensor& index) {
        const torch::Tensor wide =
            index.to(torch::kLong).unsqueeze(2).expand({-1, -1, rows.size(2)});
        return rows.gather(1, wide);
    };
    return pick(lower) * (1 - fraction) +
           pick((lower + 1).clamp_max(static_cast<double>(rows.size(1) - 1))) * fraction;
}

torch::Tensor shapeCurve(ShapeModelImpl& model, const torch::Tensor& grid, torch::Device device,
                         const torch::Tensor& latent) {
    const std::int64_t context = model.config.context();
    const std::int64_t rows = (grid.size(1) + kShapeStride - 1) / kShapeStride;
    const std::int64_t chunks = std::max<std::int64_t>(1, (rows + kChunkRows - 1) / kChunkRows);
    const std::int64_t before = context * kShapeStride;
    const std::int64_t behind = (chunks * kChunkRows + context) * kShapeStride - grid.size(1);
    const torch::Tensor padded = torch::constant_pad_nd(grid, {before, behind}, 0.0);
    std::vector<torch::Tensor> parts;
    for (std::int64_t chunk = 0; chunk < chunks; ++chunk) {
        const std::int64_t first = chunk * kChunkRows * kShapeStride;
        const torch::Tensor input =
            padded.slice(1, first, first + (kChunkRows + 2 * context) * kShapeStride).contiguous();
        const torch::Tensor output = model.forward(input.unsqueeze(0).to(device), latent);
        parts.push_back(output.slice(1, context, context + kChunkRows).cpu());
    }
    return torch::cat(parts, 1).slice(1, 0, std::max<std::int64_t>(1, rows));
}

TensorMap shapeArchive(const ShapeModelImpl& model, const torch::Tensor& gain) {
    TensorMap tensors = namedTensors(model);
    writeConfig(tensors, "format", 1);
    writeConfig(tensors, "phonetic", model.config.phonetic);
    writeConfig(tensors, "width", model.config.width);
    writeConfig(tensors, "blocks", model.config.blocks);
    writeConfig(tensors, "measures", model.config.measures);
    if (model.config.style > 0) {
        writeConfig(tensors, "style", model.config.style);
    }
    tensors["calibration.gain"] = gain;
    return tensors;
}

core::Result<LoadedShapeModel> loadShapeModel(const TensorMap& tensors, const std::string& place,
                                              double dropout) {
    const auto format = readConfig(tensors, "format", 1, 1, place);
    const auto phonetic = readConfig(tensors, "phonetic", 0, 4096, place);
    const auto width = readConfig(tensors, "width", 1, 4096, place);
    const auto blocks = readConfig(tensors, "blocks", 1, 10, place);
    const auto measures = readConfig(tensors, "measures", 1, 64, place);
    const auto style = tensors.contains("config.style")
                           ? readConfig(tensors, "style", 0, 256, place)
                           : core::Result<std::int64_t>(0);
    for (const auto* value : {&format, &phonetic, &width, &blocks, &measures, &style}) {
        if (!*value) {
            return core::passOn(*value);
        }
    }
    const auto gain = tensors.find("calibration.gain");
    if (gain == tensors.end() || gain->second.numel() != *measures ||
        !gain->second.is_floating_point()) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the weights file holds no gain for each measure", place,
                          "Restore the file from the installation or train the model again");
    }
    LoadedShapeModel loaded;
    loaded.model = ShapeModel(ShapeConfig{*phonetic, *width, *blocks, *measures, dropout, *style});
    const auto assigned = assignTensors(*loaded.model, tensors, place);
    if (!assigned) {
        return core::passOn(assigned);
    }
    loaded.gain = gain->second.flatten();
    loaded.model->eval();
    return loaded;
}

}  // namespace lipwright::nets
