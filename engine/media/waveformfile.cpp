#include "engine/media/sealedfile.h"
#include "engine/media/waveform.h"

#include <limits>

namespace lipwright::media {
namespace {

constexpr std::string_view kKind = "waveform";
constexpr int kVersion = 1;
static_assert(sizeof(Peak) == 2);

}  // namespace

// The finest level alone: the others follow from it in less time than it takes to read them.
core::Result<void> Waveform::save(const std::filesystem::path& path) const {
    SealedWriter file(kKind, kVersion);
    file.number(m_samples);
    const std::span<const Peak> finest =
        m_levels.empty() ? std::span<const Peak>() : std::span<const Peak>(m_levels.front());
    file.bytes({reinterpret_cast<const std::uint8_t*>(finest.data()), finest.size_bytes()});
    return std::move(file).save(path);
}

core::Result<Waveform> Waveform::load(const std::filesystem::path& path) {
    auto file = SealedReader::open(path, kKind, kVersion);
    if (!file) {
        return core::passOn(file);
    }
    Waveform waveform;
    waveform.m_samples = file->number();
    const auto bytes = file->bytes();
    std::vector<Peak> finest(bytes.size() / 2);
    for (std::size_t i = 0; i < finest.size(); ++i) {
        finest[i] = {static_cast<std::int8_t>(bytes[2 * i]),
                     static_cast<std::int8_t>(bytes[2 * i + 1])};
    }
    const bool fits = waveform.m_samples >= 0 &&
                      waveform.m_samples < std::numeric_limits<std::int64_t>::max() / 2 &&
                      static_cast<std::int64_t>(finest.size()) ==
                          (waveform.m_samples + kSamplesPerPeak - 1) / kSamplesPerPeak;
    if (bytes.size() % 2 != 0 || !fits) {
        file->refuse();
    }
    if (const auto whole = file->finish(); !whole) {
        return core::passOn(whole);
    }
    waveform.m_levels = pyramidOf(std::move(finest));
    return waveform;
}

}  // namespace lipwright::media
