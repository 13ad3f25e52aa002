#include "engine/nets/mouthgenerator.h"

#include "engine/nets/batchhalving_p.h"
#include "engine/nets/device_p.h"
#include "engine/nets/expertmodel_p.h"
#include "engine/nets/generatorpainter_p.h"
#include "engine/nets/soundgrid_p.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace lipwright::nets {

struct ReferenceMouths::State {
    ReferenceFeatures features;  // of one set: (1, K, ...)
};

namespace {

constexpr std::int64_t kRowsBeforeFrame = 8;  // the middle one of five frames at 25 per second

core::Failure badInput(const std::string& reason) {
    return core::fail(core::ErrorCode::invalidArgument, "mouth generator: " + reason);
}

/// n interleaved pictures of bytes as (n, 3, rows, columns) in [0, 1], channels last.
torch::Tensor picturesOf(const std::uint8_t* bytes, int n, std::int64_t rows, std::int64_t columns,
                         const torch::TensorOptions& options) {
    const torch::Tensor raw =
        torch::from_blob(const_cast<std::uint8_t*>(bytes), {n, rows, columns, 3}, torch::kByte);
    return raw.to(options.device()).permute({0, 3, 1, 2}).to(options.dtype()) / 255.0;
}

void append(std::vector<float>& values, const torch::Tensor& tensor) {
    const torch::Tensor plain = tensor.to(torch::kCPU, torch::kFloat).contiguous();
    values.insert(values.end(), plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel());
}

/// (n, channels, kGeneratorSoundRows) around the instants, zeros beyond the sound.
torch::Tensor soundWindows(const torch::Tensor& grid, std::span<const double> times,
                           double startSeconds) {
    const torch::Tensor padded =
        torch::constant_pad_nd(grid, {kGeneratorSoundRows, kGeneratorSoundRows});
    const std::int64_t last = padded.size(1) - kGeneratorSoundRows;
    std::vector<torch::Tensor> windows;
    for (const double time : times) {
        const std::int64_t row = std::llround((time - startSeconds) * kGridRowsPerSecond);
        const std::int64_t first =
            std::clamp<std::int64_t>(row - kRowsBeforeFrame + kGeneratorSoundRows, 0, last);
        windows.push_back(padded.slice(1, first, first + kGeneratorSoundRows));
    }
    return torch::stack(windows);
}

}  // namespace

struct MouthGenerator::State {
    GeneratorModel model{nullptr};  ///< float32: what is encoded once
    GeneratorPainter painter;
    torch::Device device = torch::kCPU;
    int batch = 1;

    [[nodiscard]] std::int64_t size() const { return model->config.size; }
    [[nodiscard]] std::size_t halfBytes() const {
        return static_cast<std::size_t>(size() * size() / 2 * 3);
    }
    [[nodiscard]] torch::Tensor halves(const std::uint8_t* bytes, int n,
                                       torch::ScalarType as) const {
        return picturesOf(bytes, n, size() / 2, size(), torch::TensorOptions(device).dtype(as));
    }
    [[nodiscard]] torch::Tensor rows(std::span<const float> values, std::int64_t n,
                                     torch::ScalarType as) const {
        return torch::from_blob(const_cast<float*>(values.data()),
                                {n, static_cast<std::int64_t>(values.size()) / n}, torch::kFloat)
            .to(device, as);
    }

    core::Result<void> build(const TensorMap& tensors, const std::string& place,
                             const GeneratorOptions& options);
    [[nodiscard]] core::Result<torch::Tensor> sound(const SpeechFeatures& features,
                                                    std::span<const double> times) const;

    template <typename Work>
    auto guarded(Work work) const -> decltype(work()) {
        try {
            const c10::InferenceMode inference;
            return work();
        } catch (const std::exception& error) {
            return core::Failure(torchError(error, "mouth generator"));
        }
    }
};

core::Result<void> MouthGenerator::State::build(const TensorMap& tensors, const std::string& place,
                                                const GeneratorOptions& options) {
    batch = std::max(options.batch, 1);
    device = torchDevice(options.device);
    auto made = loadGeneratorAs(torch::kFloat32, tensors, place, device);
    if (!made) {
        return core::passOn(made);
    }
    model = *made;
    auto chosen = choosePainter(model, options.precision, tensors, place, device);
    if (!chosen) {
        return core::passOn(chosen);
    }
    painter = std::move(*chosen);
    return {};
}

core::Result<torch::Tensor> MouthGenerator::State::sound(const SpeechFeatures& features,
                                                         std::span<const double> times) const {
    const auto phonetic = static_cast<std::size_t>(model->config.phonetic);
    if (features.mel.empty() || features.mel.size() % kMelBands != 0) {
        return badInput("the mel spectrogram is empty or not of 80 bands");
    }
    if (phonetic > 0 && (features.phonetic.empty() || features.phonetic.size() % phonetic != 0)) {
        return badInput("it wants phonetic rows of " + std::to_string(phonetic) + " values");
    }
    const torch::Tensor grid = expertGrid(features, model->config.phonetic);
    return soundWindows(grid, times, features.startSeconds).to(device);
}

int ReferenceMouths::count() const {
    return static_cast<int>(m_state->features.embeddings.size(1));
}

ReferenceMouths ReferenceMouths::only(std::span<const int> places) const {
    const c10::InferenceMode inference;
    const torch::Tensor wanted =
        torch::tensor(std::vector<std::int64_t>(places.begin(), places.end()), torch::kLong)
            .to(m_state->features.embeddings.device());
    auto state = std::make_shared<State>();
    state->features.embeddings = m_state->features.embeddings.index_select(1, wanted);
    for (const torch::Tensor& level : m_state->features.levels) {
        state->features.levels.push_back(level.index_select(1, wanted));
    }
    return ReferenceMouths(std::move(state));
}

MouthGenerator::MouthGenerator(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MouthGenerator::MouthGenerator(MouthGenerator&&) noexcept = default;
MouthGenerator& MouthGenerator::operator=(MouthGenerator&&) noexcept = default;
MouthGenerator::~MouthGenerator() = default;

core::Result<MouthGenerator> MouthGenerator::load(const std::filesystem::path& weights,
                                                  const GeneratorOptions& options) {
    const auto tensors = readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    try {
        auto state = std::make_unique<State>();
        if (auto built = state->build(*tensors, weights.string(), options); !built) {
            return core::passOn(built);
        }
        return MouthGenerator(std::move(state));
    } catch (const std::exception& error) {
        return core::Failure(torchError(error, weights.string()));
    }
}

int MouthGenerator::size() const {
    return static_cast<int>(m_state->size());
}

bool MouthGenerator::hearsSound() const {
    return m_state->model->config.sound;
}

bool MouthGenerator::takesShape() const {
    return m_state->model->config.shape;
}

int MouthGenerator::phoneticValues() const {
    return static_cast<int>(m_state->model->config.phonetic);
}

int MouthGenerator::shapeFrames() const {
    return static_cast<int>(kGeneratorShapeFrames);
}

int MouthGenerator::shapeValues() const {
    return static_cast<int>(kGeneratorShapeValues);
}

int MouthGenerator::driveValues() const {
    return static_cast<int>(m_state->model->config.embedding);
}

double MouthGenerator::contextSeconds() const {
    return kFeatureMeanSeconds + static_cast<double>(kGeneratorSoundRows) / kGridRowsPerSecond;
}

GeneratorPrecision MouthGenerator::precision() const {
    return m_state->painter.numbers == torch::kBFloat16 ? GeneratorPrecision::bfloat16
                                                        : GeneratorPrecision::float32;
}

core::Result<ReferenceMouths> MouthGenerator::encodeReferences(
    std::span<const std::uint8_t> lowerHalves, int n) const {
    if (n < 1 || lowerHalves.size() != static_cast<std::size_t>(n) * m_state->halfBytes()) {
        return badInput("references are missing or of another size");
    }
    return m_state->guarded([&]() -> core::Result<ReferenceMouths> {
        auto references = std::make_shared<ReferenceMouths::State>();
        references->features =
            converted(m_state->model.ptr()->encodeReferences(
                          m_state->halves(lowerHalves.data(), n, torch::kFloat32).unsqueeze(0)),
                      m_state->painter.numbers);
        return ReferenceMouths(std::move(references));
    });
}

core::Result<std::vector<float>> MouthGenerator::encodeDrive(const SpeechFeatures& features,
                                                             std::span<const double> times,
                                                             std::span<const float> shapes) const {
    const auto n = static_cast<int>(times.size());
    constexpr auto kValues =
        static_cast<std::size_t>(kGeneratorShapeFrames * kGeneratorShapeValues);
    if (takesShape() && shapes.size() != times.size() * kValues) {
        return badInput("wanted shapes are missing or of another size");
    }
    return m_state->guarded([&]() -> core::Result<std::vector<float>> {
        torch::Tensor heard;
        if (hearsSound() && n > 0) {
            auto windows = m_state->sound(features, times);
            if (!windows) {
                return core::passOn(windows);
            }
            heard = std::move(*windows);
        }
        std::vector<float> drives;
        m_state->batch = inBatches(n, m_state->batch, [&](int first, int count) {
            const auto from = static_cast<std::size_t>(first) * kValues;
            const torch::Tensor grid =
                heard.defined() ? heard.slice(0, first, first + count) : torch::Tensor();
            const torch::Tensor wanted =
                takesShape()
                    ? m_state->rows(shapes.subspan(from, kValues * static_cast<std::size_t>(count)),
                                    count, torch::kFloat32)
                    : torch::Tensor();
            append(drives, m_state->model.ptr()->encodeDrive(grid, wanted));
        });
        return drives;
    });
}

core::Result<PaintedMouths> MouthGenerator::paint(std::span<const std::uint8_t> upperHalves,
                                                  std::span<const float> drives, int n,
                                                  const ReferenceMouths& references) const {
    const auto values = static_cast<std::size_t>(driveValues());
    const auto items = static_cast<std::size_t>(std::max(n, 0));
    if (upperHalves.size() != items * m_state->halfBytes() || drives.size() != items * values) {
        return badInput("upper halves or drives are missing or of another size");
    }
    return m_state->guarded([&]() -> core::Result<PaintedMouths> {
        PaintedMouths painted;
        m_state->batch = inBatches(n, m_state->batch, [&](int first, int count) {
            const auto from = static_cast<std::size_t>(first);
            const auto some = static_cast<std::size_t>(count);
            const PaintedMouth made = m_state->painter.model.ptr()->paint(
                m_state->halves(upperHalves.data() + from * m_state->halfBytes(), count,
                                m_state->painter.numbers),
                m_state->rows(drives.subspan(from * values, some * values), count,
                              m_state->painter.numbers),
                references.state().features,
                torch::zeros({count}, torch::TensorOptions(m_state->device).dtype(torch::kLong)));
            append(painted.rgb, made.rgb.permute({0, 2, 3, 1}));
            append(painted.mask, made.mask);
        });
        return painted;
    });
}

}  // namespace lipwright::nets
