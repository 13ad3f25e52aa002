#include "engine/training/weightaverage_p.h"

#include <algorithm>

namespace lipwright::training {

nets::TensorMap cloned(const nets::TensorMap& tensors) {
    nets::TensorMap result;
    for (const auto& [name, tensor] : tensors) {
        result[name] = tensor.detach().clone();
    }
    return result;
}

void copyInto(torch::nn::Module& module, const nets::TensorMap& values) {
    const torch::NoGradGuard noGradient;
    for (auto& [name, tensor] : nets::namedTensors(module)) {
        torch::Tensor target = tensor;
        target.copy_(values.at(name));
    }
}

void updateAverage(nets::TensorMap& average, const torch::nn::Module& module, double decay,
                   std::int64_t step) {
    const torch::NoGradGuard noGradient;
    const auto n = static_cast<double>(step);
    const double keep = std::min(decay, (1.0 + n) / (10.0 + n));
    for (const auto& [name, tensor] : nets::namedTensors(module)) {
        torch::Tensor& value = average.at(name);
        if (tensor.is_floating_point()) {
            value.lerp_(tensor.detach(), 1.0 - keep);  // what did not change stays bit for bit
        } else {
            value.copy_(tensor);
        }
    }
}

}  // namespace lipwright::training
