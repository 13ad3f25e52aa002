#include "engine/media/muxer_p.h"

#include <new>

namespace lipwright::media {
namespace {

/// Packets of one stream wait at most this long for those of another.
constexpr std::int64_t kInterleaveMicroseconds = 5'000'000;

}  // namespace

core::Result<std::unique_ptr<Muxer>> Muxer::create(const std::filesystem::path& path) {
    const AVOutputFormat* const format = av_guess_format(nullptr, path.filename().c_str(), nullptr);
    if (format == nullptr || (format->flags & AVFMT_NOFILE) != 0) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the name's ending does not name a film format", path.string(),
                          "Use a name that ends in .mp4, .mov, .mkv or .nut");
    }
    auto file = core::AtomicFile::create(path);
    if (!file) {
        return core::passOn(file);
    }
    std::unique_ptr<Muxer> muxer(new Muxer(path, std::move(*file)));
    const std::string url = "file:" + muxer->m_file.temporaryPath().string();
    if (const int code =
            avformat_alloc_output_context2(&muxer->m_format, format, nullptr, url.c_str());
        code < 0) {
        return muxer->failure(code, "can not write the file");
    }
    muxer->m_format->opaque = &muxer->m_log;
    muxer->m_format->flags |= AVFMT_FLAG_BITEXACT;
    muxer->m_format->max_interleave_delta = kInterleaveMicroseconds;
    if (const int code = avio_open(&muxer->m_format->pb, url.c_str(), AVIO_FLAG_WRITE); code < 0) {
        return muxer->failure(code, "can not write the file");
    }
    return muxer;
}

Muxer::~Muxer() {
    if (m_format != nullptr) {
        avio_closep(&m_format->pb);
        avformat_free_context(m_format);
    }
}

bool Muxer::carries(AVCodecID codec) const {
    return avformat_query_codec(m_format->oformat, codec, FF_COMPLIANCE_NORMAL) == 1;
}

AVStream& Muxer::addStream(AVRational timeBase) {
    AVStream* const stream = avformat_new_stream(m_format, nullptr);
    if (stream == nullptr) {
        throw std::bad_alloc();
    }
    stream->time_base = timeBase;
    return *stream;
}

core::Failure Muxer::failure(int code, const std::string& action) const {
    if (code == AVERROR(EINVAL) || code == AVERROR_INVALIDDATA) {
        return core::fail(
            core::ErrorCode::unsupportedMedia,
            action + ": " + (m_log.last().empty() ? "the container refuses it" : m_log.last()),
            m_path.string(), "Choose another container, such as .mkv or .mov");
    }
    return core::Failure(errorFromAv(code, m_path.string(), action));
}

core::Result<void> Muxer::writeHeader(Dictionary& options) {
    const int code = avformat_write_header(m_format, options.address());
    if (code < 0) {
        return failure(code, "can not write the file");
    }
    m_headerWritten = true;
    return {};
}

core::Result<void> Muxer::write(AVPacket& packet, int stream, AVRational base) {
    packet.stream_index = stream;
    packet.pos = -1;
    av_packet_rescale_ts(&packet, base, m_format->streams[stream]->time_base);
    if (const int code = av_interleaved_write_frame(m_format, &packet); code < 0) {
        return failure(m_format->pb->error < 0 ? m_format->pb->error : code,
                       "can not write the file");
    }
    return {};
}

core::Result<void> Muxer::finish() {
    int code = m_headerWritten ? av_write_trailer(m_format) : 0;
    avio_flush(m_format->pb);
    if (m_format->pb->error < 0) {
        code = m_format->pb->error;
    }
    const int closed = avio_closep(&m_format->pb);
    code = code < 0 ? code : closed;
    avformat_free_context(std::exchange(m_format, nullptr));
    if (code < 0) {
        return failure(code, "can not finish the file");
    }
    return m_file.commit();
}

}  // namespace lipwright::media
