#include "engine/page/htmltext.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace lipwright::page {

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += static_cast<unsigned char>(letter) < ' ' && letter != '\n' ? ' ' : letter;
        }
    }
    return safe;
}

std::string element(const char* name, const char* kind, const std::string& content) {
    const std::string attribute = *kind == '\0' ? "" : " class=\"" + std::string(kind) + "\"";
    return "<" + std::string(name) + attribute + ">" + content + "</" + name + ">";
}

std::string byteText(std::int64_t bytes) {
    constexpr std::array kUnits{"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1000.0 && unit + 1 < kUnits.size(); ++unit) {
        value /= 1000.0;
    }
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), unit == 0 || value >= 100.0 ? "%.0f %s" : "%.1f %s",
                  value, kUnits.at(unit));
    return text.data();
}

std::string counted(std::int64_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string base64(std::string_view bytes) {
    static constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        unsigned group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = (group << 8U) | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? kLetters[(group >> (18U - 6U * k)) & 63U] : '=';
        }
    }
    return text;
}

}  // namespace lipwright::page
