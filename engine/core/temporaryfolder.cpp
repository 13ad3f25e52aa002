#include "engine/core/temporaryfolder.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace lipwright::core {

TemporaryFolder::TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {})) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    if (this != &other) {
        remove();
        m_path = std::exchange(other.m_path, {});
    }
    return *this;
}

TemporaryFolder::~TemporaryFolder() {
    remove();
}

void TemporaryFolder::remove() noexcept {
    if (!m_path.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
        m_path.clear();
    }
}

Result<TemporaryFolder> TemporaryFolder::create(const std::filesystem::path& parent,
                                                const std::string& name) {
    const auto folder = parent.empty() ? std::filesystem::path(".") : parent;
    std::string pattern = (folder / ("." + name + ".XXXXXX")).string();
    errno = 0;
    if (::mkdtemp(pattern.data()) == nullptr) {
        return Failure(errorFromErrno(errno, folder.string(), "can not make a working folder"));
    }
    return TemporaryFolder(pattern);
}

}  // namespace lipwright::core
