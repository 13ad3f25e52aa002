// How the shape network is fitted to one actor; the values were chosen on speakers of the train
// split whom the network had not been trained on.
#pragma once

#include "engine/training/adaptation.h"

#include <string>
#include <vector>

namespace lipwright::training {

struct ShapeAdaptationRecipe {
    /// Prefixes of the parameters that learn; the style's axes and layers stay.
    std::vector<std::string> trained = {"shape.style.latent", "shape.input", "shape.blocks",
                                        "shape.output"};
    /// Of Anchor::distance() for two minutes of material or more; less is held by as much more, up
    /// to tenfold.
    double pull = 0.03;
    /// Anchoring::share with hardly any material, and with two minutes of it or more.
    double leastShare = 0.5;
    double mostShare = 0.9;
    double learningRate = 1e-3;
    double dropout = 0.2;
    double correlationWeight = 0.5;
    double averageDecay = 0.98;
    int batch = 16;
    std::int64_t steps = 300;
    std::int64_t validateEvery = 15;
    double leastGain = 0.01;  ///< of the score, to be better: less is within what validation wavers
    bool augment = true;
};

[[nodiscard]] core::Result<AdaptedWeights> adaptShapeNetworkBy(
    const ShapeAdaptationRecipe& recipe, const AdaptationOptions& options, std::stop_token stop,
    const core::ProgressCallback& progress);

}  // namespace lipwright::training
