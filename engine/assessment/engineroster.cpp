#include "engine/assessment/engineroster_p.h"
#include "engine/dubbing/enginechoice.h"
#include "engine/models/manifest.h"

#include <utility>

namespace lipwright::assessment {
namespace {

using core::Result;

constexpr std::size_t kHashLetters = 12;

std::string named(const std::string& role, const std::string& sha256) {
    return role + " " + sha256.substr(0, kHashLetters);
}

Result<std::string> commonStamp(const EvaluationOptions& options) {
    const auto library = models::ModelLibrary::open(options.models);
    if (!library) {
        return core::passOn(library);
    }
    std::string stamp;
    for (const char* role :
         {models::kShapeNetworkRole, models::kLipSyncExpertRole, models::kLipSyncJudgeRole}) {
        const auto model = library->verified(role);
        if (!model) {
            return core::passOn(model);
        }
        stamp += named(role, model->entry.sha256) + ", ";
    }
    return stamp + std::to_string(options.seconds) + " s, " +
           std::to_string(options.excludedNeighbours) + " neighbours";
}

}  // namespace

Result<EngineRoster> engineRoster(const EvaluationOptions& options, const Notice& notice) {
    auto stamp = commonStamp(options);
    if (!stamp) {
        return core::passOn(stamp);
    }
    EngineRoster roster{{}, std::move(*stamp)};
    const auto names =
        options.engines.empty() ? dubbing::availableEngines(options.models) : options.engines;
    for (const std::string& name : names) {
        const auto engine = dubbing::makeEngine(name, {options.models}, options.device);
        if (!engine && !dubbing::isEngine(name)) {
            return core::passOn(engine);
        }
        if (!engine) {
            if (notice) {
                notice("the engine '" + name + "' is left out: " + engine.error().text());
            }
            continue;
        }
        ReadyEngine ready{name, name, false, roster.madeWith};
        for (const auto& [role, sha256] : engine->models) {
            ready.madeWith += ", " + named(role, sha256);
        }
        roster.engines.push_back(ready);
        if (!options.model.empty()) {
            roster.engines.push_back(
                {name + "-adapted", name, true, ready.madeWith + ", actor model " + options.model});
        }
    }
    if (roster.engines.empty()) {
        return core::fail(core::ErrorCode::modelInvalid, "no engine can work here",
                          options.models.string(), "Put the weights into the models folder");
    }
    return roster;
}

}  // namespace lipwright::assessment
