// In which numbers a generator paints on this machine. For engine/nets only.
#pragma once

#include "engine/nets/generatormodel_p.h"
#include "engine/nets/mouthgenerator.h"

#include <string>

namespace lipwright::nets {

struct GeneratorPainter {
    GeneratorModel model{nullptr};
    torch::ScalarType numbers = torch::kFloat32;
};

/// Ready for use on the device, convolutions stored channels last.
[[nodiscard]] core::Result<GeneratorModel> loadGeneratorAs(torch::ScalarType numbers,
                                                           const TensorMap& tensors,
                                                           const std::string& place,
                                                           torch::Device device);

/// `whole` itself, or the same weights in bfloat16 where that is wanted or found clearly faster.
[[nodiscard]] core::Result<GeneratorPainter> choosePainter(const GeneratorModel& whole,
                                                           GeneratorPrecision precision,
                                                           const TensorMap& tensors,
                                                           const std::string& place,
                                                           torch::Device device);

[[nodiscard]] ReferenceFeatures converted(ReferenceFeatures features, torch::ScalarType numbers);

}  // namespace lipwright::nets
