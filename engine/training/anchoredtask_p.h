// Fine-tuning of part of a network as a training task: another task's work, pulled back to the
// weights it began from (L2-SP), frozen layers kept as they are.
#pragma once

#include "engine/training/finetuning_p.h"
#include "engine/training/trainingrun_p.h"

#include <span>
#include <string>

namespace lipwright::training {

class AnchoredTask final : public TrainingTask {
public:
    /// `inner` must outlive this and have no opponent; its module holds the universal weights.
    /// `trained`: prefixes of the parameters that learn. `pull`: weight of Anchor::distance().
    AnchoredTask(TrainingTask& inner, std::span<const std::string> trained, double pull,
                 KeptStatistics kept = KeptStatistics::ofFrozenLayers);

    [[nodiscard]] torch::nn::Module& module() override { return m_inner.module(); }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override { return m_inner.validate(); }
    void setTraining(bool on) override;

private:
    TrainingTask& m_inner;
    Anchor m_anchor;
    double m_pull;
    KeptStatistics m_kept;
};

}  // namespace lipwright::training
