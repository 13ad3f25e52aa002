// What --model names: an actor model by its id, or by its folder.
#pragma once

#include "engine/core/result.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

namespace lipwright::cli {

struct ModelChoice {
    std::filesystem::path actors;  ///< folder of actor models
    std::string id;                ///< empty: the universal networks
};

void addModelOption(CLI::App& app, std::string& option);

/// `actors`: where an id is looked for. What is not there, or damaged, is told.
[[nodiscard]] core::Result<ModelChoice> chosenModel(const std::string& option,
                                                    const std::filesystem::path& actors);

}  // namespace lipwright::cli
