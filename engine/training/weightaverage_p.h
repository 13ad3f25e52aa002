// The weights of a module as values: copies, and their exponential moving average.
#pragma once

#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

namespace lipwright::training {

[[nodiscard]] nets::TensorMap cloned(const nets::TensorMap& tensors);

/// Puts `values`, which must have every name of the module's, in the place of its weights.
void copyInto(torch::nn::Module& module, const nets::TensorMap& values);

/// Moves `average` towards the module's weights after its `step`-th step. Early averages forget
/// faster than `decay` says, so that the random beginning is soon gone.
void updateAverage(nets::TensorMap& average, const torch::nn::Module& module, double decay,
                   std::int64_t step);

}  // namespace lipwright::training
