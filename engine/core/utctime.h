// Moments as text for files: ISO 8601 with time, UTC.
#pragma once

#include <chrono>
#include <string>

namespace lipwright::core {

/// "2026-11-21T07:35:00Z"
[[nodiscard]] std::string utcText(
    std::chrono::system_clock::time_point moment = std::chrono::system_clock::now());

}  // namespace lipwright::core
