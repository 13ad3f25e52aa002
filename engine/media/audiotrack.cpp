#include "engine/media/audioreader.h"
#include "engine/media/audiotrack_p.h"
#include "engine/media/demuxer_p.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/samplefmt.h>
}

namespace lipwright::media {
namespace {

using core::ErrorCode;

/// Copies packets whose sound starts before the film's end; only for whole films (start 0).
class CopiedTrack final : public AudioTrack {
public:
    CopiedTrack(Muxer& muxer, std::unique_ptr<Demuxer> demuxer, int stream)
        : m_muxer(muxer), m_demuxer(std::move(demuxer)), m_stream(stream) {}

    core::Result<void> writeUntil(double seconds, std::stop_token stop) override {
        const AVRational base = m_demuxer->selected().time_base;
        while (!m_ended && !stop.stop_requested()) {
            if (!m_pending) {
                m_ended = m_demuxer->read(*m_packet) < 0;
                m_pending = !m_ended;
                continue;
            }
            const std::int64_t stamp =
                m_packet->pts != AV_NOPTS_VALUE ? m_packet->pts : m_packet->dts;
            if (static_cast<double>(stamp) * av_q2d(base) >= seconds) {
                return {};
            }
            m_pending = false;
            if (auto written = m_muxer.write(*m_packet, m_stream, base); !written) {
                return written;
            }
        }
        return {};
    }

    core::Result<void> finish() override { return {}; }

private:
    Muxer& m_muxer;
    std::unique_ptr<Demuxer> m_demuxer;
    int m_stream;
    PacketPtr m_packet = makePacket();
    bool m_pending = false;
    bool m_ended = false;
};

class EncodedTrack final : public AudioTrack {
public:
    EncodedTrack(Muxer& muxer, AudioReader reader, CodecPtr encoder,
                 std::unique_ptr<MessageLog> log, int stream)
        : m_muxer(muxer),
          m_reader(std::move(reader)),
          m_log(std::move(log)),
          m_encoder(std::move(encoder)),
          m_stream(stream) {
        const int channels = m_encoder->ch_layout.nb_channels;
        m_blockSize = m_encoder->frame_size > 0 ? m_encoder->frame_size : kFreeBlock;
        m_block.resize(static_cast<std::size_t>(m_blockSize) * static_cast<std::size_t>(channels));
    }

    core::Result<void> writeUntil(double seconds, std::stop_token stop) override {
        // Whole blocks, so that only the very last one is short: the rest comes with finish().
        const auto limit =
            static_cast<std::int64_t>(std::llround(seconds * m_encoder->sample_rate));
        m_limit = std::max(m_limit, limit);
        while (!m_ended && m_position + m_blockSize <= m_limit && !stop.stop_requested()) {
            if (auto written = writeBlock(m_blockSize); !written) {
                return written;
            }
        }
        return {};
    }

    core::Result<void> finish() override {
        if (!m_ended && m_position < m_limit) {
            if (auto written = writeBlock(static_cast<int>(m_limit - m_position)); !written) {
                return written;
            }
        }
        return send(nullptr);
    }

private:
    static constexpr int kFreeBlock = 1024;  ///< of encoders that take any number of samples

    core::Result<void> writeBlock(int samples) {
        const auto channels = static_cast<std::size_t>(m_encoder->ch_layout.nb_channels);
        auto count =
            m_reader.read(std::span(m_block).first(static_cast<std::size_t>(samples) * channels));
        if (!count) {
            return core::passOn(count);
        }
        m_ended = *count < static_cast<std::size_t>(samples);
        if (*count == 0) {
            return {};
        }
        FramePtr frame = makeFrame();
        frame->format = m_encoder->sample_fmt;
        frame->sample_rate = m_encoder->sample_rate;
        frame->nb_samples = static_cast<int>(*count);
        if (av_channel_layout_copy(&frame->ch_layout, &m_encoder->ch_layout) < 0 ||
            av_frame_get_buffer(frame.get(), 0) < 0) {
            return m_muxer.failure(AVERROR(ENOMEM), "can not encode the sound");
        }
        frame->pts = m_position;
        m_position += frame->nb_samples;
        fill(*frame);
        return send(frame.get());
    }

    /// Interleaved floats to the encoder's sample format, rounded.
    void fill(AVFrame& frame) const {
        const int channels = m_encoder->ch_layout.nb_channels;
        const bool planar = av_sample_fmt_is_planar(m_encoder->sample_fmt) != 0;
        for (int c = 0; c < channels; ++c) {
            for (int i = 0; i < frame.nb_samples; ++i) {
                const float value = m_block[static_cast<std::size_t>(i * channels + c)];
                const int at = planar ? i : i * channels + c;
                std::uint8_t* const plane = frame.extended_data[planar ? c : 0];
                store(plane, at, value);
            }
        }
    }

    void store(std::uint8_t* plane, int at, float value) const {
        switch (av_get_packed_sample_fmt(m_encoder->sample_fmt)) {
            case AV_SAMPLE_FMT_S16:
                reinterpret_cast<std::int16_t*>(plane)[at] = static_cast<std::int16_t>(
                    std::clamp(std::lround(value * 32768.0F), -32768L, 32767L));
                break;
            case AV_SAMPLE_FMT_S32:
                reinterpret_cast<std::int32_t*>(plane)[at] = static_cast<std::int32_t>(
                    std::clamp(std::llround(static_cast<double>(value) * 8388608.0), -8388608LL,
                               8388607LL) *
                    256);
                break;
            default:
                reinterpret_cast<float*>(plane)[at] = value;
                break;
        }
    }

    core::Result<void> send(const AVFrame* frame) {
        if (const int code = avcodec_send_frame(m_encoder.get(), frame); code < 0) {
            return m_muxer.failure(code, "can not encode the sound");
        }
        for (;;) {
            const int code = avcodec_receive_packet(m_encoder.get(), m_packet.get());
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
                return {};
            }
            if (code < 0) {
                return m_muxer.failure(code, "can not encode the sound");
            }
            if (auto written = m_muxer.write(*m_packet, m_stream, m_encoder->time_base); !written) {
                return written;
            }
        }
    }

    Muxer& m_muxer;
    AudioReader m_reader;
    std::unique_ptr<MessageLog> m_log;  ///< outlives the encoder that writes to it
    CodecPtr m_encoder;
    int m_stream;
    PacketPtr m_packet = makePacket();
    std::vector<float> m_block;
    int m_blockSize = 0;
    std::int64_t m_position = 0;
    std::int64_t m_limit = 0;
    bool m_ended = false;
};

bool isDeep(const AVCodecParameters& source) {
    return source.bits_per_raw_sample > 16 || source.format == AV_SAMPLE_FMT_S32 ||
           source.format == AV_SAMPLE_FMT_S32P || source.format == AV_SAMPLE_FMT_DBL;
}

/// AAC in MP4 and in MOV beside lossy video; PCM in MOV beside lossless video; FLAC elsewhere.
AVCodecID codecIn(const Muxer& muxer, VideoCodec video, const AVCodecParameters& source) {
    const bool lossy = video == VideoCodec::h264 || video == VideoCodec::hevc;
    if (muxer.container() == "mov" && !lossy) {
        return isDeep(source) ? AV_CODEC_ID_PCM_S24LE : AV_CODEC_ID_PCM_S16LE;
    }
    if (muxer.container() == "mov" || muxer.container() == "mp4" || muxer.container() == "ipod") {
        return AV_CODEC_ID_AAC;
    }
    return AV_CODEC_ID_FLAC;
}

int rateFor(const AVCodec& codec, int wanted) {
    if (codec.supported_samplerates == nullptr) {
        return wanted;
    }
    int best = 0;
    for (const int* rate = codec.supported_samplerates; *rate != 0; ++rate) {
        const bool better =
            *rate >= wanted ? (best < wanted || *rate < best) : (best<wanted&& * rate> best);
        best = better ? *rate : best;
    }
    return best;
}

AVSampleFormat sampleFormatFor(const AVCodec& codec, bool deep) {
    const AVSampleFormat wanted = deep ? AV_SAMPLE_FMT_S32 : AV_SAMPLE_FMT_S16;
    for (const AVSampleFormat* one = codec.sample_fmts; one && *one != AV_SAMPLE_FMT_NONE; ++one) {
        if (*one == wanted) {
            return wanted;
        }
    }
    return codec.sample_fmts != nullptr ? codec.sample_fmts[0] : AV_SAMPLE_FMT_FLT;
}

core::Result<CodecPtr> openEncoder(const Muxer& muxer, const AVCodecParameters& source,
                                   VideoCodec video, MessageLog& log) {
    constexpr int kAacBitRate = 192'000;
    const AVCodec* const codec = avcodec_find_encoder(codecIn(muxer, video, source));
    CodecPtr context(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    if (!context) {
        return muxer.failure(AVERROR_ENCODER_NOT_FOUND, "can not encode the sound");
    }
    context->opaque = &log;
    context->sample_rate = rateFor(*codec, source.sample_rate);
    context->time_base = {1, context->sample_rate};
    context->sample_fmt = sampleFormatFor(*codec, isDeep(source));
    context->bits_per_raw_sample = context->sample_fmt == AV_SAMPLE_FMT_S32 ? 24 : 0;
    context->bit_rate = codec->id == AV_CODEC_ID_AAC ? kAacBitRate : 0;
    context->flags |= AV_CODEC_FLAG_BITEXACT;
    av_channel_layout_default(&context->ch_layout, std::clamp(source.ch_layout.nb_channels, 1, 8));
    if ((muxer.container() == "mp4") || (muxer.container() == "mov") ||
        (muxer.container() == "matroska")) {
        context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
    if (const int code = avcodec_open2(context.get(), codec, nullptr); code < 0) {
        return muxer.failure(code, "can not encode the sound (" + log.last() + ")");
    }
    return context;
}

void tagStream(AVStream& stream, const AudioTrackSpec& spec, const std::string& sourceLanguage) {
    const std::string& language = spec.language.empty() ? sourceLanguage : spec.language;
    if (!language.empty()) {
        av_dict_set(&stream.metadata, "language", language.c_str(), 0);
    }
    stream.disposition = spec.isDefault ? AV_DISPOSITION_DEFAULT : 0;
}

std::string languageOf(const AVStream& stream) {
    const AVDictionaryEntry* const tag = av_dict_get(stream.metadata, "language", nullptr, 0);
    return tag != nullptr ? tag->value : "";
}

}  // namespace

core::Result<std::unique_ptr<AudioTrack>> AudioTrack::create(Muxer& muxer,
                                                             const AudioTrackSpec& spec,
                                                             const Placement& placement) {
    auto demuxer = Demuxer::open(spec.path);
    if (!demuxer) {
        return core::passOn(demuxer);
    }
    AVStream* const source =
        spec.streamOrdinal < 0 ? nullptr : (*demuxer)->audioStream(spec.streamOrdinal);
    if (source == nullptr) {
        return core::fail(ErrorCode::noAudio, "the file has no such audio track",
                          spec.path.string(), "Choose a file with sound");
    }
    const AVCodecParameters& parameters = *source->codecpar;
    const std::string language = languageOf(*source);
    if (spec.copyPackets && placement.start.value == 0 && muxer.carries(parameters.codec_id)) {
        AVStream& stream = muxer.addStream({1, parameters.sample_rate});
        if (avcodec_parameters_copy(stream.codecpar, &parameters) < 0) {
            return muxer.failure(AVERROR(ENOMEM), "can not copy the sound");
        }
        stream.codecpar->codec_tag = 0;
        tagStream(stream, spec, language);
        (*demuxer)->select(*source);
        return std::make_unique<CopiedTrack>(muxer, std::move(*demuxer), stream.index);
    }
    auto log = std::make_unique<MessageLog>();
    auto encoder = openEncoder(muxer, parameters, placement.videoCodec, *log);
    if (!encoder) {
        return core::passOn(encoder);
    }
    auto reader =
        AudioReader::open(spec.path, {(*encoder)->sample_rate, (*encoder)->ch_layout.nb_channels},
                          spec.streamOrdinal);
    if (!reader) {
        return core::passOn(reader);
    }
    if (auto sought = reader->seek(placement.start); !sought) {
        return core::passOn(sought);
    }
    AVStream& stream = muxer.addStream((*encoder)->time_base);
    if (avcodec_parameters_from_context(stream.codecpar, encoder->get()) < 0) {
        return muxer.failure(AVERROR(ENOMEM), "can not encode the sound");
    }
    tagStream(stream, spec, language);
    return std::make_unique<EncodedTrack>(muxer, std::move(*reader), std::move(*encoder),
                                          std::move(log), stream.index);
}

}  // namespace lipwright::media
