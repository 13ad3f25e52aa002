// Frame-accurate reading of one video stream: sequentially, by number or by time, through a packet
// index (pts, key) built once. One reader owns one decoder and belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoframe.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace lipwright::media {

/// Every frame the stream presents, in presentation order. Immutable once built; share freely.
class FrameIndex {
public:
    struct Entry {
        std::int64_t pts = 0;       ///< in the stream's time base
        std::int64_t duration = 0;  ///< to the next frame's pts; of the last: its packet's duration
        bool key = false;
    };

    FrameIndex(core::TimeBase base, std::vector<Entry> entries);
    /// What indexing found out besides the frames; see the functions of these names.
    struct Findings {
        std::optional<core::Error> damage;
        bool decodedTimestamps = false;
        std::int64_t hiddenFrames = 0;
    };
    FrameIndex(core::TimeBase base, std::vector<Entry> entries, Findings findings);

    [[nodiscard]] std::int64_t frameCount() const;
    [[nodiscard]] core::RationalTime timeOf(std::int64_t number) const;
    /// The instant at which the frame stops being shown.
    [[nodiscard]] core::RationalTime endOf(std::int64_t number) const;
    /// The frame shown at `time`: the last whose pts is not later; clamped to the ends.
    [[nodiscard]] std::int64_t numberAt(core::RationalTime time) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] core::TimeBase timeBase() const { return m_base; }
    /// True when frame durations differ by more than one tick.
    [[nodiscard]] bool variableRate() const;
    /// Why the frames end before the file's own directory or header says; nothing for a whole file.
    [[nodiscard]] const std::optional<core::Error>& damage() const { return m_findings.damage; }
    /// True for the rare files without packet timestamps (AVI with B-frames): the index then came
    /// from decoding, and random access decodes from the beginning.
    [[nodiscard]] bool decodedTimestamps() const { return m_findings.decodedTimestamps; }
    /// Stored frames that an edit list keeps from being presented.
    [[nodiscard]] std::int64_t hiddenFrames() const { return m_findings.hiddenFrames; }

private:
    core::TimeBase m_base;
    std::vector<Entry> m_entries;
    Findings m_findings;
};

/// Demuxes the file once, decoding no more than the first frame (frames before it can not be
/// presented). Progress in bytes. A file that ends early is indexed as far as it goes: see
/// damage().
[[nodiscard]] core::Result<std::shared_ptr<const FrameIndex>> indexFrames(
    const std::filesystem::path& path, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// Opens and indexes the file: a MediaInfo whose frame count, VFR flag and notes are exact.
[[nodiscard]] core::Result<MediaInfo> probe(const std::filesystem::path& path,
                                            std::stop_token stop = {});

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
    /// before it; next() goes on behind it.
    [[nodiscard]] core::Result<VideoFrame> frame(std::int64_t number);
    [[nodiscard]] core::Result<VideoFrame> frameAt(core::RationalTime time);

private:
    struct State;
    explicit VideoReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::media
