// Frame-accurate reading of one video stream: sequentially, by number or by time, through a packet
// index (pts, key) built once. One reader owns one decoder and belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/media/frameindex.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoframe.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace lipwright::media {

/// Demuxes the file once, decoding no more than the first frame (frames before it can not be
/// presented). Progress in bytes. A file that ends early is indexed as far as it goes: see
/// damage().
[[nodiscard]] core::Result<std::shared_ptr<const FrameIndex>> indexFrames(
    const std::filesystem::path& path, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// Opens and indexes the file: a MediaInfo whose frame count, VFR flag and notes are exact.
[[nodiscard]] core::Result<MediaInfo> probe(const std::filesystem::path& path,
                                            std::stop_token stop = {});
/// The same from the file's header alone, with the frames an earlier indexing found.
[[nodiscard]] core::Result<MediaInfo> probe(const std::filesystem::path& path,
                                            std::shared_ptr<const FrameIndex> index);

class VideoReader {
public:
    struct Options {
        int decoderThreads = 1;
        int cachedFrames = 8;  ///< most recent frames kept decoded
    };

    /// Indexes the file unless an index is given.
    [[nodiscard]] static core::Result<VideoReader> open(
        const std::filesystem::path& path, const Options& options,
        std::shared_ptr<const FrameIndex> index = nullptr);
    [[nodiscard]] static core::Result<VideoReader> open(const std::filesystem::path& path);

    VideoReader(VideoReader&&) noexcept;
    VideoReader& operator=(VideoReader&&) noexcept;
    ~VideoReader();

    [[nodiscard]] const VideoStreamInfo& info() const;
    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] const FrameIndex& index() const;
    [[nodiscard]] std::shared_ptr<const FrameIndex> sharedIndex() const;

    /// The next frame in presentation order; nothing after the last. A frame that can not be
    /// decoded is an error naming the frame and its time; reading may go on behind it. Where the
    /// index has damage(), that error comes once in place of the first nothing.
    [[nodiscard]] core::Result<std::optional<VideoFrame>> next();

    /// Exactly the frame asked for, from the cache, by decoding on, or by seeking to the key frame
    /// before it; next() goes on behind it. Stops between two decoded frames.
    [[nodiscard]] core::Result<VideoFrame> frame(std::int64_t number,
                                                 const std::stop_token& stop = {});
    [[nodiscard]] core::Result<VideoFrame> frameAt(core::RationalTime time);

private:
    struct State;
    explicit VideoReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::media
