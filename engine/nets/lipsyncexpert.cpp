#include "engine/nets/lipsyncexpert.h"

#include "engine/nets/device_p.h"
#include "engine/nets/expertmodel_p.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>

namespace lipwright::nets {

namespace {

constexpr int kBatch = 32;  // always filled up: varying batch sizes make LibTorch's caches grow
constexpr std::size_t kPictureBytes = std::size_t{kExpertFrames} * kExpertHeight * kExpertWidth * 3;
constexpr int kMelBands = 80;
constexpr std::size_t kMelFloats = std::size_t{kExpertMelColumns} * kMelBands;

/// (N, 5, 48, 96, 3) bytes -> (N, 15, 48, 96) float in [0, 1].
torch::Tensor stackedPictures(const torch::Tensor& bytes) {
    return bytes.to(torch::kFloat)
        .div_(255.0F)
        .permute({0, 1, 4, 2, 3})
        .reshape({bytes.size(0), 3 * kExpertFrames, kExpertHeight, kExpertWidth});
}

core::Failure wrongSize(const char* what) {
    return core::fail(core::ErrorCode::invalidArgument,
                      std::string("the number of ") + what + " does not fit the window count");
}

}  // namespace

struct LipSyncExpert::State {
    ExpertModel model{nullptr};
    Calibration calibration;
    torch::Device device = torch::kCPU;

    /// Runs `encode` over fixed batches; `fill(first, count, batch)` gives a batch's input.
    template <typename Fill, typename Encode>
    core::Result<std::vector<float>> run(int windows, Fill fill, Encode encode) {
        const auto size = static_cast<std::size_t>(model->config.embedding);
        std::vector<float> result(static_cast<std::size_t>(windows) * size);
        try {
            const c10::InferenceMode inference;
            for (int first = 0; first < windows; first += kBatch) {
                const int count = std::min(kBatch, windows - first);
                const torch::Tensor rows =
                    unitLength(encode(fill(first, count).to(device))).cpu().contiguous();
                const float* data = rows.template data_ptr<float>();
                std::copy_n(data, static_cast<std::size_t>(count) * size,
                            result.begin() + static_cast<std::ptrdiff_t>(first * size));
            }
        } catch (const std::exception& error) {
            return core::Failure(torchError(error, "lip-sync expert"));
        }
        return result;
    }
};

LipSyncExpert::LipSyncExpert(std::unique_ptr<State> state) : m_state(std::move(state)) {}
LipSyncExpert::LipSyncExpert(LipSyncExpert&&) noexcept = default;
LipSyncExpert& LipSyncExpert::operator=(LipSyncExpert&&) noexcept = default;
LipSyncExpert::~LipSyncExpert() = default;

core::Result<LipSyncExpert> LipSyncExpert::load(const std::filesystem::path& weights,
                                                Device device) {
    const auto tensors = readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    try {
        auto loaded = loadExpert(*tensors, weights.string());
        if (!loaded) {
            return core::passOn(loaded);
        }
        auto state = std::make_unique<State>();
        state->model = loaded->model;
        state->calibration = loaded->calibration;
        state->device = torchDevice(device);
        state->model->to(state->device);
        return LipSyncExpert(std::move(state));
    } catch (const std::exception& error) {
        return core::Failure(torchError(error, weights.string()));
    }
}

int LipSyncExpert::embeddingSize() const {
    return static_cast<int>(m_state->model->config.embedding);
}

core::Result<std::vector<float>> LipSyncExpert::embedPictures(
    std::span<const std::uint8_t> pictures, int windows) const {
    if (windows < 0 || pictures.size() != static_cast<std::size_t>(windows) * kPictureBytes) {
        return wrongSize("picture bytes");
    }
    const auto fill = [&pictures](int first, int count) {
        torch::Tensor batch =
            torch::zeros({kBatch, kExpertFrames, kExpertHeight, kExpertWidth, 3}, torch::kByte);
        const auto begin = static_cast<std::size_t>(first) * kPictureBytes;
        std::copy_n(pictures.data() + begin, static_cast<std::size_t>(count) * kPictureBytes,
                    batch.data_ptr<std::uint8_t>());
        return stackedPictures(batch);
    };
    return m_state->run(windows, fill, [this](const auto& batch) {
        return m_state->model->pictureFeatures(batch);
    });
}

core::Result<std::vector<float>> LipSyncExpert::embedSound(std::span<const float> mel,
                                                           int windows) const {
    if (windows < 0 || mel.size() != static_cast<std::size_t>(windows) * kMelFloats) {
        return wrongSize("mel values");
    }
    const auto fill = [&mel](int first, int count) {
        torch::Tensor batch = torch::zeros({kBatch, kExpertMelColumns, kMelBands});
        const auto begin = static_cast<std::size_t>(first) * kMelFloats;
        std::copy_n(mel.data() + begin, static_cast<std::size_t>(count) * kMelFloats,
                    batch.data_ptr<float>());
        return batch.transpose(1, 2).unsqueeze(1).contiguous();
    };
    return m_state->run(windows, fill,
                        [this](const auto& batch) { return m_state->model->soundFeatures(batch); });
}

float LipSyncExpert::probability(float cosine) const {
    const Calibration& c = m_state->calibration;
    return 1.0F / (1.0F + std::exp(-(c.slope * cosine + c.offset)));
}

}  // namespace lipwright::nets
