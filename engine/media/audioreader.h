// Sequential audio as float samples at a chosen rate and channel count, aligned to the file's
// timeline: sample n is the sound at n / rate seconds, so a stream that starts late begins with
// silence and encoder priming is dropped. One reader belongs to one thread.
#pragma once

#include "engine/core/rationaltime.h"
#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace lipwright::media {

struct AudioFormat {
    int sampleRate = 16000;
    int channels = 1;
};

class AudioReader {
public:
    /// `streamOrdinal` counts audio streams from 0. ErrorCode::noAudio when there is none.
    [[nodiscard]] static core::Result<AudioReader> open(const std::filesystem::path& path,
                                                        AudioFormat format, int streamOrdinal = 0);

    AudioReader(AudioReader&&) noexcept;
    AudioReader& operator=(AudioReader&&) noexcept;
    ~AudioReader();

    [[nodiscard]] AudioFormat format() const;

    /// Fills interleaved samples in [-1, 1]; returns how many sample frames were written, 0 at the
    /// end. `interleaved.size()` must be a multiple of the channel count.
    [[nodiscard]] core::Result<std::size_t> read(std::span<float> interleaved);

    /// The next read() starts at the sample nearest to `time` (not before 0).
    [[nodiscard]] core::Result<void> seek(core::RationalTime time);

private:
    struct State;
    explicit AudioReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Reads a whole stream as mono samples; for clips, not films (limit: `maximumSeconds`).
[[nodiscard]] core::Result<std::vector<float>> readMono(const std::filesystem::path& path,
                                                        int sampleRate,
                                                        double maximumSeconds = 3600.0,
                                                        std::stop_token stop = {});

}  // namespace lipwright::media
