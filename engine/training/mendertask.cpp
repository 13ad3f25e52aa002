#include "engine/training/generatorlosses_p.h"
#include "engine/training/menderjudgement_p.h"
#include "engine/training/menderlosses_p.h"
#include "engine/training/mendertask_p.h"
#include "engine/training/perceptualfeatures_p.h"

namespace lipwright::training {

namespace {

constexpr double kSoft = 0.01;

}  // namespace

MenderTask::MenderTask(nets::MenderModel mender, nets::ExpertModel expert,
                       std::vector<PairClip> train, std::vector<PairClip> validation,
                       const MenderTaskOptions& options)
    : m_mender(std::move(mender)),
      m_expert(std::move(expert)),
      m_train(std::move(train)),
      m_validation(std::move(validation)),
      m_options(options),
      m_choice(pairWeights(m_train)) {
    if (!m_expert.is_empty()) {
        m_expert->eval();
        for (torch::Tensor& parameter : m_expert->parameters()) {
            parameter.set_requires_grad(false);
        }
    }
}

MenderBatch MenderTask::draw(Random& random) const {
    std::vector<RunPlace> places;
    while (places.size() < static_cast<std::size_t>(m_options.runs)) {
        const std::size_t clip = m_choice.draw(random);
        const RunPlace place{clip, random.index(m_train[clip].runs.size())};
        const std::size_t first = m_train[clip].runs[place.run];
        if (m_train[clip].pairs.aimsAtItself(first) || random.chance(m_options.keptShifted)) {
            places.push_back(place);
        }
    }
    return cutMenderBatch(m_train, places, m_options.augment ? &random : nullptr);
}

/// Of the mended picture, outside its mask the goal itself.
torch::Tensor MenderTask::perceptual(const MenderBatch& batch, const torch::Tensor& made,
                                     const torch::Tensor& mask) {
    std::vector<torch::Tensor> aim;
    {
        const torch::NoGradGuard noGradient;
        aim = perceptualFeatures(*m_expert, batch.goal);
    }
    return perceptualLoss(perceptualFeatures(*m_expert, batch.goal + mask * (made - batch.goal)),
                          aim);
}

torch::Tensor MenderTask::loss(Random& random) {
    const MenderBatch batch = draw(random);
    const torch::Tensor mask = m_mender->reach(batch.alpha);
    const torch::Tensor made =
        batch.warped + m_mender->forward(batch.warped, batch.alpha, batch.upper, batch.shapes);
    const torch::Tensor focus = whereWarpErrs({batch.warped, batch.goal, mask, batch.own});
    const MendedPictures pictures{made, batch.goal, focus, batch.own, kSoft};
    torch::Tensor sum = ownL1(pictures) + m_options.edgeWeight * edgeL1(pictures) +
                        m_options.textureWeight * textureL1(pictures) +
                        m_options.shiftedWeight * shiftedL1(pictures) +
                        m_options.motionWeight * motionL1(pictures);
    if (!m_expert.is_empty() && m_options.perceptualWeight > 0.0) {
        sum = sum + m_options.perceptualWeight * perceptual(batch, made, mask);
    }
    return sum;
}

Metrics MenderTask::validate() {
    return judgeMender(*m_mender, m_expert, m_validation, m_options.validationRuns);
}

}  // namespace lipwright::training
