#include "engine/media/sealedfile.h"

#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"

#include <bit>
#include <cstring>

namespace lipwright::media {
namespace {

constexpr std::size_t kSealLength = 64;
constexpr std::size_t kLargestFile = std::size_t{1} << 30U;
constexpr int kNumberBits = 7;

static_assert(std::endian::native == std::endian::little, "the file is little endian");

std::string headerOf(std::string_view kind, int version) {
    return "Lipwright " + std::string(kind) + " " + std::to_string(version) + "\n";
}

std::string sealOf(std::string_view bytes) {
    return core::sha256(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

core::Failure refused(const std::filesystem::path& path, const char* reason) {
    return core::fail(core::ErrorCode::damagedMedia, reason, path.string(),
                      "Delete it: it will be made again");
}

}  // namespace

SealedWriter::SealedWriter(std::string_view kind, int version) : m_bytes(headerOf(kind, version)) {}

void SealedWriter::number(std::int64_t value) {
    // Small numbers of either sign become small ones without: 0, -1, 1, -2 ... -> 0, 1, 2, 3 ...
    auto rest = (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
    while (rest >> kNumberBits != 0) {
        m_bytes.push_back(static_cast<char>((rest & 0x7FU) | 0x80U));
        rest >>= kNumberBits;
    }
    m_bytes.push_back(static_cast<char>(rest));
}

void SealedWriter::real(float value) {
    m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void SealedWriter::text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    m_bytes.append(value);
}

void SealedWriter::bytes(std::span<const std::uint8_t> values) {
    number(static_cast<std::int64_t>(values.size()));
    m_bytes.append(reinterpret_cast<const char*>(values.data()), values.size());
}

core::Result<void> SealedWriter::save(const std::filesystem::path& path) && {
    m_bytes += sealOf(m_bytes);
    return core::writeFileAtomically(path, m_bytes);
}

core::Result<SealedReader> SealedReader::open(const std::filesystem::path& path,
                                              std::string_view kind, int version) {
    auto bytes = core::readSmallFile(path, kLargestFile);
    if (!bytes) {
        return core::passOn(bytes);
    }
    const std::string header = headerOf(kind, version);
    if (!bytes->starts_with(header) || bytes->size() < header.size() + kSealLength) {
        return refused(path, "the file is of another kind or version");
    }
    const std::string_view all(*bytes);
    const std::size_t end = all.size() - kSealLength;
    if (sealOf(all.substr(0, end)) != all.substr(end)) {
        return refused(path, "the file is damaged: its checksum is wrong");
    }
    SealedReader reader(path, std::move(*bytes));
    reader.m_at = header.size();
    reader.m_end = end;
    return reader;
}

std::int64_t SealedReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += kNumberBits) {
        if (left() == 0) {
            break;
        }
        const auto byte = static_cast<std::uint8_t>(m_all[m_at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) {
            return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
        }
    }
    m_good = false;
    return 0;
}

float SealedReader::real() {
    float value = 0.0F;
    if (left() < sizeof value) {
        m_good = false;
        return value;
    }
    std::memcpy(&value, m_all.data() + m_at, sizeof value);
    m_at += sizeof value;
    return value;
}

std::size_t SealedReader::count(std::size_t least) {
    const std::int64_t items = number();
    if (items < 0 || static_cast<std::uint64_t>(items) > left() / least) {
        m_good = false;
        return 0;
    }
    return static_cast<std::size_t>(items);
}

std::string SealedReader::text() {
    const std::size_t length = count(1);
    m_at += length;
    return m_all.substr(m_at - length, length);
}

std::span<const std::uint8_t> SealedReader::bytes() {
    const std::size_t length = count(1);
    m_at += length;
    return {reinterpret_cast<const std::uint8_t*>(m_all.data()) + (m_at - length), length};
}

core::Result<void> SealedReader::finish() const {
    if (!m_good || left() != 0) {
        return refused(m_path, "the file contradicts itself");
    }
    return {};
}

}  // namespace lipwright::media
