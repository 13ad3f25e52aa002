#include "engine/training/generatorexport_p.h"

namespace lipwright::training {

core::Result<std::filesystem::path> exportGeneratorWeights(nets::GeneratorModel model,
                                                           const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "mouth-generator.weights";
    model->to(torch::kCPU);
    const auto written =
        nets::writeTensors(file, nets::generatorArchive(*model), nets::StoredPrecision::half);
    return written ? core::Result<std::filesystem::path>(file) : core::passOn(written);
}

}  // namespace lipwright::training
