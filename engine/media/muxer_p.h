// A media file being written: streams, header, packets in order, and its final name only after
// finish(). Deterministic: no dates, no random identifiers. One thread.
#pragma once

#include "engine/core/atomicfile.h"
#include "engine/media/ffmpeg_p.h"
#include "engine/media/ffmpeglog_p.h"

#include <filesystem>

namespace lipwright::media {

class Muxer {
public:
    /// The container by the name's extension; checks that the folder can be written.
    [[nodiscard]] static core::Result<std::unique_ptr<Muxer>> create(
        const std::filesystem::path& path);
    ~Muxer();
    Muxer(const Muxer&) = delete;
    Muxer& operator=(const Muxer&) = delete;

    [[nodiscard]] AVFormatContext& format() { return *m_format; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// "mp4", "mov", "matroska", "nut" ...
    [[nodiscard]] std::string container() const { return m_format->oformat->name; }
    [[nodiscard]] bool wantsGlobalHeader() const {
        return (m_format->oformat->flags & AVFMT_GLOBALHEADER) != 0;
    }
    [[nodiscard]] bool carries(AVCodecID codec) const;

    /// Out of memory is the only way to fail.
    [[nodiscard]] AVStream& addStream(AVRational timeBase);
    [[nodiscard]] core::Result<void> writeHeader(Dictionary& options);
    /// Takes the packet's data; its times are in `base`.
    [[nodiscard]] core::Result<void> write(AVPacket& packet, int stream, AVRational base);
    /// Trailer, flush, close, rename.
    [[nodiscard]] core::Result<void> finish();

    [[nodiscard]] core::Failure failure(int code, const std::string& action) const;

private:
    Muxer(std::filesystem::path path, core::AtomicFile file)
        : m_path(std::move(path)), m_file(std::move(file)) {}

    std::filesystem::path m_path;
    core::AtomicFile m_file;
    MessageLog m_log;
    AVFormatContext* m_format = nullptr;
    bool m_headerWritten = false;
};

}  // namespace lipwright::media
