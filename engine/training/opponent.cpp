#include "engine/training/autocast_p.h"
#include "engine/training/opponent_p.h"

namespace lipwright::training {

Opponent::Opponent(TrainingTask& task, torch::nn::Module& module, const RunOptions& options)
    : m_task(task),
      m_module(module),
      m_options(options),
      m_optimizer(module.parameters(), torch::optim::AdamOptions(options.opponentLearningRate)
                                           .betas({options.opponentBeta1, options.opponentBeta2})) {
    setLearning(false);
}

void Opponent::setLearning(bool on) {
    for (torch::Tensor& parameter : m_module.parameters()) {
        parameter.set_requires_grad(on);
    }
}

double Opponent::step(Random& random, double learningRateShare) {
    for (auto& group : m_optimizer.param_groups()) {
        static_cast<torch::optim::AdamOptions&>(group.options())
            .lr(m_options.opponentLearningRate * learningRateShare);
    }
    m_optimizer.zero_grad();
    setLearning(true);
    torch::Tensor loss;
    {
        const Autocast autocast(m_options.precision);
        loss = m_task.opponentLoss(random);
    }
    loss.backward();
    m_optimizer.step();
    setLearning(false);
    m_task.opponentStepped();
    return loss.item<double>();
}

}  // namespace lipwright::training
