#include "engine/training/perceptualfeatures_p.h"

#include <cmath>

namespace lipwright::training {

namespace F = torch::nn::functional;

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
