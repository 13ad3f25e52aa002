#include "engine/training/experttask_p.h"
#include "engine/training/expertvalidation_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace F = torch::nn::functional;

namespace {

constexpr std::size_t kFewestWindows = 8;
constexpr double kNever = -1e4;
constexpr std::int64_t kMeasureValues = std::int64_t{kWindowFrames} * kClipMeasures;

/// Keeps the clips that have windows enough; fills `starts` beside them.
std::vector<const StoredClip*> withWindows(const std::vector<const StoredClip*>& clips,
                                           std::vector<std::vector<std::size_t>>& starts) {
    std::vector<const StoredClip*> kept;
    for (const StoredClip* clip : clips) {
        std::vector<std::size_t> own = windowStarts(*clip);
        if (own.size() >= kFewestWindows) {
            kept.push_back(clip);
            starts.push_back(std::move(own));
        }
    }
    return kept;
}

/// Both directions of a softmax over pairs whose right partner is on the diagonal.
torch::Tensor bothWays(const torch::Tensor& logits) {
    const torch::Tensor right = torch::arange(logits.size(0), torch::kLong);
    return F::cross_entropy(logits, right) + F::cross_entropy(logits.t(), right);
}

}  // namespace

ExpertTrainingModelImpl::ExpertTrainingModelImpl(const nets::ExpertConfig& config,
                                                 std::int64_t phones) {
    expert = register_module("expert", nets::ExpertModel(config));
    pictureMeasures =
        register_module("pictureMeasures", torch::nn::Linear(config.embedding, kMeasureValues));
    soundMeasures =
        register_module("soundMeasures", torch::nn::Linear(config.embedding, kMeasureValues));
    if (phones > 0) {
        const std::int64_t values = kPhoneInstants * phones;
        picturePhones =
            register_module("picturePhones", torch::nn::Linear(config.embedding, values));
        soundPhones = register_module("soundPhones", torch::nn::Linear(config.embedding, values));
    }
    temperature = register_parameter("temperature", torch::full({1}, 10.0F));
}

ExpertTask::ExpertTask(ExpertTrainingModel model, std::vector<const StoredClip*> train,
                       std::vector<const StoredClip*> validation, const ExpertTaskOptions& options)
    : m_model(std::move(model)),
      m_train(withWindows(train, m_starts)),
      m_validation(std::move(validation)),
      m_options(options),
      m_choice(samplingWeights(m_train, Sampling{0.5, 3000.0, 0.3})) {}

std::vector<WindowPlace> ExpertTask::drawPlaces(Random& random) const {
    std::vector<WindowPlace> places;
    for (int i = 0; i < m_options.clipsPerStep; ++i) {
        const std::size_t clip = m_choice.draw(random);
        std::vector<std::size_t> starts = m_starts[clip];
        const auto wanted = static_cast<std::size_t>(m_options.windowsPerClip);
        for (std::size_t k = 0; k < wanted; ++k) {  // the first of a shuffle
            std::swap(starts[k], starts[k + random.index(starts.size() - k)]);
            places.push_back({clip, starts[k]});
        }
    }
    return places;
}

torch::Tensor ExpertTask::pairingLoss(const torch::Tensor& pictures, const torch::Tensor& sounds,
                                      const std::vector<WindowPlace>& places) const {
    const auto count = static_cast<std::int64_t>(places.size());
    torch::Tensor near = torch::zeros({count, count}, torch::kBool);
    torch::Tensor other = torch::zeros({count, count}, torch::kBool);
    auto nearAt = near.accessor<bool, 2>();
    auto otherAt = other.accessor<bool, 2>();
    for (std::int64_t i = 0; i < count; ++i) {
        for (std::int64_t k = 0; k < count; ++k) {
            const WindowPlace& a = places[static_cast<std::size_t>(i)];
            const WindowPlace& b = places[static_cast<std::size_t>(k)];
            const auto distance =
                std::abs(static_cast<double>(a.frame) - static_cast<double>(b.frame));
            otherAt[i][k] = a.clip != b.clip;
            nearAt[i][k] = i != k && a.clip == b.clip && distance < m_options.nearFrames;
        }
    }
    const torch::Tensor logits =
        (torch::matmul(pictures, sounds.t()) * m_model->temperature.clamp(1.0, 40.0))
            .masked_fill(near, kNever);
    return 0.5 * bothWays(logits) + 0.5 * bothWays(logits.masked_fill(other, kNever));
}

torch::Tensor ExpertTask::loss(Random& random) {
    const std::vector<WindowPlace> places = drawPlaces(random);
    const torch::Tensor pictures = augmentedPictures(pictureWindows(m_train, places), random);
    const torch::Tensor sounds = augmentedSound(soundWindows(m_train, places), random);
    const torch::Tensor seen = m_model->expert->pictureFeatures(pictures);
    const torch::Tensor heard = m_model->expert->soundFeatures(sounds);
    return pairingLoss(nets::unitLength(seen), nets::unitLength(heard), places) +
           denseLoss(seen, heard, places);
}

torch::Tensor ExpertTask::denseLoss(const torch::Tensor& seen, const torch::Tensor& heard,
                                    const std::vector<WindowPlace>& places) {
    const torch::Tensor measures = measureWindows(m_train, places);
    torch::Tensor loss =
        m_options.measureWeight * (F::smooth_l1_loss(m_model->pictureMeasures(seen), measures) +
                                   F::smooth_l1_loss(m_model->soundMeasures(heard), measures));
    if (!m_model->picturePhones.is_empty() && m_options.phoneWeight > 0) {
        const torch::Tensor phones = phoneWindows(m_train, places);
        const auto divergence = [&phones](const torch::Tensor& logits) {
            return -(phones * torch::log_softmax(logits.view(phones.sizes()), 2)).sum(2).mean();
        };
        loss = loss + m_options.phoneWeight * (divergence(m_model->picturePhones(seen)) +
                                               divergence(m_model->soundPhones(heard)));
    }
    return loss;
}

Metrics ExpertTask::validate() {
    return metricsOf(judgePairs(*m_model->expert, m_validation, m_options.validationClips));
}

}  // namespace lipwright::training
