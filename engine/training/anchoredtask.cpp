#include "engine/training/anchoredtask_p.h"

namespace lipwright::training {

namespace {

Anchor anchored(torch::nn::Module& module, std::span<const std::string> trained) {
    trainOnly(module, trained);
    return Anchor(module);
}

}  // namespace

AnchoredTask::AnchoredTask(TrainingTask& inner, const Anchoring& anchoring)
    : m_inner(inner),
      m_anchor(anchored(inner.module(), anchoring.trained)),
      m_pull(anchoring.pull),
      m_share(anchoring.share) {}

torch::Tensor AnchoredTask::loss(Random& random) {
    const torch::Tensor loss = m_inner.loss(random);
    return loss + m_pull * m_anchor.distance().to(loss.device());
}

Metrics AnchoredTask::validate() {
    const std::vector<torch::Tensor> learnt = m_anchor.parameters();
    m_anchor.ease(m_share);
    Metrics metrics = m_inner.validate();
    m_anchor.restore(learnt);
    return metrics;
}

void AnchoredTask::setTraining(bool on) {
    m_inner.setTraining(on);
    keepStatistics(module());
}

}  // namespace lipwright::training
