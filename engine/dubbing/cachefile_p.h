// How the cache names its files and what it does with them: found and used, or made and kept.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lipwright::dubbing {

/// Where the cache keeps something about a file; `part` tells several of one kind apart.
[[nodiscard]] inline std::filesystem::path cachePlace(const std::filesystem::path& folder,
                                                      std::string_view kind,
                                                      std::string_view fingerprint,
                                                      std::string_view part = {}) {
    constexpr std::size_t kNamedDigits = 32;
    const std::size_t colon = fingerprint.find(':');
    const std::string_view digits =
        colon == std::string_view::npos ? fingerprint : fingerprint.substr(colon + 1);
    std::string name(kind);
    name += '-';
    name += digits.substr(0, kNamedDigits);
    if (!part.empty()) {
        name += '-';
        name += part;
    }
    return folder / (name + ".lwc");
}

/// A file that was used last goes last when the cache is shrunk.
inline void markUsed(const std::filesystem::path& place) {
    std::error_code ignored;
    std::filesystem::last_write_time(place, std::filesystem::file_time_type::clock::now(), ignored);
}

/// What `load` finds at the place, or else what `make` makes, which `save` then puts there. A cache
/// that can not be written is no reason to fail: the result is right all the same.
template <typename Load, typename Make, typename Save>
auto cached(const std::filesystem::path& place, Load load, Make make, Save save)
    -> decltype(make()) {
    if (auto found = load(place)) {
        markUsed(place);
        return found;
    }
    auto made = make();
    if (made) {
        std::error_code ignored;
        std::filesystem::create_directories(place.parent_path(), ignored);
        (void)save(place, *made);
    }
    return made;
}

}  // namespace lipwright::dubbing
