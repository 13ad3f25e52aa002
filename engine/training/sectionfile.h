// Flat binary files of a fixed header and a row of arrays, each beginning at a multiple of 64
// bytes, read by mapping them. Little-endian, for the machine that wrote them. What the header
// means is the caller's; a file that is shorter or longer than its arrays is told by complete().
#pragma once

#include "engine/core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::training {

/// Appears whole or not at all.
[[nodiscard]] core::Result<void> writeSections(
    const std::filesystem::path& path, std::span<const std::byte> header,
    const std::vector<std::span<const std::byte>>& sections);

/// Hands out one section after the other. Copies share the mapping.
class MappedSections {
public:
    /// ErrorCode::ioFailure when the file is shorter than its header.
    [[nodiscard]] static core::Result<MappedSections> open(const std::filesystem::path& path,
                                                           std::size_t headerBytes);

    [[nodiscard]] std::span<const std::byte> header() const { return m_header; }

    /// A view of the next `count` values; empty once the file has ended.
    template <typename T>
    void take(std::span<const T>& view, std::uint64_t count) {
        const std::byte* begin = next(count * sizeof(T));
        view = begin == nullptr ? std::span<const T>()
                                : std::span<const T>(reinterpret_cast<const T*>(begin), count);
    }
    /// True when the sections taken are exactly the whole file.
    [[nodiscard]] bool complete() const { return !m_tooShort && m_at == m_size; }
    /// Keeps the views valid.
    [[nodiscard]] std::shared_ptr<const void> mapping() const { return m_mapping; }

private:
    [[nodiscard]] const std::byte* next(std::uint64_t bytes);

    std::shared_ptr<const void> m_mapping;
    std::span<const std::byte> m_header;
    std::uint64_t m_size = 0;
    std::uint64_t m_at = 0;
    bool m_tooShort = false;
};

}  // namespace lipwright::training
