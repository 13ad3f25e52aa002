// Text of a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lipwright::page {

/// As text or in a quoted attribute of HTML; control characters become blanks.
[[nodiscard]] std::string escaped(std::string_view text);

/// <name class="kind">content</name>; the content is HTML already.
[[nodiscard]] std::string element(const char* name, const char* kind, const std::string& content);

/// "1.4 GB".
[[nodiscard]] std::string byteText(std::int64_t bytes);
/// "3 frames" or "1 frame".
[[nodiscard]] std::string counted(std::int64_t count, const char* one, const char* many);

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace lipwright::page
