#include "tests/dubbing/tinygenerator.h"

#include "engine/core/hash.h"
#include "engine/models/manifest.h"
#include "engine/nets/generatormodel_p.h"

#include <cstdio>
#include <cstdlib>

namespace lipwright::test {
namespace {

core::Result<void> addShapeNetwork(const std::filesystem::path& folder) {
    const char* shipped = std::getenv("LIPWRIGHT_MODELS");
    const auto library = models::ModelLibrary::open(shipped != nullptr ? shipped : "");
    if (!library) {
        return core::passOn(library);
    }
    const auto model = library->verified(models::kShapeNetworkRole);
    if (!model) {
        return core::passOn(model);
    }
    std::error_code ignored;
    std::filesystem::create_symlink(std::filesystem::absolute(model->path),
                                    folder / model->entry.file, ignored);
    return models::updateManifest(folder, model->entry);
}

core::Result<void> addGenerator(const std::filesystem::path& folder) {
    nets::GeneratorConfig config;
    config.size = 32;
    config.width = 4;
    config.embedding = 12;
    torch::manual_seed(3);
    nets::GeneratorModel model(config);
    model->eval();
    const nets::TensorMap tensors = nets::generatorArchive(*model);
    models::ModelEntry entry;
    entry.role = models::kMouthGeneratorRole;
    entry.name = "tiny";
    entry.file = "mouth-generator.weights";
    if (auto written =
            nets::writeTensors(folder / entry.file, tensors, nets::StoredPrecision::full);
        !written) {
        return written;
    }
    for (const auto& [name, tensor] : tensors) {
        entry.shapes[name] = tensor.sizes().vec();
    }
    const auto hash = core::sha256OfFile(folder / entry.file);
    if (!hash) {
        return core::passOn(hash);
    }
    entry.sha256 = *hash;
    entry.licence = "none";
    entry.trainingData = "none";
    return models::updateManifest(folder, entry);
}

}  // namespace

bool makeModelsWithTinyGenerator(const std::filesystem::path& folder) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    for (const auto& step : {addShapeNetwork, addGenerator}) {
        if (const auto done = step(folder); !done) {
            std::fprintf(stderr, "%s\n", done.error().text().c_str());
            return false;
        }
    }
    return true;
}

}  // namespace lipwright::test
