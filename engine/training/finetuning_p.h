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

/// Which batch norms keep their statistics, those of many speakers.
enum class KeptStatistics {
    ofFrozenLayers,  ///< whose weights want no gradient
    ofAllLayers,     ///< a batch of an actor's few pictures has none to go by
};
/// For TrainingTask::setTraining: evaluation mode for these; the other layers are as they were.
void keepStatistics(torch::nn::Module& module, KeptStatistics kept);

/// L2-SP: how far the parameters that want gradients have moved since this was made. Make it after
/// trainOnly() and before a checkpoint is read.
class Anchor {
public:
    explicit Anchor(const torch::nn::Module& module);
    /// The sum of squared differences; with a gradient.
    [[nodiscard]] torch::Tensor distance() const;

private:
    struct Held {
        torch::Tensor parameter;
        torch::Tensor beginning;
    };
    std::vector<Held> m_held;
};

}  // namespace lipwright::training
