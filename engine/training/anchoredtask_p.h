// Fine-tuning of part of a network as a training task: another task's work, pulled back to the
// weights it began from (L2-SP), batch norms kept at their statistics.
#pragma once

#include "engine/training/finetuning_p.h"
#include "engine/training/trainingrun_p.h"

#include <span>
#include <string>

namespace lipwright::training {

struct Anchoring {
    std::span<const std::string> trained;  ///< prefixes of the parameters that learn
    double pull = 0.0;                     ///< weight of Anchor::distance()
    /// Of the way from the beginning to what was learned that is gone in the end: weights between
    /// both know what either does (weight-space ensembles, Wortsman et al. 2022), here the actor
    /// and the voices of others.
    double share = 1.0;
};

class AnchoredTask final : public TrainingTask {
public:
    /// `inner` must outlive this and have no opponent; its module holds the universal weights.
    AnchoredTask(TrainingTask& inner, const Anchoring& anchoring);

    [[nodiscard]] torch::nn::Module& module() override { return m_inner.module(); }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    /// At the share of the way.
    [[nodiscard]] Metrics validate() override;
    void setTraining(bool on) override;
    /// Leaves the module at the share of the way: once, after the training.
    void settle() const { m_anchor.ease(m_share); }

private:
    TrainingTask& m_inner;
    Anchor m_anchor;
    double m_pull;
    double m_share;
};

}  // namespace lipwright::training
