#include "engine/training/experttask_p.h"
#include "engine/training/expertvalidation_p.h"

#include <algorithm>

namespace lipwright::training {

namespace F = torch::nn::functional;

namespace {

constexpr double kNever = -1e4;

std::vector<double> weightsOf(const std::vector<ExpertClip>& clips, double wordShare) {
    std::vector<const StoredClip*> stored;
    for (const ExpertClip& clip : clips) {
        stored.push_back(clip.clip);
    }
    return samplingWeights(stored, Sampling{0.5, 1500.0, wordShare});
}

/// Both directions of a softmax over (N, W, W) pairs whose right partner is on the diagonal.
torch::Tensor bothWays(const torch::Tensor& logits) {
    const std::int64_t windows = logits.size(1);
    const torch::Tensor right =
        torch::arange(windows, torch::TensorOptions(torch::kLong).device(logits.device()))
            .repeat({logits.size(0)});
    return F::cross_entropy(logits.reshape({-1, windows}), right) +
           F::cross_entropy(logits.transpose(1, 2).reshape({-1, windows}), right);
}

}  // namespace

ExpertTrainingModelImpl::ExpertTrainingModelImpl(const nets::ExpertConfig& config) {
    expert = register_module("expert", nets::ExpertModel(config));
    temperature = register_parameter("temperature", torch::full({1}, 10.0F));
}

torch::Tensor pairingLoss(const torch::Tensor& seen, const torch::Tensor& heard,
                          const torch::Tensor& temperature, int near, double otherWeight) {
    const torch::Tensor scale = temperature.clamp(1.0, 40.0);
    const torch::Tensor moments =
        torch::arange(seen.size(2), torch::TensorOptions(torch::kLong).device(seen.device()));
    const torch::Tensor distance = (moments.unsqueeze(1) - moments.unsqueeze(0)).abs();
    const torch::Tensor tooNear = (distance < near).logical_and(distance > 0);
    const torch::Tensor within =
        (torch::bmm(seen.transpose(1, 2), heard) * scale).masked_fill(tooNear, kNever);
    // (W, B, E) · (W, E, B): the same window of all clips.
    const torch::Tensor between = torch::bmm(seen.permute({2, 0, 1}), heard.permute({2, 1, 0}));
    return bothWays(within) + otherWeight * bothWays(between * scale);
}

ExpertTask::ExpertTask(ExpertTrainingModel model, std::vector<ExpertClip> train,
                       std::vector<ExpertClip> validation, const ExpertTaskOptions& options)
    : m_model(std::move(model)),
      m_train(std::move(train)),
      m_validation(std::move(validation)),
      m_options(options),
      m_choice(weightsOf(m_train, options.wordShare)) {
    m_model->to(m_options.device);
}

std::vector<StretchPlace> ExpertTask::drawPlaces(Random& random) const {
    std::vector<StretchPlace> places;
    for (int i = 0; i < m_options.clipsPerStep; ++i) {
        const std::size_t clip = m_choice.draw(random);
        const std::vector<std::size_t>& starts = m_train[clip].starts;
        places.push_back({clip, starts[random.index(starts.size())]});
    }
    return places;
}

torch::Tensor ExpertTask::loss(Random& random) {
    nets::ExpertModelImpl& expert = *m_model->expert;
    const bool pictures = expert.config.sight == nets::ExpertSight::pictures;
    ExpertBatch batch = cutStretches(m_train, drawPlaces(random), m_options.stretch, pictures);
    augmentSound(batch.grid, expert.config.phonetic, random);
    if (pictures) {
        augmentPictures(batch, random);
    } else {
        augmentValues(batch.values, random);
    }
    torch::Tensor features = batch.values.to(m_options.device);
    torch::Tensor telling = torch::zeros({1}, m_options.device);
    if (pictures) {
        const torch::Tensor flat = batch.pictures.to(m_options.device).flatten(0, 1);
        const torch::Tensor own = expert.frameFeatures(flat)
                                      .view({features.size(0), features.size(2), -1})
                                      .transpose(1, 2);
        const torch::Tensor wanted = features - features.mean(2, true);
        features = own - own.mean(2, true);
        telling = F::smooth_l1_loss(features.slice(1, 0, nets::kExpertMouthValues), wanted);
    }
    const torch::Tensor seen = nets::unitLength(expert.seen(features));
    const torch::Tensor heard = nets::unitLength(expert.heard(batch.grid.to(m_options.device)));
    return pairingLoss(seen, heard, m_model->temperature, m_options.nearFrames,
                       m_options.otherWeight) +
           m_options.landmarkWeight * telling;
}

Metrics ExpertTask::validate() {
    return metricsOf(
        judgeClips(*m_model->expert, m_validation, m_options.validationClips, m_options.device));
}

}  // namespace lipwright::training
