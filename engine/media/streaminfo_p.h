// What FFmpeg knows of a stream without its packets, as our own values. Private to this folder.
#pragma once

#include "engine/media/demuxer_p.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoreader.h"

namespace lipwright::media {

/// Everything but what only the packets tell: frame count, start time, variable rate.
[[nodiscard]] VideoStreamInfo describeVideo(Demuxer& demuxer, const AVStream& stream);
/// Adds what the packets tell.
void completeFromIndex(VideoStreamInfo& info, const FrameIndex& index);

[[nodiscard]] AudioStreamInfo describeAudio(Demuxer& demuxer, const AVStream& stream);

/// The file has no video, or only a cover picture: an error that says so.
[[nodiscard]] core::Failure noVideo(const std::filesystem::path& path);

/// Indexes the demuxer's main video stream; leaves the demuxer at the end of the file.
[[nodiscard]] core::Result<std::shared_ptr<const FrameIndex>> indexStream(
    Demuxer& demuxer, std::stop_token stop, const core::ProgressCallback& progress);

/// The frame's timestamp in the index's way of counting.
[[nodiscard]] inline std::int64_t stampOf(const AVFrame& frame, bool decodedTimestamps) {
    return decodedTimestamps || frame.pts == AV_NOPTS_VALUE ? frame.best_effort_timestamp
                                                            : frame.pts;
}

}  // namespace lipwright::media
