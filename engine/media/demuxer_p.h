// An opened media file: its streams, packets and seeking. Timestamps of files whose clock has no
// meaningful zero (MPEG-TS, MPEG-PS, Ogg; audio-only files such as MP3) are shifted so that the
// file starts at 0; those of MP4, MOV, Matroska and the rest are the container's own. One thread.
#pragma once

#include "engine/media/ffmpeg_p.h"
#include "engine/media/ffmpeglog_p.h"

#include <filesystem>

namespace lipwright::media {

class Demuxer {
public:
    /// Errors name the file and what is wrong with it: missing, a folder, empty, no media file,
    /// without its index.
    [[nodiscard]] static core::Result<std::unique_ptr<Demuxer>> open(
        const std::filesystem::path& path);

    [[nodiscard]] AVFormatContext& format() { return *m_format; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const MessageLog& log() const { return m_log; }

    /// The main video stream; cover pictures do not count. Null when there is none.
    [[nodiscard]] AVStream* videoStream();
    /// The audio stream with this ordinal among the audio streams, or null.
    [[nodiscard]] AVStream* audioStream(int ordinal);

    /// Only packets of this stream are read from now on.
    void select(const AVStream& stream);

    /// 0, AVERROR_EOF, or another AVERROR; never the packet of a stream not selected.
    [[nodiscard]] int read(AVPacket& packet);
    /// To the key packet at or before `timestamp` (stream's base); the demuxer may land elsewhere.
    [[nodiscard]] bool seek(std::int64_t timestamp);
    /// To the beginning, by opening the file again. Streams keep their indices, not their
    /// addresses.
    [[nodiscard]] core::Result<void> rewind();

    [[nodiscard]] AVStream& selected() { return *m_format->streams[m_selected]; }
    [[nodiscard]] std::int64_t fileSize() const { return m_fileSize; }
    /// What is added to a stream's raw timestamps, in its base.
    [[nodiscard]] std::int64_t shiftOf(const AVStream& stream) const;

private:
    explicit Demuxer(std::filesystem::path path) : m_path(std::move(path)) {}
    [[nodiscard]] core::Result<void> openInput();
    [[nodiscard]] core::Result<void> checkFile();
    [[nodiscard]] core::Error openingError(int code) const;
    void chooseZero();

    std::filesystem::path m_path;
    MessageLog m_log;
    InputPtr m_format;
    int m_selected = -1;
    std::int64_t m_fileSize = 0;
    std::int64_t m_zero = 0;  ///< microseconds subtracted from every timestamp
};

}  // namespace lipwright::media
