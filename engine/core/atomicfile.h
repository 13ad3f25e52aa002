// A file that appears under its final name whole or not at all: written beside the target under
// a temporary name, flushed to disk and renamed by commit(). Without commit() nothing remains.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <string_view>

namespace lipwright::core {

class AtomicFile {
public:
    /// Checks that the target's folder exists and can be written, and reserves a temporary name
    /// of the form ".<stem>.<random>.part<extension>" in it (the extension is kept because media
    /// writers choose their format by it).
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& target);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// Where to write. The file exists and is empty.
    [[nodiscard]] const std::filesystem::path& temporaryPath() const { return m_temporary; }

    /// fsync, then rename over the target.
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(std::filesystem::path target, std::filesystem::path temporary);
    void discard() noexcept;

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
};

/// Writes `bytes` to `target` as one AtomicFile.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& target,
                                               std::string_view bytes);

/// Reads a whole file of at most `maximumBytes`.
[[nodiscard]] Result<std::string> readSmallFile(const std::filesystem::path& path,
                                                std::size_t maximumBytes = 64U << 20);

}  // namespace lipwright::core
