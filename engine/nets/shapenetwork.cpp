#include "engine/nets/shapenetwork.h"

#include "engine/nets/device_p.h"
#include "engine/nets/shapemodel_p.h"
#include "engine/nets/soundgrid_p.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace lipwright::nets {

namespace {

core::Failure badFeatures(const std::string& reason) {
    return core::fail(core::ErrorCode::invalidArgument, "speech features: " + reason);
}

}  // namespace

struct ShapeNetwork::State {
    ShapeModel model{nullptr};
    torch::Tensor gain;
    torch::Device device = torch::kCPU;

    [[nodiscard]] core::Result<void> check(const SpeechFeatures& features) const;
    /// Undefined where the network's own is meant.
    [[nodiscard]] torch::Tensor latent(SpeakingStyle style) const;
};

core::Result<void> ShapeNetwork::State::check(const SpeechFeatures& features) const {
    if (features.mel.empty() || features.mel.size() % kMelBands != 0) {
        return badFeatures("the mel spectrogram is empty or not of 80 bands");
    }
    const auto phonetic = static_cast<std::size_t>(model->config.phonetic);
    if (phonetic == 0) {
        return {};
    }
    if (features.phonetic.empty() || features.phonetic.size() % phonetic != 0) {
        return badFeatures("the network wants phonetic rows of " + std::to_string(phonetic) +
                           " values");
    }
    return {};
}

torch::Tensor ShapeNetwork::State::latent(SpeakingStyle style) const {
    if (model->style.is_empty()) {
        return {};
    }
    const auto bounded = [](double value) { return std::clamp(value, -1.0, 1.0); };
    return model->style->latent + bounded(style.articulation) * model->style->axes[0] +
           bounded(style.liveliness) * model->style->axes[1];
}

ShapeNetwork::ShapeNetwork(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ShapeNetwork::ShapeNetwork(ShapeNetwork&&) noexcept = default;
ShapeNetwork& ShapeNetwork::operator=(ShapeNetwork&&) noexcept = default;
ShapeNetwork::~ShapeNetwork() = default;

core::Result<ShapeNetwork> ShapeNetwork::load(const std::filesystem::path& weights, Device device) {
    const auto tensors = readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    try {
        auto model = loadShapeModel(*tensors, weights.string());
        if (!model) {
            return core::passOn(model);
        }
        auto state = std::make_unique<State>();
        state->model = model->model;
        state->gain = model->gain;
        state->device = torchDevice(device);
        state->model->to(state->device);
        return ShapeNetwork(std::move(state));
    } catch (const std::exception& error) {
        return core::Failure(torchError(error, weights.string()));
    }
}

int ShapeNetwork::measures() const {
    return static_cast<int>(m_state->model->config.measures);
}

bool ShapeNetwork::takesPhonetic() const {
    return m_state->model->config.phonetic > 0;
}

bool ShapeNetwork::takesStyle() const {
    return !m_state->model->style.is_empty();
}

double ShapeNetwork::contextSeconds() const {
    return kFeatureMeanSeconds +
           static_cast<double>(m_state->model->config.context()) / kShapeRowsPerSecond;
}

core::Result<std::vector<float>> ShapeNetwork::predict(const SpeechFeatures& features,
                                                       std::span<const double> times,
                                                       SpeakingStyle style) const {
    if (const auto checked = m_state->check(features); !checked) {
        return core::passOn(checked);
    }
    if (times.empty()) {
        return std::vector<float>{};
    }
    try {
        const c10::InferenceMode inference;
        const torch::Tensor curve =
            shapeCurve(*m_state->model, gridFeatures(features, m_state->model->config.phonetic),
                       m_state->device, m_state->latent(style)) *
            m_state->gain;
        const torch::Tensor positions =
            (torch::tensor(std::vector<double>(times.begin(), times.end()), torch::kDouble) -
             features.startSeconds) *
            kShapeRowsPerSecond;
        const torch::Tensor shapes = rowsAt(curve, positions.unsqueeze(0)).contiguous();
        const float* data = shapes.data_ptr<float>();
        return std::vector<float>(data, data + shapes.numel());
    } catch (const std::exception& error) {
        return core::Failure(torchError(error, "shape network"));
    }
}

}  // namespace lipwright::nets
