#include "engine/dubbing/enginechoice.h"

#include "engine/models/manifest.h"
#include "engine/nets/mouthgenerator.h"
#include "engine/nets/mouthmender.h"
#include "engine/synthesis/mendedengine.h"
#include "engine/synthesis/paintedengine.h"
#include "engine/synthesis/warpedengine.h"

#include <algorithm>
#include <array>

namespace lipwright::dubbing {
namespace {

using core::Result;

struct Recipe {
    std::string_view name;
    const char* role;  ///< of the weights it needs; null: none
    Result<std::unique_ptr<const synthesis::Engine>> (*make)(
        const std::filesystem::path& weights, nets::Device device,
        const synthesis::ChoiceOptions& choice);
};

Result<std::unique_ptr<const synthesis::Engine>> makeWarped(
    const std::filesystem::path& /*weights*/, nets::Device /*device*/,
    const synthesis::ChoiceOptions& choice) {
    return std::make_unique<const synthesis::WarpedEngine>(choice);
}

Result<std::unique_ptr<const synthesis::Engine>> makePainted(
    const std::filesystem::path& weights, nets::Device device,
    const synthesis::ChoiceOptions& choice) {
    nets::GeneratorOptions generator;
    generator.device = device;
    auto loaded = nets::MouthGenerator::load(weights, generator);
    if (!loaded) {
        return core::passOn(loaded);
    }
    synthesis::PaintOptions options;
    options.choice = choice;
    return std::make_unique<const synthesis::PaintedEngine>(
        std::make_shared<const nets::MouthGenerator>(std::move(*loaded)), options);
}

Result<std::unique_ptr<const synthesis::Engine>> makeMended(
    const std::filesystem::path& weights, nets::Device device,
    const synthesis::ChoiceOptions& choice) {
    auto loaded = nets::MouthMender::load(weights, device);
    if (!loaded) {
        return core::passOn(loaded);
    }
    return std::make_unique<const synthesis::MendedEngine>(
        std::make_shared<const nets::MouthMender>(std::move(*loaded)), choice);
}

constexpr std::array kRecipes = {Recipe{kUsualEngine, nullptr, makeWarped},
                                 Recipe{"mended", models::kMouthMenderRole, makeMended},
                                 Recipe{"painted", models::kMouthGeneratorRole, makePainted}};

const Recipe* recipeOf(std::string_view name) {
    const auto found = std::ranges::find(kRecipes, name, &Recipe::name);
    return found == kRecipes.end() ? nullptr : &*found;
}

/// Says what for, for the user knows engines, not roles.
core::Failure lacksWeights(const std::string& name, const core::Error& reason) {
    return core::fail(core::ErrorCode::modelInvalid,
                      "the engine '" + name + "' can not work: " + reason.reason, reason.place,
                      "Choose the engine '" + std::string(kUsualEngine) +
                          "', or put the weights into the models folder");
}

}  // namespace

bool isEngine(std::string_view name) {
    return recipeOf(name) != nullptr;
}

core::Failure noSuchEngine(const std::string& name, const std::string& place) {
    std::string names;
    for (const Recipe& recipe : kRecipes) {
        names += (names.empty() ? "'" : ", '") + std::string(recipe.name) + "'";
    }
    return core::fail(core::ErrorCode::invalidArgument, "there is no engine called '" + name + "'",
                      place, "Choose one of " + names);
}

std::vector<std::string> availableEngines(const std::filesystem::path& models) {
    const auto library = models::ModelLibrary::open(models);
    std::vector<std::string> names;
    for (const Recipe& recipe : kRecipes) {
        if (recipe.role == nullptr || (library && library->offers(recipe.role))) {
            names.emplace_back(recipe.name);
        }
    }
    return names;
}

Result<ChosenEngine> makeEngine(const std::string& name, const WeightsSource& source,
                                nets::Device device, const synthesis::ChoiceOptions& choice) {
    const Recipe* const recipe = recipeOf(name);
    if (recipe == nullptr) {
        return noSuchEngine(name, {});
    }
    ChosenEngine chosen;
    std::filesystem::path weights;
    if (recipe->role != nullptr) {
        auto found = findWeights(source, recipe->role);
        if (!found) {
            return lacksWeights(name, found.error());
        }
        weights = std::move(found->path);
        chosen.models[recipe->role] = std::move(found->sha256);
    }
    auto engine = recipe->make(weights, device, choice);
    if (!engine) {
        return core::passOn(engine);
    }
    chosen.engine = std::move(*engine);
    return chosen;
}

}  // namespace lipwright::dubbing
