// A trained generator as the weights file that is shipped.
#pragma once

#include "engine/nets/generatormodel_p.h"

#include <filesystem>

namespace lipwright::training {

/// `folder`/mouth-generator.weights in half precision; moves the model to the processor.
[[nodiscard]] core::Result<std::filesystem::path> exportGeneratorWeights(
    nets::GeneratorModel model, const std::filesystem::path& folder);

}  // namespace lipwright::training
