#include "engine/dubbing/segmentation.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

/// Joins ranges that touch or overlap; `ranges` are sorted by their first frame.
std::vector<FrameRange> joined(std::vector<FrameRange> ranges) {
    std::vector<FrameRange> result;
    for (const FrameRange& range : ranges) {
        if (!result.empty() && range.first <= result.back().end) {
            result.back().end = std::max(result.back().end, range.end);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

}  // namespace

std::vector<FrameRange> spokenFrames(const media::FrameIndex& index,
                                     std::span<const speech::SpeechStretch> speech,
                                     const SegmentationOptions& options, double offsetSeconds) {
    std::vector<FrameRange> spoken;
    for (const speech::SpeechStretch& stretch : speech) {
        const FrameRange frames =
            framesDuring(index, stretch.startSeconds + offsetSeconds - options.leadSeconds,
                         stretch.endSeconds + offsetSeconds + options.tailSeconds);
        const FrameRange wanted = options.range ? intersection(frames, *options.range) : frames;
        if (!wanted.empty()) {
            spoken.push_back(wanted);
        }
    }
    return joined(std::move(spoken));
}

std::vector<Segment> segmentsDuring(std::span<const FrameRange> spoken,
                                    const face::FaceAnalysis& faces, int actor,
                                    std::int64_t minimumFrames) {
    std::vector<Segment> segments;
    for (const face::FaceTrack& track : faces.tracks) {
        if (track.actor != actor) {
            continue;
        }
        for (const FrameRange& range : spoken) {
            const FrameRange frames = intersection(range, {track.firstFrame, track.endFrame()});
            if (frames.length() >= minimumFrames) {
                segments.push_back(
                    {frames, track.id, range.first<frames.first, range.end> frames.end});
            }
        }
    }
    std::ranges::sort(segments, {}, [](const Segment& segment) { return segment.frames.first; });
    return segments;
}

std::vector<Segment> proposeSegments(const face::FaceAnalysis& faces,
                                     const media::FrameIndex& index,
                                     std::span<const speech::SpeechStretch> speech,
                                     const SegmentationOptions& options) {
    return segmentsDuring(spokenFrames(index, speech, options), faces, options.actor,
                          options.minimumFrames);
}

}  // namespace lipwright::dubbing
