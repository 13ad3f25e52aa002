// The engines by the names that projects and the command line give them: which there are, which
// have their weights here, and one of them ready to work. Free functions, safe from any thread.
#pragma once

#include "engine/core/result.h"
#include "engine/dubbing/weightschoice.h"
#include "engine/nets/device.h"
#include "engine/synthesis/engine.h"
#include "engine/synthesis/framechoice.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lipwright::dubbing {

inline constexpr std::string_view kUsualEngine = "warped";

[[nodiscard]] bool isEngine(std::string_view name);
/// "there is no engine called ...", with the names there are.
[[nodiscard]] core::Failure noSuchEngine(const std::string& name, const std::string& place);

/// Those whose weights are in the folder, the usual one first. Looks at no weights: quick.
[[nodiscard]] std::vector<std::string> availableEngines(const std::filesystem::path& models);

struct ChosenEngine {
    std::unique_ptr<const synthesis::Engine> engine;
    std::map<std::string, std::string> models;  ///< role -> sha256 of the weights it works with
};

/// Checks and loads what the engine needs; missing weights are named.
[[nodiscard]] core::Result<ChosenEngine> makeEngine(const std::string& name,
                                                    const WeightsSource& source,
                                                    nets::Device device,
                                                    const synthesis::ChoiceOptions& choice = {});

}  // namespace lipwright::dubbing
