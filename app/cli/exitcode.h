// The exit codes of lipwright-cli, documented in its --help and in docs/CLI.md.
#pragma once

#include "engine/core/error.h"

namespace lipwright::cli {

enum class ExitCode {
    success = 0,
    internalError = 1,
    usage = 2,        ///< options that make no sense
    badInput = 3,     ///< a file that is missing, damaged or of a kind that can not be read
    badOutput = 4,    ///< the result can not be written: folder, permissions, disk space
    nothingToDo = 5,  ///< no usable face, no speech, too short
    badModel = 6,     ///< weights that are missing or not what the manifest says
    cancelled = 130,  ///< interrupted; nothing half-written is left
};

[[nodiscard]] ExitCode exitCodeFor(core::ErrorCode code);

/// The table for --help.
[[nodiscard]] const char* exitCodeHelp();

}  // namespace lipwright::cli
