#include "engine/nets/mouthmender.h"

#include "engine/nets/device_p.h"
#include "engine/nets/mendermodel_p.h"

#include <c10/core/InferenceMode.h>

namespace lipwright::nets {

struct MouthMender::State {
    MenderModel model{nullptr};
    torch::Device device = torch::kCPU;

    /// (S/2, S, channels) values -> (1, channels, S/2, S).
    [[nodiscard]] torch::Tensor half(std::span<const float> values, std::int64_t channels) const {
        const std::int64_t size = model->config.size;
        return torch::from_blob(const_cast<float*>(values.data()), {1, size / 2, size, channels},
                                torch::kFloat)
            .permute({0, 3, 1, 2})
            .to(device);
    }

    [[nodiscard]] std::vector<float> residual(const WarpedMouth& mouth) {
        const torch::Tensor wanted = torch::from_blob(const_cast<float*>(mouth.wanted.data()),
                                                      {1, kMenderShapeValues}, torch::kFloat)
                                         .to(device);
        const torch::Tensor mend =
            model->forward(half(mouth.lower, 3), half(mouth.alpha, 1), half(mouth.upper, 3), wanted)
                .permute({0, 2, 3, 1})
                .cpu()
                .contiguous();
        const float* data = mend.data_ptr<float>();
        return {data, data + mend.numel()};
    }
};

MouthMender::MouthMender(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MouthMender::MouthMender(MouthMender&&) noexcept = default;
MouthMender& MouthMender::operator=(MouthMender&&) noexcept = default;
MouthMender::~MouthMender() = default;

core::Result<MouthMender> MouthMender::load(const std::filesystem::path& weights, Device device) {
    const auto tensors = readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    try {
        auto model = loadMender(*tensors, weights.string());
        if (!model) {
            return core::passOn(model);
        }
        auto state = std::make_unique<State>();
        state->model = *model;
        state->device = torchDevice(device);
        state->model->to(state->device);
        return MouthMender(std::move(state));
    } catch (const std::exception& error) {
        return core::Failure(torchError(error, weights.string()));
    }
}

int MouthMender::size() const {
    return static_cast<int>(m_state->model->config.size);
}

core::Result<std::vector<float>> MouthMender::residual(const WarpedMouth& mouth) const {
    const auto pixels = static_cast<std::size_t>(size()) * static_cast<std::size_t>(size()) / 2;
    if (mouth.lower.size() != pixels * 3 || mouth.alpha.size() != pixels ||
        mouth.upper.size() != pixels * 3) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the halves of the face crop have another size than the mender's");
    }
    try {
        const c10::InferenceMode inference;
        return m_state->residual(mouth);
    } catch (const std::exception& error) {
        return core::Failure(torchError(error, "mouth mender"));
    }
}

}  // namespace lipwright::nets
