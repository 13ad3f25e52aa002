#include "engine/page/numbertext.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace lipwright::page {

std::string fixedDecimals(double value, int count) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", count, value);
    return text.data();
}

std::string hundredths(double value) {
    return fixedDecimals(std::round(value * 100.0) / 100.0 + 0.0, 2);
}

std::string decimals(double value, int count) {
    std::string written = fixedDecimals(value, count);
    if (written.find('.') != std::string::npos) {
        written.erase(written.find_last_not_of('0') + 1);
        if (written.back() == '.') {
            written.pop_back();
        }
    }
    return written == "-0" ? "0" : written;
}

std::string csvCell(const std::string& text) {
    const bool formula =
        !text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos;
    std::string quoted = formula ? "\"'" : "\"";
    for (const char letter : text) {
        quoted += letter;
        if (letter == '"') {
            quoted += '"';
        }
    }
    return quoted + "\"";
}

}  // namespace lipwright::page
