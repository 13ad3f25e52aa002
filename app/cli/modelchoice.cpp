#include "app/cli/modelchoice.h"

#include "engine/models/actormodel.h"

namespace lipwright::cli {

namespace {

constexpr const char* kUniversal = "universal";

}  // namespace

void addModelOption(CLI::App& app, std::string& option) {
    app.add_option("--model", option,
                   "An actor model that 'adapt' made, by its id or its folder; "
                   "universal: none");
}

core::Result<ModelChoice> chosenModel(const std::string& option,
                                      const std::filesystem::path& actors) {
    ModelChoice choice{actors, option};
    if (option.empty() || option == kUniversal) {
        choice.id.clear();
        return choice;
    }
    if (!models::isActorModelId(option)) {
        const auto folder = std::filesystem::path(option).lexically_normal();
        const auto whole = folder.has_filename() ? folder : folder.parent_path();
        choice = {whole.has_parent_path() ? whole.parent_path() : ".", whole.filename().string()};
    }
    const auto model = models::findActorModel(choice.actors, choice.id);
    return model ? core::Result<ModelChoice>(std::move(choice))
                 : core::Result<ModelChoice>(core::passOn(model));
}

}  // namespace lipwright::cli
