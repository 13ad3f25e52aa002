// "START-END" on the command line: seconds, minutes:seconds or hours:minutes:seconds.
#pragma once

#include "engine/dubbing/dubfilm.h"

#include <optional>
#include <string_view>

namespace lipwright::cli {

/// Nothing when the text is no time ("soon", "1:99", "-3").
[[nodiscard]] std::optional<double> parseSeconds(std::string_view text);
/// Nothing when it is no span or ends before it starts. "12-" lasts to the end.
[[nodiscard]] std::optional<dubbing::TimeSpan> parseTimeSpan(std::string_view text);

}  // namespace lipwright::cli
