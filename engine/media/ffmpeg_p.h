// Owners of FFmpeg's objects and the conversion of its error codes. Private to this folder.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
}

#include "engine/core/rationaltime.h"
#include "engine/core/result.h"

#include <memory>
#include <string>

namespace lipwright::media {

struct FrameDeleter {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct PacketDeleter {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct CodecDeleter {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct InputDeleter {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};
struct ResamplerDeleter {
    void operator()(SwrContext* context) const { swr_free(&context); }
};

using FramePtr = std::unique_ptr<AVFrame, FrameDeleter>;
using PacketPtr = std::unique_ptr<AVPacket, PacketDeleter>;
using CodecPtr = std::unique_ptr<AVCodecContext, CodecDeleter>;
using InputPtr = std::unique_ptr<AVFormatContext, InputDeleter>;
using ResamplerPtr = std::unique_ptr<SwrContext, ResamplerDeleter>;

/// Key and value options of FFmpeg's open calls.
class Dictionary {
public:
    Dictionary() = default;
    ~Dictionary() { av_dict_free(&m_value); }
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;
    void set(const char* key, const std::string& value) {
        av_dict_set(&m_value, key, value.c_str(), 0);
    }
    [[nodiscard]] AVDictionary** address() { return &m_value; }

private:
    AVDictionary* m_value = nullptr;
};

/// Throws std::bad_alloc rather than handing out null.
[[nodiscard]] FramePtr makeFrame();
[[nodiscard]] PacketPtr makePacket();

/// An AVERROR as an Error on `place`: errno values as core::errorFromErrno does, FFmpeg's own codes
/// as damaged or unsupported media. `detail`: what FFmpeg said, may be empty.
[[nodiscard]] core::Error errorFromAv(int code, std::string place, const std::string& action,
                                      const std::string& detail = {});

[[nodiscard]] inline AVRational toAv(core::TimeBase base) {
    return {base.numerator, base.denominator};
}
[[nodiscard]] inline core::TimeBase fromAv(AVRational base) {
    return {base.num, base.den};
}

}  // namespace lipwright::media
