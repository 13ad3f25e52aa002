// What fine-tuning needs beside the loop of a training: layers that stay as they are, and a pull
// back to the weights it began from.
#pragma once

#include <torch/torch.h>

#include <span>
#include <string>
#include <vector>

namespace lipwright::training {

/// Only parameters whose names begin with one of the prefixes want gradients; an optimiser leaves
/// the others as they are.
void trainOnly(torch::nn::Module& module, std::span<const std::string> prefixes);

/// For TrainingTask::setTraining: evaluation mode for all batch norms, which so keep their
/// statistics, those of many speakers: a batch of one actor's few scenes has none to go by. The
/// other layers are as they were.
void keepStatistics(torch::nn::Module& module);

/// L2-SP: how far the parameters that want gradients have moved since this was made. Make it after
/// trainOnly() and before a checkpoint is read.
class Anchor {
public:
    explicit Anchor(const torch::nn::Module& module);
    /// The sum of squared differences; with a gradient.
    [[nodiscard]] torch::Tensor distance() const;
    /// Brings the parameters to this share of the way that they have moved: 1 leaves them.
    void ease(double share) const;
    /// Copies of the parameters, and back again.
    [[nodiscard]] std::vector<torch::Tensor> parameters() const;
    void restore(const std::vector<torch::Tensor>& parameters) const;

private:
    struct Held {
        torch::Tensor parameter;
        torch::Tensor beginning;
    };
    std::vector<Held> m_held;
};

}  // namespace lipwright::training
