// Turns decoded audio frames of one stream into interleaved floats of another rate and channel
// count, on a fixed grid: output sample k always stands for the same instant, wherever the stream
// was entered. Private to this folder; one thread.
#pragma once

#include "engine/media/audioreader.h"
#include "engine/media/ffmpeg_p.h"

#include <vector>

namespace lipwright::media {

/// Contiguous output: sample frame `start` of the timeline and what follows.
struct AudioChunk {
    std::int64_t start = 0;
    std::vector<float> samples;  ///< interleaved
};

class Resampler {
public:
    Resampler(AudioFormat output, std::string place)
        : m_output(output), m_place(std::move(place)) {}

    /// Feeds a frame whose first sample lies at `position` (samples of the frame's own rate from
    /// the timeline's zero). Positions within 20 ms of the expected one are taken as contiguous;
    /// larger gaps become a new chunk, or silence; larger overlaps are dropped. Sound before the
    /// timeline's zero is dropped. Appends to `out`.
    [[nodiscard]] core::Result<void> feed(const AVFrame& frame, std::int64_t position,
                                          std::vector<AudioChunk>& out);
    /// Ends the sound fed so far; the next feed() starts anew.
    [[nodiscard]] core::Result<void> flush(std::vector<AudioChunk>& out);
    void reset() { m_context.reset(); }

    /// Where the next sample is expected, in input samples; only while something was fed.
    [[nodiscard]] std::int64_t expected() const { return m_expected; }
    [[nodiscard]] bool running() const { return m_context != nullptr; }

private:
    [[nodiscard]] core::Result<void> start(const AVFrame& frame, std::int64_t position);
    [[nodiscard]] core::Result<void> convert(const std::uint8_t** data, int samples,
                                             std::vector<AudioChunk>& out);
    [[nodiscard]] core::Result<void> silence(std::int64_t samples, std::vector<AudioChunk>& out);
    [[nodiscard]] bool sameInput(const AVFrame& frame) const;

    AudioFormat m_output;
    std::string m_place;
    ResamplerPtr m_context;
    AVSampleFormat m_format = AV_SAMPLE_FMT_NONE;
    int m_inputRate = 0;
    int m_inputChannels = 0;
    std::int64_t m_expected = 0;
    std::int64_t m_nextOutput = 0;
};

}  // namespace lipwright::media
