#include "app/cli/timespan.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace lipwright::cli {
namespace {

std::optional<double> parseNumber(std::string_view text) {
    double value = 0.0;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value) ||
        value < 0.0) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::optional<double> parseSeconds(std::string_view text) {
    double seconds = 0.0;
    int parts = 0;
    while (true) {
        const auto colon = text.find(':');
        const auto part = parseNumber(text.substr(0, colon));
        if (!part || ++parts > 3 || (parts > 1 && *part >= 60.0)) {
            return std::nullopt;
        }
        seconds = seconds * 60.0 + *part;
        if (colon == std::string_view::npos) {
            return seconds;
        }
        text.remove_prefix(colon + 1);
    }
}

std::optional<dubbing::TimeSpan> parseTimeSpan(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto start = parseSeconds(text.substr(0, dash));
    const auto rest = text.substr(dash + 1);
    const auto end =
        rest.empty() ? std::optional(std::numeric_limits<double>::max()) : parseSeconds(rest);
    if (!start || !end || *end <= *start) {
        return std::nullopt;
    }
    return dubbing::TimeSpan{*start, *end};
}

}  // namespace lipwright::cli
