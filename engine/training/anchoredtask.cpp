#include "engine/training/anchoredtask_p.h"

namespace lipwright::training {

namespace {

Anchor anchored(torch::nn::Module& module, std::span<const std::string> trained) {
    trainOnly(module, trained);
    return Anchor(module);
}

}  // namespace

AnchoredTask::AnchoredTask(TrainingTask& inner, std::span<const std::string> trained, double pull,
                           KeptStatistics kept)
    : m_inner(inner), m_anchor(anchored(inner.module(), trained)), m_pull(pull), m_kept(kept) {}

torch::Tensor AnchoredTask::loss(Random& random) {
    const torch::Tensor loss = m_inner.loss(random);
    return loss + m_pull * m_anchor.distance().to(loss.device());
}

void AnchoredTask::setTraining(bool on) {
    m_inner.setTraining(on);
    keepStatistics(module(), m_kept);
}

}  // namespace lipwright::training
