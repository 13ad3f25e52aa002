// One subcommand of lipwright-cli: its options are declared on a CLI11 app, and run() does the work
// when the user chose it.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <stop_token>

namespace lipwright::cli {

class Console;

/// What a subcommand is given when it runs.
struct Session {
    Console& console;
    std::stop_token stop;
    std::filesystem::path program;  ///< path of the running executable, to find models beside it
};

struct Command {
    CLI::App* app = nullptr;
    std::function<core::Result<void>(Session&)> run;
};

[[nodiscard]] Command probeCommand(CLI::App& parent);
[[nodiscard]] Command analyzeCommand(CLI::App& parent);
[[nodiscard]] Command adaptCommand(CLI::App& parent);
[[nodiscard]] Command dubCommand(CLI::App& parent);
[[nodiscard]] Command createCommand(CLI::App& parent);
[[nodiscard]] Command segmentsCommand(CLI::App& parent);
[[nodiscard]] Command renderCommand(CLI::App& parent);
[[nodiscard]] Command exportCommand(CLI::App& parent);
[[nodiscard]] Command reportCommand(CLI::App& parent);
[[nodiscard]] Command scoreCommand(CLI::App& parent);
[[nodiscard]] Command evaluateCommand(CLI::App& parent);
[[nodiscard]] Command datasetCommand(CLI::App& parent);
[[nodiscard]] Command pairsCommand(CLI::App& parent);
[[nodiscard]] Command trainCommand(CLI::App& parent);

}  // namespace lipwright::cli
