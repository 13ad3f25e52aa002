// One video encoder with the settings this project writes, and the timestamps and durations of the
// frames put back on its packets. Private to this folder; one thread.
#pragma once

#include "engine/media/ffmpeg_p.h"
#include "engine/media/ffmpeglog_p.h"
#include "engine/media/mediawriter.h"

#include <functional>
#include <map>
#include <string>

namespace lipwright::media {

/// Receives each packet, times in the encoder's time base.
using PacketSink = std::function<core::Result<void>(AVPacket&)>;

class VideoEncoder {
public:
    struct Settings {
        const AVCodec* codec = nullptr;
        AVPixelFormat format = AV_PIX_FMT_NONE;
        std::map<std::string, std::string> privateOptions;
        int threads = 1;
        bool globalHeader = false;
        bool intraOnly = false;
    };

    /// `model`: the first frame, for what the stream does not tell (field order).
    [[nodiscard]] static core::Result<std::unique_ptr<VideoEncoder>> open(
        const Settings& settings, const VideoStreamInfo& stream, const AVFrame* model,
        const std::string& place);

    [[nodiscard]] AVCodecContext& context() { return *m_context; }

    /// `pts` and `duration` in the stream's time base.
    [[nodiscard]] core::Result<void> encode(const AVFrame& frame, std::int64_t pts,
                                            std::int64_t duration, const PacketSink& sink);
    [[nodiscard]] core::Result<void> flush(const PacketSink& sink);

private:
    VideoEncoder() = default;
    [[nodiscard]] core::Result<void> drain(const PacketSink& sink);
    [[nodiscard]] core::Failure failure(int code) const;

    MessageLog m_log;
    CodecPtr m_context;
    PacketPtr m_packet = makePacket();
    std::map<std::int64_t, std::int64_t> m_durations;  ///< of frames inside the encoder, by pts
    std::string m_place;
};

/// The encoder for a codec, or an error that says which package lacks it.
[[nodiscard]] core::Result<const AVCodec*> encoderFor(VideoCodec codec);
/// Encoder settings for the codec and the writer's options.
[[nodiscard]] core::Result<VideoEncoder::Settings> settingsFor(VideoCodec codec,
                                                               const VideoStreamInfo& source,
                                                               const WriterOptions& options);

}  // namespace lipwright::media
