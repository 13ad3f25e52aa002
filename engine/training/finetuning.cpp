#include "engine/training/finetuning_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

template <typename Norm>
void keepStatisticsOf(torch::nn::Module& module, KeptStatistics kept) {
    auto* norm = module.as<Norm>();
    const bool all = kept == KeptStatistics::ofAllLayers;
    if (norm != nullptr && (all || !norm->weight.requires_grad())) {
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

void keepStatistics(torch::nn::Module& module, KeptStatistics kept) {
    for (const auto& part : module.modules()) {
        keepStatisticsOf<torch::nn::BatchNorm1dImpl>(*part, kept);
        keepStatisticsOf<torch::nn::BatchNorm2dImpl>(*part, kept);
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
