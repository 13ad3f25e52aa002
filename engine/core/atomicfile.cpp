#include "engine/core/atomicfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace lipwright::core {
namespace {

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() {
        if (m_value >= 0) {
            ::close(m_value);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int value() const { return m_value; }

private:
    int m_value;
};

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target, std::filesystem::path temporary)
    : m_target(std::move(target)), m_temporary(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {})) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        m_target = std::move(other.m_target);
        m_temporary = std::exchange(other.m_temporary, {});
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() noexcept {
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
        m_temporary.clear();
    }
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& target) {
    std::error_code ignored;
    if (target.filename().empty() || std::filesystem::is_directory(target, ignored)) {
        return fail(ErrorCode::invalidArgument, "the output is a folder, not a file",
                    target.string(), "Give the name of a file to write");
    }
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    const std::string suffix = ".part" + target.extension().string();
    const std::string pattern =
        (folder / ("." + target.stem().string() + ".XXXXXX" + suffix)).string();
    std::vector<char> name(pattern.begin(), pattern.end());
    name.push_back('\0');
    const Descriptor file(::mkostemps(name.data(), static_cast<int>(suffix.size()), O_CLOEXEC));
    if (file.value() < 0) {
        return Failure(
            errorFromErrno(errno, target.string(), "can not write to the folder of the output"));
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file.value(), 0666 & ~mask);
    return AtomicFile(target, std::filesystem::path(name.data()));
}

Result<void> AtomicFile::commit() {
    const Descriptor file(::open(m_temporary.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.value() < 0 || ::fsync(file.value()) != 0 ||
        ::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        return Failure(errorFromErrno(errno, m_target.string(), "can not finish the file"));
    }
    m_temporary.clear();
    return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& target, std::string_view bytes) {
    auto file = AtomicFile::create(target);
    if (!file) {
        return passOn(file);
    }
    errno = 0;
    std::ofstream stream(file->temporaryPath(), std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        return Failure(errorFromErrno(errno, target.string(), "can not write the file"));
    }
    return file->commit();
}

Result<std::string> readSmallFile(const std::filesystem::path& path, std::size_t maximumBytes) {
    errno = 0;
    std::ifstream stream(path, std::ios::binary | std::ios::ate);
    if (!stream) {
        return Failure(errorFromErrno(errno, path.string(), "can not read the file"));
    }
    const auto size = stream.tellg();
    if (size < 0 || static_cast<std::size_t>(size) > maximumBytes) {
        return fail(ErrorCode::ioFailure, "the file is not of a readable size", path.string());
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    stream.seekg(0);
    stream.read(bytes.data(), size);
    if (!stream) {
        return Failure(errorFromErrno(errno, path.string(), "can not read the file"));
    }
    return bytes;
}

}  // namespace lipwright::core
