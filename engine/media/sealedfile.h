// Small binary files of numbers that can be made again: named by kind and version, sealed with a
// SHA-256, written atomically. Reading trusts nothing: what is foreign, damaged or of another
// version is an error, never a crash. Whole numbers take as few bytes as their size needs.
#pragma once

#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace lipwright::media {

class SealedWriter {
public:
    SealedWriter(std::string_view kind, int version);

    void number(std::int64_t value);
    void real(float value);
    void text(std::string_view value);
    void bytes(std::span<const std::uint8_t> values);

    [[nodiscard]] core::Result<void> save(const std::filesystem::path& path) &&;

private:
    std::string m_bytes;
};

class SealedReader {
public:
    /// The file must be of this kind and version and its seal right.
    [[nodiscard]] static core::Result<SealedReader> open(const std::filesystem::path& path,
                                                         std::string_view kind, int version);

    std::int64_t number();
    float real();
    std::string text();
    /// A number of items of at least `least` bytes each: no more than the file can hold.
    std::size_t count(std::size_t least);
    /// Valid as long as the reader.
    std::span<const std::uint8_t> bytes();

    void refuse() { m_good = false; }
    /// Fails unless everything read was there and nothing is left.
    [[nodiscard]] core::Result<void> finish() const;

private:
    SealedReader(std::filesystem::path path, std::string all) noexcept
        : m_path(std::move(path)), m_all(std::move(all)) {}
    [[nodiscard]] std::size_t left() const { return m_end - m_at; }

    std::filesystem::path m_path;
    std::string m_all;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    bool m_good = true;
};

}  // namespace lipwright::media
