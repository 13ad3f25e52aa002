#include "engine/media/ffmpeg_p.h"

#include <new>

namespace lipwright::media {

FramePtr makeFrame() {
    FramePtr frame(av_frame_alloc());
    if (!frame) {
        throw std::bad_alloc();
    }
    return frame;
}

PacketPtr makePacket() {
    PacketPtr packet(av_packet_alloc());
    if (!packet) {
        throw std::bad_alloc();
    }
    return packet;
}

core::Error errorFromAv(int code, std::string place, const std::string& action,
                        const std::string& detail) {
    const std::string saying = detail.empty() ? action : action + " (" + detail + ")";
    switch (code) {
        case AVERROR_INVALIDDATA:
        case AVERROR_EOF:
            return {core::ErrorCode::damagedMedia, saying + ": the data is damaged or incomplete",
                    std::move(place), "Get a complete copy of the file"};
        case AVERROR_DECODER_NOT_FOUND:
        case AVERROR_DEMUXER_NOT_FOUND:
        case AVERROR_ENCODER_NOT_FOUND:
        case AVERROR_MUXER_NOT_FOUND:
        case AVERROR_PATCHWELCOME:
            return {core::ErrorCode::unsupportedMedia, saying + ": the format is not supported",
                    std::move(place), "Convert the file to H.264 in MP4 first"};
        default:
            break;
    }
    // FFmpeg's own codes are four-letter tags, far above any errno.
    constexpr int kLargestErrno = 4095;
    if (AVUNERROR(code) > 0 && AVUNERROR(code) <= kLargestErrno) {
        return core::errorFromErrno(AVUNERROR(code), std::move(place), saying);
    }
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return {core::ErrorCode::ioFailure, saying + ": " + text, std::move(place), ""};
}

}  // namespace lipwright::media
