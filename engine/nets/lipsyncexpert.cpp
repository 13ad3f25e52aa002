#include "engine/nets/lipsyncexpert.h"

#include "engine/nets/device_p.h"
#include "engine/nets/expertmodel_p.h"
#include "engine/nets/soundgrid_p.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>

namespace lipwright::nets {

namespace {

constexpr int kPictureBatch = 32;  // always filled up: varying sizes make LibTorch's caches grow
constexpr std::int64_t kWindowBatch = 128;
constexpr std::size_t kPictureBytes = std::size_t{kExpertHeight} * kExpertWidth * 3;

core::Failure wrongSize(const char* what) {
    return core::fail(core::ErrorCode::invalidArgument,
                      std::string("the number of ") + what + " does not fit the count");
}

std::vector<float> valuesOf(const torch::Tensor& rows) {
    const torch::Tensor plain = rows.cpu().contiguous();
    const float* data = plain.data_ptr<float>();
    return {data, data + plain.numel()};
}

/// Columns [first, first + count) of a (channels, columns) tensor, zeros beyond its ends.
torch::Tensor columns(const torch::Tensor& all, std::int64_t first, std::int64_t count) {
    const std::int64_t size = all.size(1);
    const std::int64_t from = std::clamp<std::int64_t>(first, 0, size);
    const std::int64_t to = std::clamp<std::int64_t>(first + count, from, size);
    const std::int64_t before = std::clamp<std::int64_t>(-first, 0, count);
    const torch::Tensor cut = torch::constant_pad_nd(all.slice(1, from, to), {before, 0});
    return torch::constant_pad_nd(cut, {0, count - cut.size(1)});
}

/// Runs a temporal network over `windows` windows in pieces of one size; `cut(first, count)` gives
/// the (channels, columns) that `count` windows from `first` on need.
template <typename Cut, typename Network>
std::vector<float> inPieces(std::int64_t windows, torch::Device device, Cut cut, Network network) {
    std::vector<torch::Tensor> parts;
    for (std::int64_t first = 0; first < windows; first += kWindowBatch) {
        const torch::Tensor input = cut(first, kWindowBatch).unsqueeze(0).contiguous().to(device);
        const torch::Tensor rows = unitLength(network(input))[0].t();
        parts.push_back(rows.slice(0, 0, std::min(kWindowBatch, windows - first)));
    }
    return valuesOf(torch::cat(parts));
}

}  // namespace

struct LipSyncExpert::State {
    ExpertModel model{nullptr};
    Calibration calibration;
    torch::Device device = torch::kCPU;

    [[nodiscard]] std::vector<float> features(std::span<const std::uint8_t> crops, int n) {
        std::vector<float> result;
        for (int first = 0; first < n; first += kPictureBatch) {
            const int count = std::min(kPictureBatch, n - first);
            torch::Tensor bytes =
                torch::zeros({kPictureBatch, kExpertHeight, kExpertWidth, 3}, torch::kByte);
            std::copy_n(crops.data() + static_cast<std::size_t>(first) * kPictureBytes,
                        static_cast<std::size_t>(count) * kPictureBytes,
                        bytes.data_ptr<std::uint8_t>());
            const torch::Tensor pictures =
                bytes.to(device).permute({0, 3, 1, 2}).to(torch::kFloat).div_(255.0F);
            const std::vector<float> rows =
                valuesOf(model->frameFeatures(pictures).slice(0, 0, count));
            result.insert(result.end(), rows.begin(), rows.end());
        }
        return result;
    }

    [[nodiscard]] std::vector<float> seen(std::span<const float> values, int n) {
        const std::int64_t size = nets::frameValues(model->config.sight);
        const torch::Tensor rows =
            torch::from_blob(const_cast<float*>(values.data()), {n, size}, torch::kFloat).t();
        return inPieces(
            n - kExpertFrames + 1, device,
            [&rows](std::int64_t first, std::int64_t count) {
                return columns(rows, first, count + kExpertFrames - 1);
            },
            [this](const torch::Tensor& input) { return model->seen(input); });
    }

    [[nodiscard]] std::vector<float> heard(const SpeechFeatures& features, double firstSecond,
                                           int windows) {
        const torch::Tensor grid = expertGrid(features, model->config.phonetic);
        const std::int64_t offset =
            std::llround((firstSecond - features.startSeconds) * kGridRowsPerSecond);
        return inPieces(
            windows, device,
            [&grid, offset](std::int64_t first, std::int64_t count) {
                return columns(grid, offset + first * kGridRowsPerFrame,
                               (count - 1) * kGridRowsPerFrame + kSoundWindowRows);
            },
            [this](const torch::Tensor& input) { return model->heard(input); });
    }

    template <typename Work>
    core::Result<std::vector<float>> guarded(Work work) {
        try {
            const c10::InferenceMode inference;
            return work();
        } catch (const std::exception& error) {
            return core::Failure(torchError(error, "lip-sync expert"));
        }
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

ExpertSight LipSyncExpert::sight() const {
    return m_state->model->config.sight;
}

int LipSyncExpert::frameValues() const {
    return static_cast<int>(nets::frameValues(sight()));
}

int LipSyncExpert::embeddingSize() const {
    return static_cast<int>(m_state->model->config.embedding);
}

core::Result<std::vector<float>> LipSyncExpert::frameFeatures(std::span<const std::uint8_t> crops,
                                                              int n) const {
    if (sight() != ExpertSight::pictures) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "this judge looks at landmarks, not at pictures");
    }
    if (n < 0 || crops.size() != static_cast<std::size_t>(n) * kPictureBytes) {
        return wrongSize("picture bytes");
    }
    return m_state->guarded([&] { return m_state->features(crops, n); });
}

core::Result<std::vector<float>> LipSyncExpert::embedFrames(std::span<const float> values,
                                                            int n) const {
    if (n < 0 ||
        values.size() != static_cast<std::size_t>(n) * static_cast<std::size_t>(frameValues())) {
        return wrongSize("frame values");
    }
    if (n < kExpertFrames) {
        return std::vector<float>();
    }
    return m_state->guarded([&] { return m_state->seen(values, n); });
}

core::Result<std::vector<float>> LipSyncExpert::embedSound(const SpeechFeatures& features,
                                                           double firstSecond, int windows) const {
    const auto phonetic = static_cast<std::size_t>(m_state->model->config.phonetic);
    if (windows < 0 || features.mel.size() % kMelBands != 0 ||
        (phonetic > 0 && features.phonetic.size() % phonetic != 0)) {
        return wrongSize("sound values");
    }
    if (windows == 0) {
        return std::vector<float>();
    }
    return m_state->guarded([&] { return m_state->heard(features, firstSecond, windows); });
}

float LipSyncExpert::probability(float cosine) const {
    const Calibration& c = m_state->calibration;
    return 1.0F / (1.0F + std::exp(-(c.slope * cosine + c.offset)));
}

}  // namespace lipwright::nets
