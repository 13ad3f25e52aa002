#include "engine/nets/expertmodel_p.h"

namespace lipwright::nets {

namespace nn = torch::nn;

namespace {

using Shape = ConvolutionBlockImpl::Shape;

nn::Sequential stack(const std::vector<Shape>& shapes) {
    nn::Sequential layers;
    for (const Shape& shape : shapes) {
        layers->push_back(ConvolutionBlock(shape));
    }
    return layers;
}

/// Averages to 2 × 2 and flattens, so that the head does not depend on the picture's size.
torch::Tensor pooled(const torch::Tensor& maps) {
    return torch::adaptive_avg_pool2d(maps, {2, 2}).flatten(1);
}

}  // namespace

ConvolutionBlockImpl::ConvolutionBlockImpl(const Shape& shape) : residual(shape.residual) {
    convolution = register_module("convolution",
                                  nn::Conv2d(nn::Conv2dOptions(shape.in, shape.out, shape.kernel)
                                                 .stride({shape.strideY, shape.strideX})
                                                 .padding(shape.kernel / 2)
                                                 .bias(false)));
    normalisation = register_module("normalisation", nn::BatchNorm2d(shape.out));
}

torch::Tensor ConvolutionBlockImpl::forward(const torch::Tensor& input) {
    const torch::Tensor output = normalisation->forward(convolution->forward(input));
    return torch::relu(residual ? output + input : output);
}

ExpertModelImpl::ExpertModelImpl(const ExpertConfig& chosen) : config(chosen) {
    const std::int64_t w = config.width;
    picture = register_module("picture", stack({{15, w, 5, 2, 2, false},             // 24 × 48
                                                {w, 2 * w, 3, 1, 2, false},          // 24 × 24
                                                {2 * w, 2 * w, 3, 1, 1, true},       //
                                                {2 * w, 4 * w, 3, 2, 2, false},      // 12 × 12
                                                {4 * w, 4 * w, 3, 1, 1, true},       //
                                                {4 * w, 8 * w, 3, 2, 2, false},      // 6 × 6
                                                {8 * w, 8 * w, 3, 1, 1, true},       //
                                                {8 * w, 12 * w, 3, 2, 2, false}}));  // 3 × 3
    sound = register_module("sound", stack({{1, w, 3, 2, 1, false},                  // 40 × 16
                                            {w, 2 * w, 3, 2, 2, false},              // 20 × 8
                                            {2 * w, 2 * w, 3, 1, 1, true},           //
                                            {2 * w, 4 * w, 3, 2, 2, false},          // 10 × 4
                                            {4 * w, 4 * w, 3, 1, 1, true},           //
                                            {4 * w, 8 * w, 3, 2, 2, false},          // 5 × 2
                                            {8 * w, 8 * w, 3, 1, 1, true}}));
    pictureHead = register_module("pictureHead", nn::Linear(4 * 12 * w, config.embedding));
    soundHead = register_module("soundHead", nn::Linear(4 * 8 * w, config.embedding));
    dropout = register_module("dropout", nn::Dropout(config.dropout));
}

torch::Tensor ExpertModelImpl::pictureFeatures(const torch::Tensor& pictures) {
    const torch::Tensor maps =
        picture->forward(pictures.contiguous(torch::MemoryFormat::ChannelsLast));
    return pictureHead->forward(dropout->forward(pooled(maps)));
}

torch::Tensor ExpertModelImpl::soundFeatures(const torch::Tensor& mel) {
    return soundHead->forward(dropout->forward(pooled(sound->forward(mel))));
}

torch::Tensor unitLength(const torch::Tensor& features) {
    return torch::nn::functional::normalize(
        features, torch::nn::functional::NormalizeFuncOptions().dim(1).eps(1e-6));
}

TensorMap expertArchive(const ExpertModelImpl& model, const Calibration& calibration) {
    TensorMap tensors = namedTensors(model);
    writeConfig(tensors, "format", 1);
    writeConfig(tensors, "width", model.config.width);
    writeConfig(tensors, "embedding", model.config.embedding);
    tensors["calibration.logistic"] = torch::tensor({calibration.slope, calibration.offset});
    return tensors;
}

core::Result<LoadedExpert> loadExpert(const TensorMap& tensors, const std::string& place) {
    const auto format = readConfig(tensors, "format", 1, 1, place);
    const auto width = readConfig(tensors, "width", 1, 256, place);
    const auto embedding = readConfig(tensors, "embedding", 1, 4096, place);
    for (const auto* value : {&format, &width, &embedding}) {
        if (!*value) {
            return core::passOn(*value);
        }
    }
    const auto logistic = tensors.find("calibration.logistic");
    if (logistic == tensors.end() || logistic->second.numel() != 2 ||
        !logistic->second.is_floating_point()) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the weights file holds no calibration of the expert", place,
                          "Restore the file from the installation or train the model again");
    }
    LoadedExpert loaded;
    loaded.model = ExpertModel(ExpertConfig{*width, *embedding, 0.0});
    const auto assigned = assignTensors(*loaded.model, tensors, place);
    if (!assigned) {
        return core::passOn(assigned);
    }
    loaded.calibration = {logistic->second.flatten()[0].item<float>(),
                          logistic->second.flatten()[1].item<float>()};
    loaded.model->eval();
    return loaded;
}

}  // namespace lipwright::nets
