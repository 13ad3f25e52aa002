// A folder for a job's working files that goes when the object goes, with everything in it.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <string>

namespace lipwright::core {

class TemporaryFolder {
public:
    /// Creates ".<name>.<random>" in `parent`.
    [[nodiscard]] static Result<TemporaryFolder> create(const std::filesystem::path& parent,
                                                        const std::string& name);

    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path);
    void remove() noexcept;

    std::filesystem::path m_path;
};

}  // namespace lipwright::core
