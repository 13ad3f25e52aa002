// How the shape network is fitted to one actor; the values were chosen on speakers of the train
// split whom the network had not been trained on.
#pragma once

#include "engine/training/adaptation.h"

#include <string>
#include <vector>

namespace lipwright::training {

struct ShapeAdaptationRecipe {
    /// Prefixes of the parameters that learn, "shape." before those of the network.
    std::vector<std::string> trained = {"shape.style.latent", "shape.blocks", "shape.output"};
    double pull = 0.02;  ///< of Anchor::distance()
    double learningRate = 1e-3;
    double dropout = 0.2;
    double correlationWeight = 0.5;
    double averageDecay = 0.98;
    int batch = 16;
    std::int64_t steps = 600;
    std::int64_t validateEvery = 30;
    bool augment = true;
};

[[nodiscard]] core::Result<AdaptedWeights> adaptShapeNetworkBy(
    const ShapeAdaptationRecipe& recipe, const AdaptationOptions& options, std::stop_token stop,
    const core::ProgressCallback& progress);

}  // namespace lipwright::training
