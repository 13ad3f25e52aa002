#include "engine/training/pairfile.h"

#include "engine/training/sectionfile.h"

#include <array>
#include <cstring>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr std::array<char, 8> kMagic = {'L', 'W', 'P', 'A', 'I', 'R', '0', '1'};
constexpr std::uint64_t kMostPairs = 1U << 20;

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint64_t count = 0;
    std::uint64_t size = 0;
};

std::uint64_t pixels(std::uint64_t size) {
    return size * size / 2;
}

bool plausible(const Header& header) {
    return header.magic == kMagic && header.count <= kMostPairs && header.size <= kLargestFace &&
           header.size % 2 == 0;
}

bool consistent(const PairData& pairs) {
    const std::size_t n = pairs.frames.size();
    const std::size_t half = n * pixels(pairs.size);
    return plausible({kMagic, n, pairs.size}) && pairs.goals.size() == n &&
           pairs.shapes.size() == n * kClipMeasures && pairs.upper.size() == half * 3 &&
           pairs.warped.size() == half * 3 && pairs.alpha.size() == half &&
           pairs.goal.size() == half * 3;
}

template <typename T>
std::span<const std::byte> bytesOf(const std::vector<T>& values) {
    return std::as_bytes(std::span<const T>(values));
}

}  // namespace

core::Result<void> writePairs(const fs::path& path, const PairData& pairs) {
    if (!consistent(pairs)) {
        return core::fail(core::ErrorCode::internal, "the pairs' arrays have different lengths",
                          path.string());
    }
    const Header header{kMagic, pairs.frames.size(), pairs.size};
    return writeSections(
        path, std::as_bytes(std::span<const Header>(&header, 1)),
        {bytesOf(pairs.frames), bytesOf(pairs.goals), bytesOf(pairs.shapes), bytesOf(pairs.upper),
         bytesOf(pairs.warped), bytesOf(pairs.alpha), bytesOf(pairs.goal)});
}

core::Result<MappedPairs> MappedPairs::open(const fs::path& path) {
    auto sections = MappedSections::open(path, sizeof(Header));
    if (!sections) {
        return core::passOn(sections);
    }
    Header header;
    std::memcpy(&header, sections->header().data(), sizeof(header));
    MappedPairs pairs;
    if (plausible(header)) {
        const std::uint64_t half = header.count * pixels(header.size);
        sections->take(pairs.frames, header.count);
        sections->take(pairs.goals, header.count);
        sections->take(pairs.shapes, header.count * kClipMeasures);
        sections->take(pairs.upper, half * 3);
        sections->take(pairs.warped, half * 3);
        sections->take(pairs.alpha, half);
        sections->take(pairs.goal, half * 3);
    }
    if (!plausible(header) || !sections->complete()) {
        return core::fail(core::ErrorCode::ioFailure, "the training pairs are damaged",
                          path.string(), "Delete them and build them again");
    }
    pairs.size = static_cast<std::uint32_t>(header.size);
    pairs.m_mapping = sections->mapping();
    return pairs;
}

fs::path pairFile(const fs::path& folder, const ClipRecord& clip) {
    return folder / "pairs" / (clip.id + ".pairs");
}

}  // namespace lipwright::training
