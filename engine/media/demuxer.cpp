#include "engine/media/demuxer_p.h"

#include <sys/stat.h>

#include <cerrno>

namespace lipwright::media {
namespace {

using core::ErrorCode;

// Formats that hold media themselves. Play lists and scripts (concat, hls, dash ...) would open
// other files and are left out on purpose.
constexpr const char* kFormats =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpegtsraw,mpeg,nut,mxf,flv,ogg,wav,w64,mp3,"
    "flac,aac,asf,aiff,caf,ac3,eac3,dts,amr,h264,hevc,m4v,mpegvideo,ivf,gxf,dv,yuv4mpegpipe,rm,"
    "wv,ape,tta,au,gif,apng,obu,av1,live_flv,rawvideo";

bool isPicture(const AVStream& stream) {
    return (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
}

}  // namespace

core::Result<std::unique_ptr<Demuxer>> Demuxer::open(const std::filesystem::path& path) {
    std::unique_ptr<Demuxer> demuxer(new Demuxer(path));
    if (auto checked = demuxer->checkFile(); !checked) {
        return core::passOn(checked);
    }
    if (auto opened = demuxer->openInput(); !opened) {
        return core::passOn(opened);
    }
    return demuxer;
}

core::Result<void> Demuxer::checkFile() {
    struct stat status {};
    if (::stat(m_path.c_str(), &status) != 0) {
        return core::Failure(core::errorFromErrno(errno, m_path.string(), "can not open the file"));
    }
    if (S_ISDIR(status.st_mode)) {
        return core::fail(ErrorCode::invalidArgument, "this is a folder, not a media file",
                          m_path.string(), "Choose a file in it");
    }
    if (!S_ISREG(status.st_mode)) {
        return core::fail(ErrorCode::invalidArgument, "this is not a regular file", m_path.string(),
                          "Choose a media file on disk");
    }
    if (status.st_size == 0) {
        return core::fail(ErrorCode::damagedMedia, "the file is empty", m_path.string(),
                          "Get a complete copy of the file");
    }
    m_fileSize = status.st_size;
    return {};
}

core::Result<void> Demuxer::openInput() {
    m_format.reset();
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr) {
        return core::Failure(
            errorFromAv(AVERROR(ENOMEM), m_path.string(), "can not open the file"));
    }
    context->opaque = &m_log;
    Dictionary options;
    options.set("format_whitelist", kFormats);
    options.set("protocol_whitelist", "file");
    const int opened = avformat_open_input(&context, ("file:" + m_path.string()).c_str(), nullptr,
                                           options.address());
    if (opened < 0) {
        return core::Failure(openingError(opened));  // FFmpeg has freed the context
    }
    m_format.reset(context);
    if (const int found = avformat_find_stream_info(context, nullptr); found < 0) {
        return core::Failure(openingError(found));
    }
    if (context->nb_streams == 0) {
        return core::Failure(openingError(AVERROR_INVALIDDATA));
    }
    chooseZero();
    return {};
}

core::Error Demuxer::openingError(int code) const {
    if (m_log.last().find("moov atom not found") != std::string::npos) {
        return {ErrorCode::damagedMedia,
                "the file's index (moov) is missing: the recording was not finished, the copy is "
                "incomplete, or this is not a video",
                m_path.string(),
                "Record or copy the file again, or repair it with a tool for that"};
    }
    if (code == AVERROR_INVALIDDATA || code == AVERROR_EOF || code == AVERROR(EINVAL)) {
        return {ErrorCode::unsupportedMedia,
                "this is not a media file, or one too damaged to be recognised", m_path.string(),
                "Choose a video or audio file, such as MP4, MOV, MKV or WAV"};
    }
    return errorFromAv(code, m_path.string(), "can not open the file", m_log.last());
}

void Demuxer::chooseZero() {
    const std::string name = m_format->iformat->name;
    const bool hasTimeline =
        name.find("mp4") != std::string::npos || name.find("matroska") != std::string::npos;
    const bool arbitraryClock = (m_format->iformat->flags & AVFMT_TS_DISCONT) != 0;
    if (m_format->start_time != AV_NOPTS_VALUE && !hasTimeline &&
        (arbitraryClock || videoStream() == nullptr)) {
        m_zero = m_format->start_time;
    }
}

std::int64_t Demuxer::shiftOf(const AVStream& stream) const {
    return m_zero == 0 ? 0 : -av_rescale_q(m_zero, AV_TIME_BASE_Q, stream.time_base);
}

AVStream* Demuxer::videoStream() {
    const int best = av_find_best_stream(m_format.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (best >= 0 && !isPicture(*m_format->streams[best])) {
        return m_format->streams[best];
    }
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream& stream = *m_format->streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !isPicture(stream)) {
            return &stream;
        }
    }
    return nullptr;
}

AVStream* Demuxer::audioStream(int ordinal) {
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream& stream = *m_format->streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO && ordinal-- == 0) {
            return &stream;
        }
    }
    return nullptr;
}

void Demuxer::select(const AVStream& stream) {
    m_selected = stream.index;
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        m_format->streams[i]->discard =
            static_cast<int>(i) == m_selected ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
}

int Demuxer::read(AVPacket& packet) {
    for (;;) {
        av_packet_unref(&packet);
        if (const int code = av_read_frame(m_format.get(), &packet); code < 0) {
            return code;
        }
        if (m_selected < 0 || packet.stream_index == m_selected) {
            break;
        }
    }
    if (const std::int64_t shift = shiftOf(*m_format->streams[packet.stream_index]); shift != 0) {
        packet.pts += packet.pts == AV_NOPTS_VALUE ? 0 : shift;
        packet.dts += packet.dts == AV_NOPTS_VALUE ? 0 : shift;
    }
    return 0;
}

bool Demuxer::seek(std::int64_t timestamp) {
    return av_seek_frame(m_format.get(), m_selected, timestamp - shiftOf(selected()),
                         AVSEEK_FLAG_BACKWARD) >= 0;
}

core::Result<void> Demuxer::rewind() {
    const int keep = m_selected;
    if (auto opened = openInput(); !opened) {
        return opened;
    }
    if (keep >= static_cast<int>(m_format->nb_streams)) {
        return core::fail(ErrorCode::ioFailure, "the file changed while it was read",
                          m_path.string(), "Leave the file alone and start again");
    }
    if (keep >= 0) {
        select(*m_format->streams[keep]);
    }
    return {};
}

}  // namespace lipwright::media
