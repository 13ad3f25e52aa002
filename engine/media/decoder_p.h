// One software decoder and the send/receive loop around it, fed from a Demuxer's selected stream.
// One thread.
#pragma once

#include "engine/media/demuxer_p.h"

namespace lipwright::media {

class Decoder {
public:
    [[nodiscard]] static core::Result<std::unique_ptr<Decoder>> open(
        const AVStream& stream, int threads, const std::filesystem::path& path);

    [[nodiscard]] AVCodecContext& context() { return *m_context; }

    /// AVERROR of send or 0. Null drains.
    [[nodiscard]] int send(const AVPacket* packet);
    /// 0, AVERROR(EAGAIN) when a packet is wanted, AVERROR_EOF behind the last frame.
    [[nodiscard]] int receive(AVFrame& frame);

    enum class Outcome { frame, end, failed };
    /// Reads and decodes until a frame comes out. Packets that can not be decoded are passed over
    /// (the frame is then missing in the output); every call consumes packets, so it ends.
    [[nodiscard]] Outcome next(Demuxer& demuxer, AVFrame& frame);

    /// After a seek (next() then begins at the next key packet) or a rewind (at the next packet).
    void restart(bool waitForKey);
    /// AVERROR that ended the packets, 0 for a regular end.
    [[nodiscard]] int readError() const { return m_readError; }
    /// Errors FFmpeg reported while decoding since the last call.
    [[nodiscard]] int takeErrorCount();
    [[nodiscard]] std::string lastMessage() const { return m_log.last(); }

private:
    Decoder() = default;
    MessageLog m_log;
    CodecPtr m_context;
    PacketPtr m_packet = makePacket();
    bool m_drained = false;
    int m_drainErrors = 0;
    bool m_waitForKey = false;
    int m_readError = 0;
    int m_errorsSeen = 0;
};

}  // namespace lipwright::media
