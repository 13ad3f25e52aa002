#include "engine/training/clipfile.h"

#include "engine/core/atomicfile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr std::array<char, 8> kMagic = {'L', 'W', 'C', 'L', 'I', 'P', '0', '2'};
constexpr std::uint64_t kMaximumCount = 1U << 24;
constexpr std::uint64_t kAlignment = 64;
constexpr std::size_t kSections = 11;

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint64_t frames = 0;
    std::uint64_t melColumns = 0;
    std::uint64_t activitySteps = 0;
    std::uint64_t phoneticRows = 0;
    std::uint64_t phoneticSize = 0;
    std::uint64_t faceSize = 0;
    std::uint64_t reserved = 0;
};
static_assert(sizeof(Header) == 64);

/// Bytes of each section in file order.
std::array<std::uint64_t, kSections> sectionSizes(const Header& h) {
    return {h.frames * sizeof(double),
            h.frames,
            h.frames * kClipMeasures * sizeof(float),
            h.frames * kClipPose * sizeof(float),
            h.frames * kClipLandmarks * sizeof(float),
            h.frames * kClipCropBytes,
            h.melColumns * kClipMelBands * sizeof(float),
            h.activitySteps,
            h.phoneticRows * h.phoneticSize * sizeof(float),
            h.frames * h.faceSize * h.faceSize * 3,
            h.faceSize == 0 ? 0 : h.frames * kClipLandmarks * sizeof(float)};
}

std::uint64_t aligned(std::uint64_t size) {
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint64_t fileSize(const Header& header) {
    std::uint64_t total = sizeof(Header);
    for (const std::uint64_t size : sectionSizes(header)) {
        total += aligned(size);
    }
    return total;
}

bool plausible(const Header& h) {
    return h.magic == kMagic && h.frames < kMaximumCount && h.melColumns < kMaximumCount &&
           h.activitySteps < kMaximumCount && h.phoneticRows < kMaximumCount &&
           h.phoneticSize < 4096 && h.faceSize <= kLargestFace;
}

bool consistent(const ClipData& clip) {
    const std::size_t n = clip.seconds.size();
    const std::size_t face = std::size_t{clip.faceSize} * clip.faceSize * 3;
    return clip.faceSize <= kLargestFace && clip.faces.size() == n * face &&
           clip.faceLandmarks.size() == (face == 0 ? 0 : n * kClipLandmarks) &&
           clip.usable.size() == n && clip.measures.size() == n * kClipMeasures &&
           clip.poses.size() == n * kClipPose && clip.headLandmarks.size() == n * kClipLandmarks &&
           clip.crops.size() == n * kClipCropBytes && clip.mel.size() % kClipMelBands == 0 &&
           (clip.phoneticSize == 0 ? clip.phonetic.empty()
                                   : clip.phonetic.size() % clip.phoneticSize == 0);
}

template <typename T>
void writeSection(std::ofstream& stream, const std::vector<T>& values) {
    static constexpr std::array<char, kAlignment> kZeros{};
    const std::uint64_t bytes = values.size() * sizeof(T);
    stream.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(bytes));
    stream.write(kZeros.data(), static_cast<std::streamsize>(aligned(bytes) - bytes));
}

core::Failure damaged(const fs::path& path) {
    return core::fail(core::ErrorCode::ioFailure, "the training clip is damaged", path.string(),
                      "Delete it and build the data set again");
}

/// Maps a whole file read-only.
core::Result<std::shared_ptr<const void>> mapFile(const fs::path& path, std::size_t& size) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return core::Failure(core::errorFromErrno(errno, path.string(), "open the training clip"));
    }
    struct stat status {};
    const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    size = known ? static_cast<std::size_t>(status.st_size) : 0;
    void* address =
        size < sizeof(Header) ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    if (address == MAP_FAILED) {
        return damaged(path);
    }
    return std::shared_ptr<const void>(
        address, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
}

/// Hands out one section after the other.
class SectionWalk {
public:
    SectionWalk(const void* base, const std::array<std::uint64_t, kSections>& sizes)
        : m_next(static_cast<const std::byte*>(base) + sizeof(Header)), m_sizes(sizes) {}

    template <typename T>
    void take(std::span<const T>& view) {
        const std::uint64_t bytes = m_sizes[m_section++];
        view = {reinterpret_cast<const T*>(m_next), bytes / sizeof(T)};
        m_next += aligned(bytes);
    }

private:
    const std::byte* m_next;
    std::array<std::uint64_t, kSections> m_sizes;
    std::size_t m_section = 0;
};

}  // namespace

core::Result<void> writeClip(const fs::path& path, const ClipData& clip) {
    if (!consistent(clip)) {
        return core::fail(core::ErrorCode::internal, "the clip's arrays have different lengths",
                          path.string());
    }
    Header header;
    header.frames = clip.seconds.size();
    header.melColumns = clip.mel.size() / kClipMelBands;
    header.activitySteps = clip.activity.size();
    header.phoneticSize = clip.phoneticSize;
    header.faceSize = clip.faceSize;
    header.phoneticRows = clip.phoneticSize == 0 ? 0 : clip.phonetic.size() / clip.phoneticSize;
    auto file = core::AtomicFile::create(path);
    if (!file) {
        return core::passOn(file);
    }
    std::ofstream stream(file->temporaryPath(), std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(&header), sizeof(header));
    writeSection(stream, clip.seconds);
    writeSection(stream, clip.usable);
    writeSection(stream, clip.measures);
    writeSection(stream, clip.poses);
    writeSection(stream, clip.headLandmarks);
    writeSection(stream, clip.crops);
    writeSection(stream, clip.mel);
    writeSection(stream, clip.activity);
    writeSection(stream, clip.phonetic);
    writeSection(stream, clip.faces);
    writeSection(stream, clip.faceLandmarks);
    stream.close();
    if (!stream) {
        return core::Failure(core::errorFromErrno(errno, path.string(), "write the training clip"));
    }
    return file->commit();
}

core::Result<MappedClip> MappedClip::open(const fs::path& path) {
    std::size_t size = 0;
    auto mapping = mapFile(path, size);
    if (!mapping) {
        return core::passOn(mapping);
    }
    Header header;
    std::memcpy(&header, mapping->get(), sizeof(header));
    if (!plausible(header) || fileSize(header) != size) {
        return damaged(path);
    }
    MappedClip clip;
    SectionWalk walk(mapping->get(), sectionSizes(header));
    walk.take(clip.seconds);
    walk.take(clip.usable);
    walk.take(clip.measures);
    walk.take(clip.poses);
    walk.take(clip.headLandmarks);
    walk.take(clip.crops);
    walk.take(clip.mel);
    walk.take(clip.activity);
    walk.take(clip.phonetic);
    walk.take(clip.faces);
    walk.take(clip.faceLandmarks);
    clip.faceSize = static_cast<std::uint32_t>(header.faceSize);
    clip.phoneticSize = static_cast<std::uint32_t>(header.phoneticSize);
    clip.m_mapping = std::move(*mapping);
    return clip;
}

}  // namespace lipwright::training
