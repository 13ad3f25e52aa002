#include "engine/voice/wavfile.h"

#include "engine/core/atomicfile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace lipwright::voice {

namespace {

void put(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) {
        bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
    }
}

}  // namespace

core::Result<void> writeWav(const std::filesystem::path& path, std::span<const float> samples,
                            int sampleRate) {
    const auto size = static_cast<std::uint32_t>(samples.size() * 2);
    const auto rate = static_cast<std::uint32_t>(sampleRate);
    std::string bytes = "RIFF";
    put(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    put(bytes, 16, 4);
    put(bytes, 1, 2);
    put(bytes, 1, 2);
    put(bytes, rate, 4);
    put(bytes, rate * 2, 4);
    put(bytes, 2, 2);
    put(bytes, 16, 2);
    bytes += "data";
    put(bytes, size, 4);
    for (const float sample : samples) {
        const long value = std::lrint(std::clamp(sample, -1.0F, 1.0F) * 32767.0F);
        put(bytes, static_cast<std::uint32_t>(value), 2);
    }
    return core::writeFileAtomically(path, bytes);
}

}  // namespace lipwright::voice
