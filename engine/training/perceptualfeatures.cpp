#include "engine/training/perceptualfeatures_p.h"

#include <cmath>

namespace lipwright::training {

namespace F = torch::nn::functional;

core::Result<nets::LoadedExpert> openPictureExpert(const std::filesystem::path& weights) {
    const auto tensors = nets::readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    auto expert = nets::loadExpert(*tensors, weights.string());
    if (expert && expert->model->config.sight != nets::ExpertSight::pictures) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "this expert looks at landmarks: it can not judge pictures",
                          weights.string(), "Give the weights of the expert that sees pictures");
    }
    return expert;
}

torch::Tensor atExpertSize(const torch::Tensor& pictures) {
    if (pictures.size(2) == nets::kExpertHeight) {
        return pictures;
    }
    return F::interpolate(
        pictures, F::InterpolateFuncOptions()
                      .size(std::vector<std::int64_t>{nets::kExpertHeight, nets::kExpertWidth})
                      .mode(torch::kArea));
}

std::vector<torch::Tensor> perceptualFeatures(nets::ExpertModelImpl& expert,
                                              const torch::Tensor& pictures) {
    std::vector<torch::Tensor> levels;
    for (const torch::Tensor& level : expert.pictureLevels(atExpertSize(pictures))) {
        const double length = std::sqrt(static_cast<double>(level.size(1)));
        levels.push_back(length * nets::unitLength(level));
    }
    return levels;
}

}  // namespace lipwright::training
