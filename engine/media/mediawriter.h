// Writes a film that is its source in every respect but the pictures given to it: size, frame
// timestamps, pixel format, bit depth, colour tags, rotation, aspect, start timecode; and one or
// several audio tracks with language tags. Appears under its final name only by finish(). One
// writer belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoframe.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::media {

enum class VideoCodec { h264, hevc, ffv1, proRes, dnxhr };

struct AudioTrackSpec {
    std::filesystem::path path;
    int streamOrdinal = 0;
    std::string language;      ///< ISO 639-2 ("ukr"); empty: the source stream's own tag
    bool copyPackets = false;  ///< stream copy where the container allows it, else encode
    bool isDefault = false;
};

struct WriterOptions {
    VideoCodec codec = VideoCodec::h264;
    int quality = 16;                 ///< constant rate factor of h264 and hevc
    std::string preset = "veryfast";  ///< of x264 and x265
    int encoderThreads = 2;
    std::vector<AudioTrackSpec> audio;
    std::map<std::string, std::string> metadata;  ///< container tags, provenance among them
    /// Part of the source to write: its start becomes 0 for picture, sound and timecode. Audio is
    /// taken from the same range of its own file's timeline.
    std::optional<core::TimeRange> range;
};

/// The codec for an output name's extension, or why there is none for this source.
/// mp4/m4v/mov/mkv: h264, hevc when h264 can not carry the pixel format, else (mkv) ffv1; nut:
/// ffv1. Exact timestamps: mp4, mov and nut; Matroska counts milliseconds. Colour tags and the
/// rotation are kept by mp4 and mov, colour tags also by mkv, neither by nut.
[[nodiscard]] core::Result<VideoCodec> codecFor(const std::filesystem::path& output,
                                                const VideoStreamInfo& source);

class MediaWriter {
public:
    /// Checks folder, codec, pixel format and audio tracks before anything is written. The samples
    /// are stored as they are (NV12 as planar 4:2:0 where the encoder wants that); an encoder that
    /// can not carry them is an error that names those that can.
    /// Sound that is not copied becomes AAC 192 kbit/s in mp4 and mov, PCM in mov beside lossless
    /// codecs, FLAC in mkv and nut. Same input, same bytes.
    [[nodiscard]] static core::Result<MediaWriter> create(const std::filesystem::path& output,
                                                          const VideoStreamInfo& source,
                                                          const WriterOptions& options);

    MediaWriter(MediaWriter&&) noexcept;
    MediaWriter& operator=(MediaWriter&&) noexcept;
    ~MediaWriter();  ///< removes the temporary file unless finished

    /// Frames of the source in presentation order (of the range, when there is one). Timestamps are
    /// kept; a first frame later than 0 stays later, so that the sound stays in place. Sound is
    /// written along with the picture, so memory does not grow with the film.
    [[nodiscard]] core::Result<void> write(const VideoFrame& frame);

    /// Writes the rest of the audio (cut to the video's end), closes and renames.
    [[nodiscard]] core::Result<void> finish(std::stop_token stop = {});

private:
    struct State;
    explicit MediaWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::media
