#include "engine/training/finetuning_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

template <typename Norm>
void keepStatistics(torch::nn::Module& module) {
    if (auto* norm = module.as<Norm>(); norm != nullptr && !norm->weight.requires_grad()) {
        norm->eval();
    }
}

}  // namespace

void trainOnly(torch::nn::Module& module, std::span<const std::string> prefixes) {
    for (const auto& item : module.named_parameters(true)) {
        torch::Tensor parameter = item.value();
        parameter.set_requires_grad(std::ranges::any_of(
            prefixes,
            [&item](const std::string& prefix) { return item.key().starts_with(prefix); }));
    }
}

void keepFrozenStatistics(torch::nn::Module& module) {
    for (const auto& part : module.modules()) {
        keepStatistics<torch::nn::BatchNorm1dImpl>(*part);
        keepStatistics<torch::nn::BatchNorm2dImpl>(*part);
    }
}

Anchor::Anchor(const torch::nn::Module& module) {
    for (const torch::Tensor& parameter : module.parameters()) {
        if (parameter.requires_grad()) {
            m_held.push_back({parameter, parameter.detach().clone()});
        }
    }
}

torch::Tensor Anchor::distance() const {
    torch::Tensor sum = torch::zeros({});
    for (const Held& held : m_held) {
        sum = sum + (held.parameter - held.beginning).pow(2).sum().to(torch::kCPU);
    }
    return sum;
}

}  // namespace lipwright::training
