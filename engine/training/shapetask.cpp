#include "engine/nets/soundgrid_p.h"
#include "engine/training/shapeagreement_p.h"
#include "engine/training/shapetask_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace F = torch::nn::functional;

namespace {

constexpr std::int64_t kMarginRows = 40;  // grid rows of sound before and behind a window
constexpr std::int64_t kRowsPerFrame = 4;
constexpr double kFewestFrames = 20;
constexpr std::int64_t kStyleAxes = 2;  // the first of a latent: articulation, liveliness

std::vector<ShapeClip> longEnough(std::vector<ShapeClip> clips) {
    std::erase_if(clips, [](const ShapeClip& clip) {
        return static_cast<double>(clip.clip->record.usableFrames) < kFewestFrames ||
               clip.grid.size(1) < 2;
    });
    return clips;
}

std::vector<double> weightsOf(const std::vector<ShapeClip>& clips, double wordShare) {
    std::vector<const StoredClip*> stored;
    for (const ShapeClip& clip : clips) {
        stored.push_back(clip.clip);
    }
    return samplingWeights(stored, Sampling{0.5, 1500.0, wordShare});
}

std::map<std::string, std::int64_t> speakersOf(const std::vector<ShapeClip>& clips) {
    std::map<std::string, std::int64_t> speakers;
    for (const ShapeClip& clip : clips) {
        speakers.emplace(clip.clip->record.speaker, std::ssize(speakers));
    }
    return speakers;
}

/// Columns of `grid` at first + k · speed, linearly interpolated; zeros beyond its ends.
torch::Tensor columnsAt(const torch::Tensor& grid, double first, double speed, std::int64_t count) {
    const std::int64_t channels = grid.size(0);
    const std::int64_t rows = grid.size(1);
    torch::Tensor result = torch::zeros({channels, count});
    const float* source = grid.data_ptr<float>();
    float* target = result.data_ptr<float>();
    for (std::int64_t k = 0; k < count; ++k) {
        const double at = first + static_cast<double>(k) * speed;
        if (at < 0.0 || at > static_cast<double>(rows - 1)) {
            continue;
        }
        const auto low = static_cast<std::int64_t>(at);
        const std::int64_t high = std::min(low + 1, rows - 1);
        const auto t = static_cast<float>(at - static_cast<double>(low));
        for (std::int64_t c = 0; c < channels; ++c) {
            target[c * count + k] = source[c * rows + low] * (1 - t) + source[c * rows + high] * t;
        }
    }
    return result;
}

torch::Tensor measureWeights() {
    const torch::Tensor weights = torch::tensor({1.5F, 1.2F, 1.0F, 0.8F, 0.4F, 0.8F});
    return weights / weights.mean();
}

torch::Tensor meanOver(const torch::Tensor& values, const torch::Tensor& mask) {
    return (values * mask * measureWeights()).sum() /
           (mask.sum().clamp_min(1.0) * static_cast<double>(kClipMeasures));
}

torch::Tensor elementwise(const torch::Tensor& a, const torch::Tensor& b) {
    return F::smooth_l1_loss(a, b, F::SmoothL1LossFuncOptions().reduction(torch::kNone));
}

/// 1 − correlation over each window, softened for windows that hardly move.
torch::Tensor correlationLoss(const torch::Tensor& a, const torch::Tensor& b,
                              const torch::Tensor& mask) {
    constexpr double kSoft = 0.05;
    const torch::Tensor count = mask.sum(1, true).clamp_min(1.0);
    const torch::Tensor x = (a - (a * mask).sum(1, true) / count) * mask;
    const torch::Tensor y = (b - (b * mask).sum(1, true) / count) * mask;
    const torch::Tensor soft = kSoft * count.squeeze(1);
    const torch::Tensor r =
        (x * y).sum(1) / (((x * x).sum(1) + soft) * ((y * y).sum(1) + soft)).sqrt();
    return ((1.0 - r) * measureWeights()).mean();
}

}  // namespace

ShapeTrainingModelImpl::ShapeTrainingModelImpl(nets::ShapeModel network, std::int64_t count)
    : shape(register_module("shape", std::move(network))) {
    if (count > 0) {
        speakers = register_module("speakers",
                                   torch::nn::Embedding(count, shape->config.style - kStyleAxes));
        torch::nn::init::normal_(speakers->weight, 0.0, 0.3);
    }
}

struct ShapeTask::Window {
    std::string speaker;
    torch::Tensor features;   ///< (channels, rows)
    torch::Tensor positions;  ///< (frames), output rows
    torch::Tensor wanted;     ///< (frames, measures)
    torch::Tensor mask;       ///< (frames)
};

std::vector<ShapeClip> withGrids(const std::vector<const StoredClip*>& clips,
                                 std::int64_t phonetic) {
    std::vector<ShapeClip> result;
    for (const StoredClip* clip : clips) {
        const bool has = clip->data.phoneticSize == static_cast<std::uint32_t>(phonetic);
        const nets::SpeechFeatures features{
            clip->data.mel, has ? clip->data.phonetic : std::span<const float>{}, 0.0};
        result.push_back({clip, nets::gridFeatures(features, phonetic)});
    }
    return result;
}

ShapeTask::ShapeTask(nets::ShapeModel model, std::vector<ShapeClip> train,
                     std::vector<ShapeClip> validation, const ShapeTaskOptions& options)
    : m_train(longEnough(std::move(train))),
      m_validation(std::move(validation)),
      m_options(options),
      m_choice(weightsOf(m_train, options.wordShare)),
      m_speakers(speakersOf(m_train)),
      m_module(std::move(model), options.speakers ? std::ssize(m_speakers) : 0) {}

ShapeTask::Window ShapeTask::cut(const ShapeClip& source, Random& random) const {
    const StoredClip& clip = *source.clip;
    const auto frames = static_cast<std::int64_t>(clip.data.frames());
    const std::int64_t count = m_options.frames;
    const auto spare = static_cast<std::size_t>(std::max<std::int64_t>(0, frames - count) + 1);
    const auto begin = static_cast<std::int64_t>(random.index(spare));
    const double speed = m_options.augment && random.chance(0.5) ? random.uniform(0.88, 1.12) : 1.0;
    const double first = clip.soundSeconds(static_cast<std::size_t>(begin)) * 100.0 -
                         static_cast<double>(kMarginRows) * speed;
    Window window;
    window.speaker = clip.record.speaker;
    window.features = columnsAt(source.grid, first, speed, count * kRowsPerFrame + 2 * kMarginRows);
    window.positions = torch::zeros({count}, torch::kDouble);
    window.wanted = torch::zeros({count, kClipMeasures});
    window.mask = torch::zeros({count});
    auto positions = window.positions.accessor<double, 1>();
    auto wanted = window.wanted.accessor<float, 2>();
    auto mask = window.mask.accessor<float, 1>();
    for (std::int64_t i = 0; i < count; ++i) {
        const auto frame = static_cast<std::size_t>(std::min(begin + i, frames - 1));
        const double row = clip.soundSeconds(frame) * 100.0;
        positions[i] = (row - first) / speed / static_cast<double>(nets::kShapeStride);
        for (std::int64_t m = 0; m < kClipMeasures; ++m) {
            wanted[i][m] = clip.relative[frame * kClipMeasures + static_cast<std::size_t>(m)];
        }
        const bool heard = row >= -2.0 && row < static_cast<double>(source.grid.size(1)) + 2.0;
        mask[i] = begin + i < frames && clip.data.usable[frame] != 0 && heard ? 1.0F : 0.0F;
    }
    return window;
}

/// Masks and noise, so that the network trusts neither phones, loudness nor mel alone.
void ShapeTask::disturb(torch::Tensor& features, Random& random) const {
    const std::int64_t phones = m_module->shape->config.phonetic;
    const std::int64_t rows = features.size(1);
    torch::Tensor phonetic = features.slice(0, 0, phones);
    if (phones > 0 && random.chance(0.5)) {
        const auto first =
            static_cast<std::int64_t>(random.index(static_cast<std::size_t>(rows - 12)));
        phonetic.slice(1, first, first + 3 + static_cast<std::int64_t>(random.index(10))).zero_();
    }
    if (phones > 0 && random.chance(0.3)) {
        phonetic.mul_(torch::rand({phones, 1}) * 0.6 + 0.6);
    }
    torch::Tensor loudness = features.slice(0, phones, phones + 1);
    loudness.mul_(random.chance(0.2) ? 0.0 : random.uniform(0.7, 1.3));
    torch::Tensor mel = features.slice(0, phones + 1);
    if (phones > 0 && random.chance(0.5)) {
        mel.zero_();
        return;
    }
    mel.add_(torch::randn_like(mel), random.uniform(0.0, 0.35));
    mel.copy_(mel.roll(static_cast<std::int64_t>(random.index(9)) - 4, 0).clone());
    mel.add_(torch::linspace(-1, 1, nets::kMelBands).unsqueeze(1), random.uniform(-0.3, 0.3));
    for (int i = 0; i < 2; ++i) {
        const auto first = static_cast<std::int64_t>(random.index(70));
        mel.slice(0, first, first + static_cast<std::int64_t>(random.index(15))).zero_();
    }
}

torch::Tensor ShapeTask::speakInStyles(std::vector<Window>& windows, Random& random) {
    if (m_module->speakers.is_empty()) {
        return {};
    }
    std::vector<std::int64_t> places;
    std::vector<float> kept;
    std::vector<float> moves;
    for (Window& window : windows) {
        const bool neutral = random.chance(m_options.neutralShare);
        const double articulation = neutral ? 0.0 : random.uniform(-1.0, 1.0);
        const double liveliness = neutral ? 0.0 : random.uniform(-1.0, 1.0);
        window.wanted = movedInStyle(window.wanted, articulation, liveliness);
        places.push_back(m_speakers.at(window.speaker));
        kept.push_back(neutral ? 0.0F : 1.0F);
        moves.insert(moves.end(),
                     {static_cast<float>(articulation), static_cast<float>(liveliness)});
    }
    const torch::Tensor speakers =
        m_module->speakers->forward(torch::tensor(places, torch::kLong)) *
        torch::tensor(kept).unsqueeze(1);
    return torch::cat({torch::tensor(moves).view({-1, kStyleAxes}), speakers}, 1);
}

torch::Tensor ShapeTask::loss(Random& random) {
    std::vector<Window> windows;
    for (int i = 0; i < m_options.batch; ++i) {
        windows.push_back(cut(m_train[m_choice.draw(random)], random));
        if (m_options.augment) {
            disturb(windows.back().features, random);
        }
    }
    const torch::Tensor latents = speakInStyles(windows, random);
    const auto stacked = [&windows](torch::Tensor Window::*part) {
        std::vector<torch::Tensor> parts;
        for (const Window& window : windows) {
            parts.push_back(window.*part);
        }
        return torch::stack(parts);
    };
    const torch::Tensor rows = m_module->shape->forward(stacked(&Window::features), latents);
    return shapeLoss(nets::rowsAt(rows, stacked(&Window::positions)), stacked(&Window::wanted),
                     stacked(&Window::mask), m_options);
}

torch::Tensor movedInStyle(const torch::Tensor& wanted, double articulation, double liveliness) {
    constexpr std::int64_t kCalm = 5;  // frames: what is left of the calmest is the mean over 0.2 s
    constexpr double kWider = 0.3;
    const torch::Tensor padded = torch::replication_pad1d(wanted.t().unsqueeze(0), {2, 2});
    const torch::Tensor calm = torch::avg_pool1d(padded, kCalm, 1).squeeze(0).t();
    return (wanted + liveliness * (wanted - calm)) * (1.0 + kWider * articulation);
}

Metrics ShapeTask::validate() {
    return metricsOf(judgeShapes(*m_module->shape, m_validation, torch::ones({kClipMeasures})));
}

torch::Tensor shapeLoss(const torch::Tensor& predicted, const torch::Tensor& wanted,
                        const torch::Tensor& mask, const ShapeTaskOptions& options) {
    const torch::Tensor seen = mask.unsqueeze(2);
    const auto velocity = [](const torch::Tensor& x) { return x.slice(1, 1) - x.slice(1, 0, -1); };
    const torch::Tensor both = seen.slice(1, 1) * seen.slice(1, 0, -1);
    torch::Tensor loss =
        meanOver(elementwise(predicted, wanted), seen) +
        options.velocityWeight * meanOver(elementwise(velocity(predicted), velocity(wanted)), both);
    if (options.correlationWeight > 0) {
        loss = loss + options.correlationWeight * correlationLoss(predicted, wanted, seen);
    }
    return loss;
}

}  // namespace lipwright::training
