#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/exitcode.h"
#include "app/cli/interruption.h"

#include <array>
#include <exception>
#include <new>

namespace {

using lipwright::cli::Command;
using lipwright::cli::Console;
using lipwright::cli::ExitCode;
using lipwright::cli::Session;

constexpr const char* kExamples =
    "Examples:\n"
    "  lipwright-cli probe film.mp4\n"
    "  lipwright-cli dub film.mp4 voice.wav -o dubbed.mp4 --language ukr\n"
    "  lipwright-cli dub film.mp4 voice.wav -o dubbed.mp4 --range 1:02-1:10 --keep-original-audio\n"
    "  lipwright-cli score dubbed.mp4 --json";

lipwright::core::Result<void> runGuarded(const Command& command, Session& session) {
    try {
        return command.run(session);
    } catch (const std::bad_alloc&) {
        return lipwright::core::fail(lipwright::core::ErrorCode::outOfMemory,
                                     "there is not enough memory", {}, "Close other programs");
    } catch (const std::exception& exception) {
        return lipwright::core::fail(lipwright::core::ErrorCode::internal, exception.what());
    }
}

}  // namespace

int main(int argc, char** argv) {
    const lipwright::cli::Interruption interruption;

    CLI::App root{"Lipwright: lip-sync dubbing from the command line"};
    root.set_version_flag("--version", std::string("lipwright-cli ") + LIPWRIGHT_VERSION);
    root.footer(std::string(kExamples) + "\n\n" + lipwright::cli::exitCodeHelp());
    root.require_subcommand(1);
    bool quiet = false;
    root.add_flag("-q,--quiet", quiet, "No progress and no notes");
    root.fallthrough();

    const std::array commands{
        lipwright::cli::probeCommand(root),    lipwright::cli::analyzeCommand(root),
        lipwright::cli::dubCommand(root),      lipwright::cli::createCommand(root),
        lipwright::cli::segmentsCommand(root), lipwright::cli::renderCommand(root),
        lipwright::cli::exportCommand(root),   lipwright::cli::reportCommand(root),
        lipwright::cli::scoreCommand(root),    lipwright::cli::evaluateCommand(root),
        lipwright::cli::datasetCommand(root),  lipwright::cli::pairsCommand(root),
        lipwright::cli::trainCommand(root),    lipwright::cli::adaptCommand(root)};
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return root.exit(problem) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }

    std::error_code ignored;
    Console console(quiet);
    Session session{console, interruption.token(),
                    std::filesystem::read_symlink("/proc/self/exe", ignored)};
    for (const Command& command : commands) {
        if (!command.app->parsed()) {
            continue;
        }
        if (const auto result = runGuarded(command, session); !result) {
            console.error(result.error());
            return static_cast<int>(lipwright::cli::exitCodeFor(result.error().code));
        }
    }
    return static_cast<int>(ExitCode::success);
}
