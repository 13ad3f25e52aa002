// Where a command finds its weights: the option, the environment, or beside the program.
#pragma once

#include "app/cli/command.h"

namespace lipwright::cli {

[[nodiscard]] core::Result<std::filesystem::path> modelFolder(const std::filesystem::path& option,
                                                              const Session& session);

}  // namespace lipwright::cli
