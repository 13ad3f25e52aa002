// SHA-256 of files and memory, as lower-case hexadecimal.
#pragma once

#include "engine/core/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

namespace lipwright::core {

[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);

/// Reads the file in blocks; memory use does not depend on its size.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path,
                                               std::stop_token stop = {});

}  // namespace lipwright::core
