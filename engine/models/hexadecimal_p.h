// Texts that are hashes.
#pragma once

#include <algorithm>
#include <string_view>

namespace lipwright::models {

[[nodiscard]] inline bool isLowerHexadecimal(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// 64 lower-case hexadecimal digits.
[[nodiscard]] inline bool isSha256(std::string_view text) {
    return text.size() == 64 && isLowerHexadecimal(text);
}

}  // namespace lipwright::models
