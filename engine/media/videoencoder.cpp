#include "engine/media/pixelcopy_p.h"
#include "engine/media/videoencoder_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::media {
namespace {

/// Seconds between key frames of h264 and hevc: short enough to scrub in an editor.
constexpr double kKeyFrameSeconds = 2.0;

void setPicture(AVCodecContext& context, const VideoStreamInfo& stream) {
    context.width = stream.codedWidth;
    context.height = stream.codedHeight;
    context.time_base = toAv(stream.timeBase);
    context.framerate = {stream.frameDuration.denominator, stream.frameDuration.numerator};
    context.sample_aspect_ratio = {stream.sampleAspectNumerator, stream.sampleAspectDenominator};
    context.color_primaries = static_cast<AVColorPrimaries>(stream.colour.primaries);
    context.color_trc = static_cast<AVColorTransferCharacteristic>(stream.colour.transfer);
    context.colorspace = static_cast<AVColorSpace>(stream.colour.matrix);
    context.chroma_sample_location = static_cast<AVChromaLocation>(stream.colour.chromaLocation);
    context.color_range = !stream.colour.rangeKnown ? AVCOL_RANGE_UNSPECIFIED
                          : stream.colour.fullRange ? AVCOL_RANGE_JPEG
                                                    : AVCOL_RANGE_MPEG;
    if (stream.pixelFormat.starts_with("yuvj")) {
        context.color_range = AVCOL_RANGE_JPEG;
    }
}

void setStructure(AVCodecContext& context, const VideoEncoder::Settings& settings,
                  const VideoStreamInfo& stream, const AVFrame* model) {
    const double rate = 1.0 / std::max(1e-3, stream.frameDuration.seconds());
    context.gop_size =
        settings.intraOnly
            ? 1
            : std::clamp(static_cast<int>(std::lround(rate * kKeyFrameSeconds)), 1, 300);
    context.thread_count = std::max(1, settings.threads);
    context.flags |= AV_CODEC_FLAG_BITEXACT;
    if (settings.globalHeader) {
        context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
    if (stream.interlaced && model != nullptr && model->interlaced_frame != 0) {
        context.flags |= AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME;
        context.field_order = model->top_field_first != 0 ? AV_FIELD_TT : AV_FIELD_BB;
    }
}

const char* nameOf(VideoCodec codec) {
    switch (codec) {
        case VideoCodec::h264:
            return "libx264";
        case VideoCodec::hevc:
            return "libx265";
        case VideoCodec::ffv1:
            return "ffv1";
        case VideoCodec::proRes:
            return "prores_ks";
        case VideoCodec::dnxhr:
            return "dnxhd";
    }
    return "";
}

std::string formatsOf(const AVCodec& codec) {
    std::string list;
    for (const AVPixelFormat* one = codec.pix_fmts; one && *one != AV_PIX_FMT_NONE; ++one) {
        list += (list.empty() ? "" : ", ") + std::string(av_get_pix_fmt_name(*one));
    }
    return list;
}

/// Encoders that can store this pixel format, for an error message.
std::string encodersCarrying(AVPixelFormat format) {
    std::string list;
    for (const VideoCodec one : {VideoCodec::h264, VideoCodec::hevc, VideoCodec::ffv1,
                                 VideoCodec::proRes, VideoCodec::dnxhr}) {
        const AVCodec* const codec = avcodec_find_encoder_by_name(nameOf(one));
        if (codec != nullptr && losslessFormatFor(*codec, format)) {
            list += (list.empty() ? "" : ", ") + std::string(nameOf(one));
        }
    }
    return list;
}

/// libx264's AVX-512 code (core 164) lets what lies beyond a plane's edge in memory into its
/// decisions, so that the same pictures give other bytes from run to run (tst_mediawriter shows
/// it). Where the processor has AVX-512, x264 is kept to AVX2.
std::string x264Parameters() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") != 0) {
        return "asm=MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2";
    }
#endif
    return {};
}

std::map<std::string, std::string> optionsFor(VideoCodec codec, AVPixelFormat format,
                                              const WriterOptions& options) {
    const AVPixFmtDescriptor* const pixels = av_pix_fmt_desc_get(format);
    const bool lossless = options.quality <= 0;
    const bool fullChroma = pixels->log2_chroma_w == 0;
    switch (codec) {
        case VideoCodec::h264:
            return {{lossless ? "qp" : "crf", std::to_string(options.quality)},
                    {"preset", options.preset},
                    {"x264-params", x264Parameters()}};
        case VideoCodec::hevc:
            return {{"crf", std::to_string(options.quality)},
                    {"preset", options.preset},
                    {"x265-params",
                     "log-level=none:pools=" + std::to_string(std::max(1, options.encoderThreads)) +
                         (lossless ? ":lossless=1" : "")}};
        case VideoCodec::ffv1:
            return {{"level", "3"}, {"slices", "4"}, {"slicecrc", "1"}};
        case VideoCodec::proRes:  // 422 HQ or 4444
            return {{"profile", fullChroma ? "4" : "3"}, {"vendor", "apl0"}};
        case VideoCodec::dnxhr:
            return {{"profile", fullChroma                  ? "dnxhr_444"
                                : pixels->comp[0].depth > 8 ? "dnxhr_hqx"
                                                            : "dnxhr_hq"}};
    }
    return {};
}

}  // namespace

core::Result<const AVCodec*> encoderFor(VideoCodec codec) {
    const AVCodec* const found = avcodec_find_encoder_by_name(nameOf(codec));
    if (found == nullptr) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          std::string("this FFmpeg has no encoder ") + nameOf(codec), "",
                          "Install Debian's libavcodec package");
    }
    return found;
}

core::Result<VideoEncoder::Settings> settingsFor(VideoCodec codec, const VideoStreamInfo& source,
                                                 const WriterOptions& options) {
    auto encoder = encoderFor(codec);
    if (!encoder) {
        return core::passOn(encoder);
    }
    const AVPixelFormat wanted = av_get_pix_fmt(source.pixelFormat.c_str());
    const auto format =
        wanted == AV_PIX_FMT_NONE ? std::nullopt : losslessFormatFor(**encoder, wanted);
    if (!format) {
        const std::string others = encodersCarrying(wanted);
        return core::fail(core::ErrorCode::unsupportedMedia,
                          std::string(nameOf(codec)) + " can not carry the source's pixel format " +
                              source.pixelFormat + ", only " + formatsOf(**encoder),
                          "",
                          others.empty() ? "Convert the source to yuv420p or yuv422p10 first"
                                         : "These can carry it: " + others);
    }
    VideoEncoder::Settings settings;
    settings.codec = *encoder;
    settings.format = *format;
    settings.privateOptions = optionsFor(codec, *format, options);
    settings.threads = options.encoderThreads;
    settings.intraOnly = codec != VideoCodec::h264 && codec != VideoCodec::hevc;
    return settings;
}

core::Result<std::unique_ptr<VideoEncoder>> VideoEncoder::open(const Settings& settings,
                                                               const VideoStreamInfo& stream,
                                                               const AVFrame* model,
                                                               const std::string& place) {
    std::unique_ptr<VideoEncoder> encoder(new VideoEncoder);
    encoder->m_place = place;
    encoder->m_context.reset(avcodec_alloc_context3(settings.codec));
    AVCodecContext* const context = encoder->m_context.get();
    if (context == nullptr) {
        return core::Failure(errorFromAv(AVERROR(ENOMEM), place, "can not start the encoder"));
    }
    context->opaque = &encoder->m_log;
    context->pix_fmt = settings.format;
    setPicture(*context, stream);
    setStructure(*context, settings, stream, model);
    Dictionary options;
    for (const auto& [key, value] : settings.privateOptions) {
        options.set(key.c_str(), value);
    }
    if (const int code = avcodec_open2(context, settings.codec, options.address()); code < 0) {
        const std::string said = encoder->m_log.last();
        return core::fail(core::ErrorCode::unsupportedMedia,
                          std::string("the encoder ") + settings.codec->name +
                              " refuses this video" + (said.empty() ? "" : ": " + said),
                          place, "Choose another codec or container");
    }
    return encoder;
}

core::Failure VideoEncoder::failure(int code) const {
    return core::Failure(errorFromAv(code, m_place, "can not encode the picture", m_log.last()));
}

core::Result<void> VideoEncoder::encode(const AVFrame& frame, std::int64_t pts,
                                        std::int64_t duration, const PacketSink& sink) {
    const FramePtr input = relaidOut(frame, m_context->pix_fmt);
    if (!input) {
        return failure(AVERROR(ENOMEM));
    }
    input->pts = pts;
    input->pkt_duration = duration;
    input->pict_type = AV_PICTURE_TYPE_NONE;
    input->key_frame = 0;
    m_durations[pts] = duration;
    if (const int code = avcodec_send_frame(m_context.get(), input.get()); code < 0) {
        return failure(code);
    }
    return drain(sink);
}

core::Result<void> VideoEncoder::flush(const PacketSink& sink) {
    if (const int code = avcodec_send_frame(m_context.get(), nullptr); code < 0) {
        return failure(code);
    }
    return drain(sink);
}

core::Result<void> VideoEncoder::drain(const PacketSink& sink) {
    for (;;) {
        const int code = avcodec_receive_packet(m_context.get(), m_packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
            return {};
        }
        if (code < 0) {
            return failure(code);
        }
        const auto known = m_durations.find(m_packet->pts);
        if (known != m_durations.end()) {
            m_packet->duration = known->second;
            m_durations.erase(known);
        }
        if (auto sunk = sink(*m_packet); !sunk) {
            return sunk;
        }
    }
}

}  // namespace lipwright::media
