#include "engine/media/resampler_p.h"

#include <algorithm>
#include <numeric>

extern "C" {
#include <libavutil/opt.h>
#include <libavutil/samplefmt.h>
}

namespace lipwright::media {
namespace {

/// Jitter of timestamps in milliseconds that is not a gap in the sound.
constexpr int kToleranceMs = 20;
/// Gaps up to this long are filled with silence; longer ones start a new chunk.
constexpr int kFilledGapSeconds = 1;

/// A channel layout owned for the length of a scope.
struct Layout {
    AVChannelLayout value = {};
    explicit Layout(int channels) { av_channel_layout_default(&value, channels); }
    ~Layout() { av_channel_layout_uninit(&value); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
};

/// Gains [output][input] where swresample's own choice is not wanted: a single channel goes to both
/// sides at full level, and channels without a known layout are averaged or passed through.
std::vector<double> gainsFor(int inputs, int outputs) {
    std::vector<double> gains(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs));
    for (int out = 0; out < outputs; ++out) {
        for (int in = 0; in < inputs; ++in) {
            const double gain = outputs == 1  ? 1.0 / inputs
                                : inputs == 1 ? (out < 2 ? 1.0 : 0.0)
                                              : (in == out ? 1.0 : 0.0);
            gains[static_cast<std::size_t>(out * inputs + in)] = gain;
        }
    }
    return gains;
}

}  // namespace

bool Resampler::sameInput(const AVFrame& frame) const {
    return frame.format == m_format && frame.sample_rate == m_inputRate &&
           frame.ch_layout.nb_channels == m_inputChannels;
}

core::Result<void> Resampler::start(const AVFrame& frame, std::int64_t position) {
    const int inputs = frame.ch_layout.nb_channels;
    if (frame.sample_rate <= 0 || inputs <= 0) {
        return core::fail(core::ErrorCode::damagedMedia, "the sound has no valid sample rate",
                          m_place, "Get a complete copy of the file");
    }
    Layout output(m_output.channels);
    Layout input(inputs);
    const bool known = av_channel_layout_check(&frame.ch_layout) != 0 &&
                       frame.ch_layout.order != AV_CHANNEL_ORDER_UNSPEC;
    if (known && av_channel_layout_copy(&input.value, &frame.ch_layout) < 0) {
        return core::Failure(errorFromAv(AVERROR(ENOMEM), m_place, "can not convert the sound"));
    }
    SwrContext* context = nullptr;
    int code = swr_alloc_set_opts2(&context, &output.value, AV_SAMPLE_FMT_FLT, m_output.sampleRate,
                                   &input.value, static_cast<AVSampleFormat>(frame.format),
                                   frame.sample_rate, 0, nullptr);
    m_context.reset(context);
    if (code >= 0) {
        // A mixdown must not exceed full scale.
        av_opt_set_double(context, "rematrix_maxval", 1.0, 0);
        if ((inputs == 1 && m_output.channels > 1) || (!known && inputs != m_output.channels)) {
            const auto gains = gainsFor(inputs, m_output.channels);
            code = swr_set_matrix(context, gains.data(), inputs);
        }
    }
    code = code < 0 ? code : swr_init(context);
    if (code < 0) {
        m_context.reset();
        return core::Failure(errorFromAv(code, m_place, "can not convert the sound"));
    }
    m_format = static_cast<AVSampleFormat>(frame.format);
    m_inputRate = frame.sample_rate;
    m_inputChannels = inputs;
    // Enter on the coarsest grid on which input and output samples coincide.
    const std::int64_t common = std::gcd(m_inputRate, m_output.sampleRate);
    const std::int64_t step = m_inputRate / common;
    m_expected = std::max<std::int64_t>(0, position) / step * step;
    m_nextOutput = m_expected / step * (m_output.sampleRate / common);
    return {};
}

core::Result<void> Resampler::convert(const std::uint8_t** data, int samples,
                                      std::vector<AudioChunk>& out) {
    const int room = swr_get_out_samples(m_context.get(), samples);
    if (room < 0) {
        return core::Failure(errorFromAv(room, m_place, "can not convert the sound"));
    }
    const auto channels = static_cast<std::size_t>(m_output.channels);
    AudioChunk chunk{m_nextOutput, std::vector<float>(static_cast<std::size_t>(room) * channels)};
    auto* target = reinterpret_cast<std::uint8_t*>(chunk.samples.data());
    const int made = swr_convert(m_context.get(), &target, room, data, samples);
    if (made < 0) {
        return core::Failure(errorFromAv(made, m_place, "can not convert the sound"));
    }
    if (data != nullptr) {
        m_expected += samples;
    }
    if (made > 0) {
        chunk.samples.resize(static_cast<std::size_t>(made) * channels);
        for (float& sample : chunk.samples) {
            sample = std::clamp(sample, -1.0F, 1.0F);
        }
        m_nextOutput += made;
        out.push_back(std::move(chunk));
    }
    return {};
}

core::Result<void> Resampler::silence(std::int64_t samples, std::vector<AudioChunk>& out) {
    constexpr int kBlock = 1024;
    const int sampleBytes = av_get_bytes_per_sample(m_format) * m_inputChannels;
    std::vector<std::uint8_t> block(static_cast<std::size_t>(sampleBytes) * kBlock);
    std::vector<std::uint8_t*> pointers(static_cast<std::size_t>(m_inputChannels), nullptr);
    const bool planar = av_sample_fmt_is_planar(m_format) != 0;
    for (std::size_t i = 0; i < pointers.size(); ++i) {
        pointers[i] =
            block.data() +
            (planar ? i * kBlock * static_cast<std::size_t>(av_get_bytes_per_sample(m_format)) : 0);
    }
    av_samples_set_silence(pointers.data(), 0, kBlock, m_inputChannels, m_format);
    while (samples > 0) {
        const int count = static_cast<int>(std::min<std::int64_t>(samples, kBlock));
        if (auto done = convert(const_cast<const std::uint8_t**>(pointers.data()), count, out);
            !done) {
            return done;
        }
        samples -= count;
    }
    return {};
}

core::Result<void> Resampler::feed(const AVFrame& frame, std::int64_t position,
                                   std::vector<AudioChunk>& out) {
    const std::int64_t tolerance = std::int64_t{frame.sample_rate} * kToleranceMs / 1000;
    if (running()) {
        const std::int64_t gap = position - m_expected;
        const bool fillable = gap <= std::int64_t{frame.sample_rate} * kFilledGapSeconds;
        if (!sameInput(frame) || !fillable) {
            if (auto flushed = flush(out); !flushed) {
                return flushed;
            }
        } else if (gap >= -tolerance && gap <= tolerance) {
            position = m_expected;
        }
    }
    if (position + frame.nb_samples <= 0) {
        return {};
    }
    if (!running()) {
        if (auto started = start(frame, position); !started) {
            return started;
        }
    }
    if (position > m_expected) {
        if (auto filled = silence(position - m_expected, out); !filled) {
            return filled;
        }
    }
    const std::int64_t skipped = m_expected - position;
    if (skipped >= frame.nb_samples) {
        return {};
    }
    std::vector<const std::uint8_t*> planes;
    const bool planar = av_sample_fmt_is_planar(m_format) != 0;
    const std::int64_t step =
        std::int64_t{av_get_bytes_per_sample(m_format)} * (planar ? 1 : m_inputChannels);
    for (int i = 0; i < (planar ? m_inputChannels : 1); ++i) {
        planes.push_back(frame.extended_data[i] + skipped * step);
    }
    return convert(planes.data(), frame.nb_samples - static_cast<int>(skipped), out);
}

core::Result<void> Resampler::flush(std::vector<AudioChunk>& out) {
    if (!running()) {
        return {};
    }
    auto done = convert(nullptr, 0, out);
    m_context.reset();
    return done;
}

}  // namespace lipwright::media
