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

/// Tells a media file again after it was moved or renamed, without reading all of it: SHA-256 over
/// its size and 64 blocks of 64 KiB spread evenly over it ("fp1:" + hexadecimal).
[[nodiscard]] Result<std::string> fingerprintOfFile(const std::filesystem::path& path);

/// Reads the file in blocks; memory use does not depend on its size.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path,
                                               std::stop_token stop = {});

}  // namespace lipwright::core
