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

Result<models::ActorModel> modelOf(const WeightsSource& source) {
    auto model = models::findActorModel(source.actors, source.model);
    if (!model || !source.owner) {
        return model;
    }
    const auto refuse = [&source](const std::string& why) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the actor model '" + source.model + "' " + why,
                          (source.actors / source.model).string(),
                          "Choose another model for the segment, or adapt to the actor");
    };
    if (model->filmFingerprint != source.owner->film) {
        return refuse("was adapted to an actor of another film");
    }
    if (model->actor != source.owner->actor) {
        return refuse("was adapted to actor " + std::to_string(model->actor) +
                      " of the film, not to actor " + std::to_string(source.owner->actor));
    }
    return model;
}

}  // namespace

Result<void> checkModel(const WeightsSource& source) {
    if (source.model.empty()) {
        return {};
    }
    const auto model = modelOf(source);
    return model ? Result<void>() : core::passOn(model);
}

Result<FoundWeights> findWeights(const WeightsSource& source, const std::string& role) {
    if (source.model.empty()) {
        return universalWeights(source.models, role);
    }
    const auto model = modelOf(source);
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
