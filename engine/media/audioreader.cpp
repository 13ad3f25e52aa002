#include "engine/media/audioreader.h"

#include "engine/media/decoder_p.h"
#include "engine/media/resampler_p.h"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <utility>

namespace lipwright::media {

using core::ErrorCode;

struct AudioReader::State {
    AudioFormat format;
    std::unique_ptr<Demuxer> demuxer;
    std::unique_ptr<Decoder> decoder;
    std::unique_ptr<Resampler> resampler;
    FramePtr frame = makeFrame();
    std::deque<AudioChunk> chunks;
    std::int64_t position = 0;      ///< the next sample frame of read()
    std::int64_t lastPossible = 0;  ///< no sound behind this sample frame is believed
    std::int64_t nextInput = 0;     ///< fallback position of frames without a timestamp
    std::int64_t gridOrigin = -1;   ///< where a frame began in sequential reading; -1: not known
    bool afterSeek = false;         ///< the next frame is the first one behind a seek
    bool ended = false;

    [[nodiscard]] core::Result<void> restartDecoder();
    [[nodiscard]] core::Result<void> decodeMore();
    [[nodiscard]] core::Result<std::size_t> read(std::span<float> out);
    [[nodiscard]] core::Result<void> seek(std::int64_t sample);
    [[nodiscard]] bool landsBefore(std::int64_t timestamp);
    /// Containers that count milliseconds place a frame up to half a millisecond wrong; frames of
    /// equal length lie on a grid, and the first one behind a seek is put back on it.
    [[nodiscard]] std::int64_t onGrid(std::int64_t position, const AVFrame& decoded);
    [[nodiscard]] std::int64_t positionOf(const AVFrame& picture) const;
};

namespace {

/// Decoded before the wanted sample after a seek, until codec and resampler have settled.
constexpr double kPrerollSeconds = 0.3;
/// Positions nearer to the beginning are reached from the beginning.
constexpr double kRewindSeconds = 1.0;
/// The first frames may be shortened by encoder priming.
constexpr int kFramesForGrid = 4;
constexpr int kMaximumChannels = 64;
constexpr int kMaximumRate = 768'000;
/// Where the container does not say how long it is.
constexpr double kLongestSeconds = 48.0 * 3600;
constexpr double kDurationSlackSeconds = 600;

}  // namespace

std::int64_t AudioReader::State::positionOf(const AVFrame& decoded) const {
    const std::int64_t stamp =
        decoded.pts != AV_NOPTS_VALUE ? decoded.pts : decoded.best_effort_timestamp;
    if (stamp == AV_NOPTS_VALUE) {
        return resampler->running() ? resampler->expected() : nextInput;
    }
    return av_rescale_q(stamp, decoder->context().pkt_timebase, AVRational{1, decoded.sample_rate});
}

std::int64_t AudioReader::State::onGrid(std::int64_t at, const AVFrame& decoded) {
    const std::int64_t length = decoded.nb_samples;
    if (!std::exchange(afterSeek, false)) {
        if (gridOrigin < 0 && resampler->running()) {
            gridOrigin = resampler->expected();
        }
        return at;
    }
    if (gridOrigin < 0 || length <= 0) {
        return at;
    }
    std::int64_t offset = (at - gridOrigin) % length;
    offset += offset < -length / 2 ? length : offset > length / 2 ? -length : 0;
    return std::abs(offset) * 1000 <= decoded.sample_rate ? at - offset : at;
}

core::Result<void> AudioReader::State::decodeMore() {
    std::vector<AudioChunk> made;
    if (decoder->next(*demuxer, *frame) != Decoder::Outcome::frame) {
        ended = true;
        if (auto flushed = resampler->flush(made); !flushed) {
            return flushed;
        }
    } else if (frame->sample_rate > 0) {
        const std::int64_t at = onGrid(positionOf(*frame), *frame);
        nextInput = at + frame->nb_samples;
        // A timestamp far behind the end of the file is damage, not silence.
        if (av_rescale(at, format.sampleRate, frame->sample_rate) <= lastPossible) {
            if (auto fed = resampler->feed(*frame, at, made); !fed) {
                return fed;
            }
        }
    }
    for (AudioChunk& chunk : made) {
        chunks.push_back(std::move(chunk));
    }
    return {};
}

core::Result<std::size_t> AudioReader::State::read(std::span<float> out) {
    const auto channels = static_cast<std::size_t>(format.channels);
    const std::size_t wanted = out.size() / channels;
    std::size_t done = 0;
    while (done < wanted) {
        if (chunks.empty()) {
            if (ended) {
                break;
            }
            if (auto more = decodeMore(); !more) {
                return core::passOn(more);
            }
            continue;
        }
        const AudioChunk& chunk = chunks.front();
        const auto length = static_cast<std::int64_t>(chunk.samples.size() / channels);
        const std::int64_t offset = position - chunk.start;
        if (offset >= length) {
            chunks.pop_front();
            continue;
        }
        const auto room = static_cast<std::int64_t>(wanted - done);
        const std::int64_t count = std::min(room, offset < 0 ? -offset : length - offset);
        const auto target =
            out.subspan(done * channels, static_cast<std::size_t>(count) * channels);
        if (offset < 0) {
            std::fill(target.begin(), target.end(), 0.0F);
        } else {
            std::copy_n(chunk.samples.begin() + offset * format.channels, target.size(),
                        target.begin());
        }
        done += static_cast<std::size_t>(count);
        position += count;
    }
    return done;
}

core::Result<void> AudioReader::State::restartDecoder() {
    decoder->restart(false);
    resampler->reset();
    chunks.clear();
    ended = false;
    afterSeek = false;
    nextInput = 0;
    return {};
}

bool AudioReader::State::landsBefore(std::int64_t timestamp) {
    const PacketPtr packet = makePacket();
    if (demuxer->read(*packet) < 0) {
        return false;
    }
    const std::int64_t stamp = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
    return stamp != AV_NOPTS_VALUE && stamp <= timestamp;
}

core::Result<void> AudioReader::State::seek(std::int64_t sample) {
    const bool ahead = sample >= position && sample - position < format.sampleRate;
    position = sample;
    if (ahead && !ended) {
        return {};  // read() drops what lies before
    }
    const double seconds = static_cast<double>(sample) / format.sampleRate;
    for (int i = 0; i < kFramesForGrid && gridOrigin < 0 && !ended; ++i) {
        if (auto more = decodeMore(); !more) {
            return more;
        }
    }
    if (seconds > kRewindSeconds) {
        const AVRational base = decoder->context().pkt_timebase;
        const auto stampAt = [base](double time) {
            return static_cast<std::int64_t>(time * base.den / base.num);
        };
        for (const double earlier : {0.0, 1.0, 5.0, 30.0}) {
            const double from = seconds - kPrerollSeconds - earlier;
            if (from <= 0) {
                break;
            }
            if (demuxer->seek(stampAt(from)) &&
                landsBefore(stampAt(seconds - kPrerollSeconds / 2)) &&
                demuxer->seek(stampAt(from))) {
                auto restarted = restartDecoder();
                afterSeek = true;
                return restarted;
            }
        }
    }
    if (auto rewound = demuxer->rewind(); !rewound) {
        return rewound;
    }
    // A fresh decoder: flushing does not clear all that AAC keeps from one frame to the next.
    auto fresh = Decoder::open(demuxer->selected(), 1, demuxer->path());
    if (!fresh) {
        return core::passOn(fresh);
    }
    decoder = std::move(*fresh);
    return restartDecoder();
}

core::Result<AudioReader> AudioReader::open(const std::filesystem::path& path, AudioFormat format,
                                            int streamOrdinal) {
    if (format.sampleRate <= 0 || format.sampleRate > kMaximumRate || format.channels <= 0 ||
        format.channels > kMaximumChannels) {
        return core::fail(ErrorCode::invalidArgument, "no valid audio format was asked for",
                          path.string());
    }
    auto demuxer = Demuxer::open(path);
    if (!demuxer) {
        return core::passOn(demuxer);
    }
    AVStream* const stream = streamOrdinal < 0 ? nullptr : (*demuxer)->audioStream(streamOrdinal);
    if (stream == nullptr) {
        const bool none = (*demuxer)->audioStream(0) == nullptr;
        return core::fail(ErrorCode::noAudio,
                          none ? std::string("the file has no sound")
                               : "the file has no audio track " + std::to_string(streamOrdinal + 1),
                          path.string(), "Choose a file with sound");
    }
    (*demuxer)->select(*stream);
    auto decoder = Decoder::open(*stream, 1, path);
    if (!decoder) {
        return core::passOn(decoder);
    }
    const double duration = (*demuxer)->format().duration > 0
                                ? static_cast<double>((*demuxer)->format().duration) / AV_TIME_BASE
                                : kLongestSeconds;
    auto state = std::make_unique<State>();
    state->format = format;
    state->lastPossible =
        static_cast<std::int64_t>((duration + kDurationSlackSeconds) * format.sampleRate);
    state->demuxer = std::move(*demuxer);
    state->decoder = std::move(*decoder);
    state->resampler = std::make_unique<Resampler>(format, path.string());
    return AudioReader(std::move(state));
}

AudioReader::AudioReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AudioReader::AudioReader(AudioReader&&) noexcept = default;
AudioReader& AudioReader::operator=(AudioReader&&) noexcept = default;
AudioReader::~AudioReader() = default;

AudioFormat AudioReader::format() const {
    return m_state->format;
}

core::Result<std::size_t> AudioReader::read(std::span<float> interleaved) {
    return m_state->read(interleaved);
}

core::Result<void> AudioReader::seek(core::RationalTime time) {
    const std::int64_t sample = time.rescaled({1, m_state->format.sampleRate}).value;
    return m_state->seek(std::max<std::int64_t>(0, sample));
}

core::Result<std::vector<float>> readMono(const std::filesystem::path& path, int sampleRate,
                                          double maximumSeconds, std::stop_token stop) {
    auto reader = AudioReader::open(path, {sampleRate, 1});
    if (!reader) {
        return core::passOn(reader);
    }
    const auto limit = static_cast<std::size_t>(std::max(0.0, maximumSeconds) * sampleRate);
    std::vector<float> samples;
    std::vector<float> block(16384);
    for (;;) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        auto count = reader->read(block);
        if (!count) {
            return core::passOn(count);
        }
        if (*count == 0) {
            return samples;
        }
        if (samples.size() + *count > limit) {
            return core::fail(ErrorCode::invalidArgument,
                              "the sound is longer than " +
                                  std::to_string(static_cast<long long>(maximumSeconds)) +
                                  " seconds",
                              path.string(), "Use a shorter recording");
        }
        samples.insert(samples.end(), block.begin(),
                       block.begin() + static_cast<std::ptrdiff_t>(*count));
    }
}

}  // namespace lipwright::media
