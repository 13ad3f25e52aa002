#include "engine/nets/generatormodel_p.h"
#include "engine/nets/generatorparts_p.h"
#include "engine/nets/soundgrid_p.h"

#include <cmath>

namespace lipwright::nets {

namespace nn = torch::nn;

namespace {

constexpr std::int64_t kFormat = 1;
constexpr double kReferenceBlur = 0.6;  ///< sigma in pixels (§3.6: blurred, so that none is copied)

/// (N, 3, h, w) through a 3 × 3 Gaussian.
torch::Tensor lightlyBlurred(const torch::Tensor& pictures) {
    const torch::Tensor at = torch::tensor({-1.0, 0.0, 1.0}, pictures.options());
    const torch::Tensor line = torch::exp(-at * at / (2 * kReferenceBlur * kReferenceBlur));
    const torch::Tensor kernel = torch::outer(line, line) / (line.sum() * line.sum());
    const torch::Tensor framed = nn::functional::pad(
        pictures, nn::functional::PadFuncOptions({1, 1, 1, 1}).mode(torch::kReplicate));
    return nn::functional::conv2d(framed, kernel.expand({3, 1, 3, 3}),
                                  nn::functional::Conv2dFuncOptions().groups(3));
}

/// Σ_k w_nk · values_nk, whatever follows the first two dimensions.
torch::Tensor weighed(const torch::Tensor& weights, const torch::Tensor& values) {
    const torch::Tensor flat = values.flatten(2);
    auto shape = values.sizes().vec();
    shape.erase(shape.begin() + 1);
    return torch::bmm(weights.unsqueeze(1), flat).squeeze(1).view(shape);
}

}  // namespace

torch::Tensor attentionWeights(ReferenceAttention attention, const torch::Tensor& drive,
                               const torch::Tensor& embeddings) {
    const torch::Tensor products = torch::bmm(embeddings, drive.unsqueeze(2)).squeeze(2);
    switch (attention) {
        case ReferenceAttention::mean:
            return torch::full_like(products, 1.0 / static_cast<double>(products.size(1)));
        case ReferenceAttention::paper:
            return torch::softmax(-torch::sigmoid(products), 1);
        case ReferenceAttention::positive:
            return torch::softmax(torch::sigmoid(products), 1);
        case ReferenceAttention::scaled:
            break;
    }
    return torch::softmax(products / std::sqrt(static_cast<double>(drive.size(1))), 1);
}

struct GeneratorModelImpl::Parts {
    PictureEncoder identity{nullptr};
    PictureEncoder reference{nullptr};
    SoundEncoder sound{nullptr};
    nn::Sequential shape{nullptr};
    MouthDecoder decoder{nullptr};
};

GeneratorModelImpl::GeneratorModelImpl(const GeneratorConfig& chosen)
    : config(chosen), m_parts(std::make_unique<Parts>()) {
    Parts& parts = *m_parts;
    parts.identity = register_module("identity", PictureEncoder(config));
    parts.reference = register_module("reference", PictureEncoder(config));
    if (config.sound) {
        parts.sound = register_module("sound", SoundEncoder(config));
    }
    if (config.shape) {
        parts.shape = register_module(
            "shape", nn::Sequential(nn::Linear(kGeneratorShapeFrames * kGeneratorShapeValues,
                                               config.embedding),
                                    nn::ReLU(), nn::Linear(config.embedding, config.embedding)));
    }
    parts.decoder = register_module("decoder", MouthDecoder(config));
}

GeneratorModelImpl::~GeneratorModelImpl() = default;

ReferenceFeatures GeneratorModelImpl::encodeReferences(const torch::Tensor& references) {
    const std::int64_t sets = references.size(0);
    const std::int64_t count = references.size(1);
    const EncodedPicture encoded =
        m_parts->reference->forward(lightlyBlurred(references.flatten(0, 1)));
    ReferenceFeatures features;
    features.embeddings = encoded.embedding.view({sets, count, -1});
    for (std::size_t i = 1; i < encoded.levels.size(); ++i) {
        const torch::Tensor& level = encoded.levels[i];
        features.levels.push_back(
            level.contiguous().view({sets, count, level.size(1), level.size(2), level.size(3)}));
    }
    return features;
}

torch::Tensor GeneratorModelImpl::encodeDrive(const torch::Tensor& grid,
                                              const torch::Tensor& shapes) {
    torch::Tensor drive;
    if (config.sound) {
        drive = m_parts->sound->forward(grid);
    }
    if (config.shape) {
        const torch::Tensor wanted = m_parts->shape->forward(shapes);
        drive = drive.defined() ? drive + wanted : wanted;
    }
    return drive;
}

PaintedMouth GeneratorModelImpl::paint(const torch::Tensor& upper, const torch::Tensor& drive,
                                       const ReferenceFeatures& references,
                                       const torch::Tensor& take) {
    const torch::Tensor weights =
        attentionWeights(config.attention, drive, references.embeddings.index_select(0, take));
    const EncodedPicture identity = m_parts->identity->forward(upper.flip(2));
    std::vector<torch::Tensor> remembered;
    for (const torch::Tensor& level : references.levels) {
        remembered.push_back(weighed(weights, level.index_select(0, take)));
    }
    const torch::Tensor whole = torch::cat(
        {identity.embedding, weighed(weights, references.embeddings.index_select(0, take)), drive},
        1);
    return m_parts->decoder->forward(whole, drive, identity.levels, remembered);
}

TensorMap generatorArchive(const GeneratorModelImpl& model) {
    TensorMap tensors = namedTensors(model);
    const GeneratorConfig& config = model.config;
    writeConfig(tensors, "format", kFormat);
    writeConfig(tensors, "size", config.size);
    writeConfig(tensors, "width", config.width);
    writeConfig(tensors, "embedding", config.embedding);
    writeConfig(tensors, "phonetic", config.phonetic);
    writeConfig(tensors, "sound", config.sound ? 1 : 0);
    writeConfig(tensors, "shape", config.shape ? 1 : 0);
    writeConfig(tensors, "attention", static_cast<std::int64_t>(config.attention));
    writeConfig(tensors, "residual", config.residual ? 1 : 0);
    writeConfig(tensors, "driveSkips", config.driveSkips ? 1 : 0);
    writeConfig(tensors, "maskHead", config.maskHead ? 1 : 0);
    return tensors;
}

core::Result<GeneratorModel> loadGenerator(const TensorMap& tensors, const std::string& place) {
    core::Result<void> problem;
    const auto read = [&](const char* name, std::int64_t least, std::int64_t most) {
        const auto value = readConfig(tensors, name, least, most, place);
        if (!value && problem) {
            problem = core::passOn(value);
        }
        return value ? *value : least;
    };
    read("format", kFormat, kFormat);
    GeneratorConfig config;
    config.size = read("size", 32, 512);
    config.width = read("width", 1, 128);
    config.embedding = read("embedding", 1, 4096);
    config.phonetic = read("phonetic", 0, 4096);
    config.sound = read("sound", 0, 1) == 1;
    config.shape = read("shape", 0, 1) == 1;
    config.attention = static_cast<ReferenceAttention>(
        read("attention", 0, static_cast<std::int64_t>(ReferenceAttention::scaled)));
    config.residual = read("residual", 0, 1) == 1;
    config.driveSkips = read("driveSkips", 0, 1) == 1;
    config.maskHead = read("maskHead", 0, 1) == 1;
    if (!problem) {
        return core::passOn(problem);
    }
    if (config.size % 32 != 0 || !(config.sound || config.shape)) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the generator's configuration makes no sense", place,
                          "Restore the file from the installation or train the model again");
    }
    GeneratorModel model(config);
    if (const auto assigned = assignTensors(*model, tensors, place); !assigned) {
        return core::passOn(assigned);
    }
    model->eval();
    return model;
}

}  // namespace lipwright::nets
