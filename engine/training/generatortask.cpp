#include "engine/training/diffaugment_p.h"
#include "engine/training/generatorjudgement_p.h"
#include "engine/training/generatortask_p.h"
#include "engine/training/perceptualfeatures_p.h"

namespace lipwright::training {

namespace {

constexpr std::uint64_t kValidationSeed = 77;

std::vector<double> weightsOf(const std::vector<GeneratorClip>& clips, double wordShare) {
    std::vector<const StoredClip*> stored;
    for (const GeneratorClip& clip : clips) {
        stored.push_back(clip.clip.clip);
    }
    return samplingWeights(stored, Sampling{0.5, 1500.0, wordShare});
}

GeneratorBatch onDevice(GeneratorBatch batch, torch::Device device) {
    for (torch::Tensor* part :
         {&batch.upper, &batch.lower, &batch.hull, &batch.references, &batch.faces, &batch.grid,
          &batch.shapes, &batch.expertGrid, &batch.take}) {
        *part = part->to(device);
    }
    return batch;
}

}  // namespace

GeneratorTrainingModelImpl::GeneratorTrainingModelImpl(const nets::GeneratorConfig& config) {
    generator = register_module("generator", nets::GeneratorModel(config));
    expertCounts = register_buffer("expertCounts", torch::zeros({1}, torch::kLong));
}

GeneratorTask::GeneratorTask(GeneratorTrainingModel model, nets::LoadedExpert expert,
                             std::vector<GeneratorClip> train,
                             std::vector<GeneratorClip> validation,
                             const GeneratorTaskOptions& options)
    : m_model(std::move(model)),
      m_expert(std::move(expert)),
      m_train(std::move(train)),
      m_validation(std::move(validation)),
      m_options(options),
      m_choice(weightsOf(m_train, options.wordShare)) {
    m_model->to(m_options.device);
    m_expert.model->to(m_options.device);
    m_expert.model->eval();
    for (torch::Tensor& parameter : m_expert.model->parameters()) {
        parameter.set_requires_grad(false);
    }
    if (m_options.weights.adversarial > 0.0) {
        DiscriminatorConfig config;
        config.size = m_options.batch.size;
        config.spectralNorm = m_options.game == AdversarialGame::nonSaturating;
        m_discriminator = Discriminator(config);
        m_discriminator->to(m_options.device);
    }
}

GeneratorTask::Painted GeneratorTask::paint(GeneratorBatch batch) {
    Painted painted{onDevice(std::move(batch), m_options.device), {}, {}};
    nets::GeneratorModelImpl& generator = *m_model->generator;
    const auto references = generator.encodeReferences(painted.batch.references);
    const torch::Tensor drive = generator.encodeDrive(painted.batch.grid, painted.batch.shapes);
    painted.mouth = generator.paint(painted.batch.upper, drive, references, painted.batch.take);
    painted.picture = blended(painted.mouth.rgb, painted.batch.lower, painted.mouth.mask);
    return painted;
}

/// (B) that these pictures belong to their sound, by the expert.
torch::Tensor GeneratorTask::probability(const GeneratorBatch& batch,
                                         const torch::Tensor& pictures) {
    nets::ExpertModelImpl& expert = *m_expert.model;
    const std::int64_t clips = batch.faces.size(0);
    torch::Tensor face;
    {
        const torch::NoGradGuard noGradient;
        face = expert.frameFeatures(atExpertSize(batch.faces.flatten(0, 1)))
                   .view({clips, batch.faces.size(1), -1})
                   .mean(1, true);
    }
    const torch::Tensor features =
        expert.frameFeatures(atExpertSize(pictures)).view({clips, kPaintedFrames, -1}) - face;
    const torch::Tensor seen = nets::unitLength(expert.seen(features.transpose(1, 2)));
    const torch::Tensor heard = nets::unitLength(expert.heard(batch.expertGrid));
    const torch::Tensor cosine = (seen * heard).sum(1).squeeze(1);
    return torch::sigmoid(m_expert.calibration.slope * cosine + m_expert.calibration.offset);
}

torch::Tensor GeneratorTask::loss(Random& random) {
    std::vector<StretchPlace> places;
    for (int i = 0; i < m_options.clipsPerStep; ++i) {
        const std::size_t clip = m_choice.draw(random);
        const std::vector<std::size_t>& starts = m_train[clip].clip.starts;
        places.push_back({clip, starts[random.index(starts.size())]});
    }
    const Painted made = paint(cutGeneratorBatch(m_train, places, m_options.batch, random));
    const GeneratorBatch& batch = made.batch;
    LossTerms terms;
    terms.l1 = maskedL1(made.mouth.rgb, batch.lower, made.mouth.mask.detach());
    terms.perceptual = perceptualLoss(perceptualFeatures(*m_expert.model, made.picture),
                                      perceptualFeatures(*m_expert.model, batch.lower));
    if (m_model->generator->config.maskHead) {
        terms.mask = maskLoss(made.mouth.mask, batch.hull);
    }
    if (m_adequate) {
        m_model->expertCounts.fill_(1);
    }
    if (m_model->expertCounts.item<std::int64_t>() == 1) {
        terms.expert = expertLoss(probability(batch, made.picture));
    }
    if (m_discriminator) {
        const torch::Tensor stacks = stackedFrames(made.picture, kPaintedFrames);
        terms.adversarial = generatorGameLoss(
            m_options.game, m_discriminator->forward(diffAugment(stacks, random)));
        m_lastReal = stackedFrames(batch.lower, kPaintedFrames);
        m_lastPainted = stacks.detach();
    }
    return totalLoss(terms, m_options.weights);
}

torch::nn::Module* GeneratorTask::opponent() {
    return m_discriminator ? m_discriminator.get() : nullptr;
}

torch::Tensor GeneratorTask::opponentLoss(Random& random) {
    const torch::Tensor real = diffAugment(m_lastReal, random).detach();
    const torch::Tensor painted = diffAugment(m_lastPainted, random).detach();
    const Critic critic = [this](const torch::Tensor& stacks) {
        return m_discriminator->forward(stacks);
    };
    const torch::Tensor loss = discriminatorGameLoss(m_options.game, critic(real), critic(painted));
    const double share = m_options.regulariseShare;
    if (m_options.game == AdversarialGame::wasserstein || !random.chance(share)) {
        return loss;
    }
    if (m_options.game == AdversarialGame::nonSaturating) {
        return loss + r1Penalty(critic, real) / share;
    }
    torch::Tensor shares = torch::empty({real.size(0)});
    for (std::int64_t i = 0; i < shares.size(0); ++i) {
        shares[i] = random.uniform();
    }
    return loss + gradientPenalty(critic, real, painted, shares.to(m_options.device)) / share;
}

void GeneratorTask::opponentStepped() {
    if (m_options.game == AdversarialGame::wasserstein) {
        clipWeights(*m_discriminator);
    }
}

Metrics GeneratorTask::judge(const std::vector<GeneratorClip>& clips, std::size_t stretches) {
    GeneratorBatchOptions options = m_options.batch;
    options.augment = false;
    Random random(kValidationSeed);
    GeneratorJudgement judgement;
    for (std::size_t i = 0; i < stretches; ++i) {
        const std::size_t clip = i * clips.size() / stretches;
        const std::vector<std::size_t>& starts = clips[clip].clip.starts;
        const StretchPlace place{clip, starts[random.index(starts.size())]};
        const Painted made = paint(cutGeneratorBatch(clips, {place}, options, random));
        const GeneratorBatch& batch = made.batch;
        judgement.add({made.picture, batch.lower, made.mouth.mask, batch.hull,
                       perceptualLoss(perceptualFeatures(*m_expert.model, made.picture),
                                      perceptualFeatures(*m_expert.model, batch.lower))
                           .item<double>(),
                       expertLoss(probability(batch, made.picture)).item<double>(),
                       expertLoss(probability(batch, batch.lower)).item<double>()});
    }
    return judgement.metrics();
}

Metrics GeneratorTask::validate() {
    Metrics metrics = judge(m_validation, m_options.validationStretches);
    m_adequate = m_adequate || (metrics.at("l1") < m_options.adequateL1 &&
                                metrics.at("perceptual") < m_options.adequatePerceptual);
    return metrics;
}

}  // namespace lipwright::training
