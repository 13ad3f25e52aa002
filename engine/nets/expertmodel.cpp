#include "engine/nets/expertmodel_p.h"
#include "engine/nets/soundgrid_p.h"

namespace lipwright::nets {

namespace nn = torch::nn;

namespace {

constexpr std::int64_t kFormat = 2;

/// Adds its input to what its layers make of it.
struct ResidualImpl : nn::Module {
    explicit ResidualImpl(std::int64_t channels) {
        convolution = register_module(
            "convolution",
            nn::Conv2d(nn::Conv2dOptions(channels, channels, 3).padding(1).bias(false)));
        normalisation = register_module("normalisation", nn::BatchNorm2d(channels));
    }
    torch::Tensor forward(const torch::Tensor& input) {
        return torch::relu(input + normalisation->forward(convolution->forward(input)));
    }
    nn::Conv2d convolution{nullptr};
    nn::BatchNorm2d normalisation{nullptr};
};
TORCH_MODULE(Residual);

/// A convolution that halves both sides.
void pushHalving(nn::Sequential& layers, std::int64_t in, std::int64_t out, std::int64_t kernel) {
    layers->push_back(
        nn::Conv2d(nn::Conv2dOptions(in, out, kernel).stride(2).padding(kernel / 2).bias(false)));
    layers->push_back(nn::BatchNorm2d(out));
    layers->push_back(nn::ReLU());
}

nn::Sequential pictureEncoder(std::int64_t w, double dropout) {
    nn::Sequential layers;
    pushHalving(layers, 3, w, 5);  // 24 × 48
    pushHalving(layers, w, 2 * w, 3);
    layers->push_back(Residual(2 * w));  // 12 × 24
    pushHalving(layers, 2 * w, 4 * w, 3);
    layers->push_back(Residual(4 * w));  // 6 × 12
    pushHalving(layers, 4 * w, 8 * w, 3);
    layers->push_back(Residual(8 * w));  // 3 × 6
    layers->push_back(nn::Flatten());
    layers->push_back(nn::Dropout(dropout));
    return layers;
}

struct Temporal {
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
};

nn::Sequential temporalNetwork(std::int64_t in, const ExpertConfig& config,
                               std::initializer_list<Temporal> layout) {
    nn::Sequential layers;
    for (const Temporal& layer : layout) {
        layers->push_back(nn::Conv1d(
            nn::Conv1dOptions(in, config.channels, layer.kernel).stride(layer.stride).bias(false)));
        layers->push_back(nn::BatchNorm1d(config.channels));
        layers->push_back(nn::ReLU());
        layers->push_back(nn::Dropout(config.dropout));
        in = config.channels;
    }
    layers->push_back(nn::Conv1d(config.channels, config.embedding, 1));
    return layers;
}

}  // namespace

std::int64_t frameValues(ExpertSight sight) {
    return sight == ExpertSight::pictures ? kExpertPictureValues : kExpertMouthValues;
}

ExpertModelImpl::ExpertModelImpl(const ExpertConfig& chosen) : config(chosen) {
    if (config.sight == ExpertSight::pictures) {
        picture = register_module("picture", pictureEncoder(config.width, config.dropout));
        pictureHead = register_module("pictureHead",
                                      nn::Linear(8 * config.width * 3 * 6, kExpertPictureValues));
    }
    sight = register_module("sight",
                            temporalNetwork(frameValues(config.sight), config, {{3, 1}, {3, 1}}));
    sound = register_module(
        "sound", temporalNetwork(gridChannels(config.phonetic), config, {{4, 2}, {4, 2}, {3, 1}}));
}

torch::Tensor ExpertModelImpl::frameFeatures(const torch::Tensor& pictures) {
    return pictureHead->forward(
        picture->forward(pictures.contiguous(torch::MemoryFormat::ChannelsLast)));
}

std::vector<torch::Tensor> ExpertModelImpl::pictureLevels(const torch::Tensor& pictures) {
    std::vector<torch::Tensor> levels;
    torch::Tensor features = pictures.contiguous(torch::MemoryFormat::ChannelsLast);
    for (nn::AnyModule& layer : *picture) {
        torch::Tensor next = layer.forward(features);
        const bool ends = next.dim() < 4;
        if (!levels.empty() && !ends && next.size(2) == levels.back().size(2)) {
            levels.back() = next;
        } else if (!ends) {
            levels.push_back(next);
        }
        if (ends) {
            break;
        }
        features = next;
    }
    return levels;
}

torch::Tensor ExpertModelImpl::seen(const torch::Tensor& features) {
    return sight->forward(features);
}

torch::Tensor ExpertModelImpl::heard(const torch::Tensor& grid) {
    return sound->forward(grid);
}

torch::Tensor expertGrid(const SpeechFeatures& features, std::int64_t phonetic) {
    torch::Tensor grid = gridFeatures(features, phonetic);
    torch::Tensor phones = grid.slice(0, 0, phonetic);
    phones.div_(kPhoneScale).add_(1e-3).log_().div_(3.0).add_(1.0);
    return grid;
}

torch::Tensor unitLength(const torch::Tensor& features) {
    return torch::nn::functional::normalize(
        features, torch::nn::functional::NormalizeFuncOptions().dim(1).eps(1e-6));
}

TensorMap expertArchive(const ExpertModelImpl& model, const Calibration& calibration) {
    TensorMap tensors = namedTensors(model);
    writeConfig(tensors, "format", kFormat);
    writeConfig(tensors, "sight", static_cast<std::int64_t>(model.config.sight));
    writeConfig(tensors, "width", model.config.width);
    writeConfig(tensors, "channels", model.config.channels);
    writeConfig(tensors, "embedding", model.config.embedding);
    writeConfig(tensors, "phonetic", model.config.phonetic);
    tensors["calibration.logistic"] = torch::tensor({calibration.slope, calibration.offset});
    return tensors;
}

core::Result<LoadedExpert> loadExpert(const TensorMap& tensors, const std::string& place) {
    const auto format = readConfig(tensors, "format", kFormat, kFormat, place);
    const auto sight = readConfig(tensors, "sight", 0, 1, place);
    const auto width = readConfig(tensors, "width", 1, 256, place);
    const auto channels = readConfig(tensors, "channels", 1, 4096, place);
    const auto embedding = readConfig(tensors, "embedding", 1, 4096, place);
    const auto phonetic = readConfig(tensors, "phonetic", 0, 4096, place);
    for (const auto* value : {&format, &sight, &width, &channels, &embedding, &phonetic}) {
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
    loaded.model = ExpertModel(ExpertConfig{static_cast<ExpertSight>(*sight), *width, *channels,
                                            *embedding, *phonetic, 0.0});
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
