#include "engine/media/decoder_p.h"

#include <algorithm>
#include <utility>

namespace lipwright::media {
namespace {

// 32768 x 16384: larger pictures are a hostile header, not a film.
constexpr std::int64_t kMaximumPixels = std::int64_t{32768} * 16384;
// More than any decoder holds back.
constexpr int kMaximumDrainErrors = 256;

}  // namespace

core::Result<std::unique_ptr<Decoder>> Decoder::open(const AVStream& stream, int threads,
                                                     const std::filesystem::path& path) {
    const AVCodec* const codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr) {
        return core::fail(
            core::ErrorCode::unsupportedMedia,
            std::string("no decoder for ") + avcodec_get_name(stream.codecpar->codec_id),
            path.string(), "Convert the file to H.264 and AAC first");
    }
    std::unique_ptr<Decoder> decoder(new Decoder);
    decoder->m_context.reset(avcodec_alloc_context3(codec));
    AVCodecContext* const context = decoder->m_context.get();
    int code = context == nullptr ? AVERROR(ENOMEM)
                                  : avcodec_parameters_to_context(context, stream.codecpar);
    if (code >= 0) {
        context->opaque = &decoder->m_log;
        context->pkt_timebase = stream.time_base;
        context->thread_count = std::max(1, threads);
        context->max_pixels = kMaximumPixels;
        code = avcodec_open2(context, codec, nullptr);
    }
    if (code < 0) {
        return core::Failure(errorFromAv(
            code, path.string(), std::string("can not start the decoder for ") + codec->name,
            decoder->m_log.last()));
    }
    return decoder;
}

int Decoder::send(const AVPacket* packet) {
    return avcodec_send_packet(m_context.get(), packet);
}

int Decoder::receive(AVFrame& frame) {
    return avcodec_receive_frame(m_context.get(), &frame);
}

Decoder::Outcome Decoder::next(Demuxer& demuxer, AVFrame& frame) {
    for (;;) {
        const int received = receive(frame);
        if (received == 0) {
            return Outcome::frame;
        }
        if (received == AVERROR_EOF || (m_drained && received == AVERROR(EAGAIN))) {
            return Outcome::end;
        }
        if (received == AVERROR(ENOMEM)) {
            return Outcome::failed;
        }
        if (m_drained) {
            if (++m_drainErrors > kMaximumDrainErrors) {
                return Outcome::end;
            }
            continue;  // an undecodable frame while draining; each call takes one
        }
        const int code = demuxer.read(*m_packet);
        if (code < 0) {
            m_readError = code == AVERROR_EOF ? 0 : code;
            m_drained = true;
            (void)send(nullptr);
            continue;
        }
        if (m_waitForKey && (m_packet->flags & AV_PKT_FLAG_KEY) == 0) {
            continue;
        }
        m_waitForKey = false;
        (void)send(m_packet.get());  // after EAGAIN of receive() there is always room
    }
}

void Decoder::restart(bool waitForKey) {
    avcodec_flush_buffers(m_context.get());
    m_drained = false;
    m_drainErrors = 0;
    m_waitForKey = waitForKey;
    m_readError = 0;
}

int Decoder::takeErrorCount() {
    const int count = m_log.errorCount();
    return count - std::exchange(m_errorsSeen, count);
}

}  // namespace lipwright::media
