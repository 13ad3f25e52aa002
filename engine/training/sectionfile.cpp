#include "engine/training/sectionfile.h"

#include "engine/core/atomicfile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kAlignment = 64;

std::uint64_t aligned(std::uint64_t size) {
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

void writePadded(std::ofstream& stream, std::span<const std::byte> bytes) {
    static constexpr std::array<char, kAlignment> kZeros{};
    stream.write(reinterpret_cast<const char*>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size()));
    stream.write(kZeros.data(), static_cast<std::streamsize>(aligned(bytes.size()) - bytes.size()));
}

}  // namespace

core::Result<void> writeSections(const fs::path& path, std::span<const std::byte> header,
                                 const std::vector<std::span<const std::byte>>& sections) {
    auto file = core::AtomicFile::create(path);
    if (!file) {
        return core::passOn(file);
    }
    std::ofstream stream(file->temporaryPath(), std::ios::binary | std::ios::trunc);
    writePadded(stream, header);
    for (const auto& section : sections) {
        writePadded(stream, section);
    }
    stream.close();
    if (!stream) {
        return core::Failure(core::errorFromErrno(errno, path.string(), "write the training data"));
    }
    return file->commit();
}

core::Result<MappedSections> MappedSections::open(const fs::path& path, std::size_t headerBytes) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return core::Failure(core::errorFromErrno(errno, path.string(), "open the training data"));
    }
    struct stat status {};
    const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    const std::size_t size = known ? static_cast<std::size_t>(status.st_size) : 0;
    void* address =
        size < headerBytes ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    if (address == MAP_FAILED) {
        return core::fail(core::ErrorCode::ioFailure, "the training data is damaged", path.string(),
                          "Delete it and build the data set again");
    }
    MappedSections mapped;
    mapped.m_mapping = std::shared_ptr<const void>(
        address, [size](const void* region) { ::munmap(const_cast<void*>(region), size); });
    mapped.m_header = {static_cast<const std::byte*>(address), headerBytes};
    mapped.m_size = size;
    mapped.m_at = aligned(headerBytes);
    return mapped;
}

const std::byte* MappedSections::next(std::uint64_t bytes) {
    if (m_tooShort || m_at > m_size || bytes > m_size - m_at || aligned(bytes) > m_size - m_at) {
        m_tooShort = true;
        return nullptr;
    }
    const std::byte* begin = m_header.data() + m_at;
    m_at += aligned(bytes);
    return begin;
}

}  // namespace lipwright::training
