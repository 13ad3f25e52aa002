#include "engine/media/audioblocks.h"

#include <algorithm>

namespace lipwright::media {

core::Result<std::int64_t> readBlocks(AudioReader& reader, const AudioBlock& each,
                                      const std::stop_token& stop,
                                      const core::ProgressCallback& progress) {
    const AudioFormat format = reader.format();
    const auto channels = static_cast<std::size_t>(format.channels);
    std::vector<float> block(static_cast<std::size_t>(format.sampleRate) * channels);
    std::int64_t samples = 0;
    for (;;) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto read = reader.read(block);
        if (!read) {
            return core::passOn(read);
        }
        if (*read == 0) {
            return samples;
        }
        each(std::span(block).first(*read * channels));
        samples += static_cast<std::int64_t>(*read);
        core::report(progress, {"listen", samples / format.sampleRate, 0});
    }
}

core::Result<std::vector<float>> readStretch(AudioReader& reader, std::int64_t first,
                                             std::int64_t count) {
    const AudioFormat format = reader.format();
    const auto channels = static_cast<std::size_t>(format.channels);
    std::vector<float> samples(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)) *
                               channels);
    const std::int64_t before =
        std::clamp<std::int64_t>(-first, 0, std::max<std::int64_t>(count, 0));
    std::size_t filled = static_cast<std::size_t>(before) * channels;
    if (filled == samples.size()) {
        return samples;
    }
    if (const auto sought = reader.seek({first + before, {1, format.sampleRate}}); !sought) {
        return core::passOn(sought);
    }
    while (filled < samples.size()) {
        const auto read = reader.read(std::span(samples).subspan(filled));
        if (!read) {
            return core::passOn(read);
        }
        if (*read == 0) {
            break;
        }
        filled += *read * channels;
    }
    return samples;
}

}  // namespace lipwright::media
