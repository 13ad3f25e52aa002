// A file's JSON while it is read: every value is checked, since files come from anywhere. Included
// by source files that read JSON alone.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace lipwright::core {

using Json = nlohmann::json;

inline constexpr std::size_t kMaximumItems = 1'000'000;
inline constexpr std::size_t kMaximumTextBytes = 64 * 1024;

/// What is wrong and where in the file; caught at the file's edge.
struct Refusal {
    std::string path;
    std::string reason;
};

/// A value of the file and the way to it ("segments[3].takes[0]").
class Value {
public:
    Value(const Json& json, std::string path) : m_json(json), m_path(std::move(path)) {}

    [[noreturn]] void refuse(const std::string& reason) const { throw Refusal{m_path, reason}; }

    [[nodiscard]] bool has(const char* key) const {
        return m_json.is_object() && m_json.contains(key);
    }
    [[nodiscard]] Value at(const char* key) const {
        if (!m_json.is_object()) {
            refuse("an object is expected here");
        }
        const auto found = m_json.find(key);
        if (found == m_json.end()) {
            refuse(std::string("'") + key + "' is missing");
        }
        return {*found, m_path.empty() ? key : m_path + "." + key};
    }
    [[nodiscard]] std::vector<Value> items(std::size_t most = kMaximumItems) const {
        checkList(most);
        std::vector<Value> list;
        list.reserve(m_json.size());
        for (std::size_t i = 0; i < m_json.size(); ++i) {
            list.emplace_back(m_json[i], m_path + "[" + std::to_string(i) + "]");
        }
        return list;
    }
    [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const {
        if (!m_json.is_number_integer()) {
            refuse("a whole number is expected here");
        }
        if (m_json.is_number_unsigned() &&
            m_json.get<std::uint64_t>() > static_cast<std::uint64_t>(high)) {
            refuse("the number is too large");
        }
        const auto value = m_json.get<std::int64_t>();
        if (value < low || value > high) {
            refuse("the number must lie between " + std::to_string(low) + " and " +
                   std::to_string(high));
        }
        return value;
    }
    /// Whole numbers, without a Value for each.
    [[nodiscard]] std::vector<std::int64_t> integers(std::size_t most, std::int64_t low,
                                                     std::int64_t high) const {
        checkList(most);
        std::vector<std::int64_t> list;
        list.reserve(m_json.size());
        for (const Json& item : m_json) {
            list.push_back(Value(item, m_path).integer(low, high));
        }
        return list;
    }
    /// Numbers that fit into a float.
    [[nodiscard]] std::vector<float> floats(std::size_t most) const {
        checkList(most);
        std::vector<float> list;
        list.reserve(m_json.size());
        for (const Json& item : m_json) {
            list.push_back(Value(item, m_path).single());
        }
        return list;
    }
    [[nodiscard]] double number() const {
        if (!m_json.is_number() || !std::isfinite(m_json.get<double>())) {
            refuse("a number is expected here");
        }
        return m_json.get<double>();
    }
    [[nodiscard]] float single() const {
        const double value = number();
        if (std::abs(value) > std::numeric_limits<float>::max()) {
            refuse("the number is too large");
        }
        return static_cast<float>(value);
    }
    [[nodiscard]] bool boolean() const {
        if (!m_json.is_boolean()) {
            refuse("true or false is expected here");
        }
        return m_json.get<bool>();
    }
    [[nodiscard]] std::string text() const {
        if (!m_json.is_string()) {
            refuse("a text is expected here");
        }
        auto value = m_json.get<std::string>();
        if (value.size() > kMaximumTextBytes) {
            refuse("the text is too long");
        }
        return value;
    }
    template <typename Enum, std::size_t Count>
    [[nodiscard]] Enum word(const std::array<std::string_view, Count>& words) const {
        const std::string value = text();
        const auto found = std::ranges::find(words, value);
        if (found == words.end()) {
            refuse("'" + value + "' is not known here");
        }
        return static_cast<Enum>(found - words.begin());
    }
    [[nodiscard]] const Json& json() const { return m_json; }

private:
    void checkList(std::size_t most) const {
        if (!m_json.is_array()) {
            refuse("a list is expected here");
        }
        if (m_json.size() > most) {
            refuse("the list is too long");
        }
    }

    const Json& m_json;
    std::string m_path;
};

[[nodiscard]] inline std::filesystem::path pathOf(const std::string& text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

}  // namespace lipwright::core
