#include "engine/dubbing/weightschoice.h"

#include "engine/models/actormodel.h"
#include "engine/models/manifest.h"

namespace lipwright::dubbing {

using core::Result;

namespace {

Result<FoundWeights> universalWeights(const std::filesystem::path& models,
                                      const std::string& role) {
    const auto library = models::ModelLibrary::open(models);
    if (!library) {
        return core::passOn(library);
    }
    auto found = library->verified(role);
    return found ? Result<FoundWeights>(
                       FoundWeights{std::move(found->path), std::move(found->entry.sha256)})
                 : Result<FoundWeights>(core::passOn(found));
}

}  // namespace

Result<FoundWeights> findWeights(const WeightsSource& source, const std::string& role) {
    if (source.model.empty()) {
        return universalWeights(source.models, role);
    }
    const auto model = models::findActorModel(source.actors, source.model);
    if (!model) {
        return core::passOn(model);
    }
    const models::AdaptedPart* const part = model->part(role);
    if (part == nullptr) {
        return universalWeights(source.models, role);
    }
    auto path = models::verifiedWeights(source.actors, *model, role);
    return path ? Result<FoundWeights>(FoundWeights{std::move(*path), part->sha256})
                : Result<FoundWeights>(core::passOn(path));
}

}  // namespace lipwright::dubbing
