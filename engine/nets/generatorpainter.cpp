#include "engine/nets/generatorpainter_p.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace lipwright::nets {

namespace {

constexpr double kClearlyFaster = 1.2;
constexpr int kTrialRuns = 3;
constexpr int kTrialReferences = 10;

void storeChannelsLast(torch::nn::Module& model) {
    for (torch::Tensor& parameter : model.parameters()) {
        if (parameter.dim() == 4) {
            parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
        }
    }
}

/// Zeros for a trial: one frame and its references.
struct Trial {
    torch::Tensor upper;
    torch::Tensor drive;
    torch::Tensor take;
    ReferenceFeatures references;  ///< float32

    Trial(const GeneratorModel& whole, torch::Device device) {
        const GeneratorConfig& config = whole->config;
        upper = torch::zeros({1, 3, config.size / 2, config.size}, device);
        drive = torch::zeros({1, config.embedding}, device);
        take = torch::zeros({1}, torch::TensorOptions(device).dtype(torch::kLong));
        references = whole.ptr()->encodeReferences(
            upper.unsqueeze(0).expand({1, kTrialReferences, -1, -1, -1}));
    }
};

/// The quickest of some paintings of one frame.
double trialSeconds(const GeneratorPainter& painter, const Trial& trial) {
    const torch::Tensor upper = trial.upper.to(painter.numbers);
    const torch::Tensor drive = trial.drive.to(painter.numbers);
    const ReferenceFeatures references = converted(trial.references, painter.numbers);
    double quickest = std::numeric_limits<double>::max();
    for (int run = 0; run < kTrialRuns; ++run) {
        const auto start = std::chrono::steady_clock::now();
        // Reading a value waits for the device.
        (void)painter.model.ptr()
            ->paint(upper, drive, references, trial.take)
            .rgb.sum()
            .item<float>();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        quickest = std::min(quickest, taken.count());
    }
    return quickest;
}

bool clearlyFaster(const GeneratorPainter& shorter, const GeneratorPainter& whole,
                   torch::Device device) {
    try {
        const c10::InferenceMode inference;
        const Trial trial(whole.model, device);
        return trialSeconds(shorter, trial) * kClearlyFaster < trialSeconds(whole, trial);
    } catch (const std::exception&) {
        return false;  // this LibTorch or device can not paint in bfloat16
    }
}

}  // namespace

core::Result<GeneratorModel> loadGeneratorAs(torch::ScalarType numbers, const TensorMap& tensors,
                                             const std::string& place, torch::Device device) {
    auto model = loadGenerator(tensors, place);
    if (model) {
        (*model)->to(device, numbers);
        (*model)->eval();
        storeChannelsLast(**model);
    }
    return model;
}

core::Result<GeneratorPainter> choosePainter(const GeneratorModel& whole,
                                             GeneratorPrecision precision, const TensorMap& tensors,
                                             const std::string& place, torch::Device device) {
    const GeneratorPainter usual{whole, torch::kFloat32};
    if (precision == GeneratorPrecision::float32) {
        return usual;
    }
    const auto model = loadGeneratorAs(torch::kBFloat16, tensors, place, device);
    if (!model) {
        return core::passOn(model);
    }
    const GeneratorPainter shorter{*model, torch::kBFloat16};
    const bool take =
        precision == GeneratorPrecision::bfloat16 || clearlyFaster(shorter, usual, device);
    return take ? shorter : usual;
}

ReferenceFeatures converted(ReferenceFeatures features, torch::ScalarType numbers) {
    features.embeddings = features.embeddings.to(numbers);
    for (torch::Tensor& level : features.levels) {
        level = level.to(numbers);
    }
    return features;
}

}  // namespace lipwright::nets
