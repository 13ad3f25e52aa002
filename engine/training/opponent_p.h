// The second player of an adversarial training: the task's opponent with an optimiser of its own.
#pragma once

#include "engine/training/checkpoint_p.h"
#include "engine/training/trainingrun_p.h"

#include <torch/torch.h>

namespace lipwright::training {

class Opponent {
public:
    /// `module` is the task's opponent; both outlive this.
    Opponent(TrainingTask& task, torch::nn::Module& module, const RunOptions& options);
    Opponent(const Opponent&) = delete;
    Opponent& operator=(const Opponent&) = delete;
    ~Opponent() { setLearning(true); }

    [[nodiscard]] Player player() { return {&m_module, &m_optimizer}; }
    /// One step on the batch the task remembers; returns the loss.
    double step(Random& random, double learningRateShare);

private:
    /// Only its own losses leave gradients in the opponent's weights.
    void setLearning(bool on);

    TrainingTask& m_task;
    torch::nn::Module& m_module;
    RunOptions m_options;
    torch::optim::Adam m_optimizer;
};

}  // namespace lipwright::training
