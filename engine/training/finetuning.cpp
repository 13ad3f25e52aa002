#include "engine/training/finetuning_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

template <typename Norm>
void keepStatisticsOf(torch::nn::Module& module) {
    if (auto* norm = module.as<Norm>()) {
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

void keepStatistics(torch::nn::Module& module) {
    for (const auto& part : module.modules()) {
        keepStatisticsOf<torch::nn::BatchNorm1dImpl>(*part);
        keepStatisticsOf<torch::nn::BatchNorm2dImpl>(*part);
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

void Anchor::ease(double share) const {
    const torch::NoGradGuard noGradient;
    for (const Held& held : m_held) {
        torch::Tensor parameter = held.parameter;
        parameter.copy_(held.beginning + share * (parameter - held.beginning));
    }
}

std::vector<torch::Tensor> Anchor::parameters() const {
    std::vector<torch::Tensor> copies;
    for (const Held& held : m_held) {
        copies.push_back(held.parameter.detach().clone());
    }
    return copies;
}

void Anchor::restore(const std::vector<torch::Tensor>& parameters) const {
    const torch::NoGradGuard noGradient;
    for (std::size_t i = 0; i < m_held.size(); ++i) {
        torch::Tensor parameter = m_held[i].parameter;
        parameter.copy_(parameters[i]);
    }
}

}  // namespace lipwright::training
