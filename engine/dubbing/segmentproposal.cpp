#include "engine/dubbing/segmentproposal.h"

#include "engine/dubbing/segmentation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace lipwright::dubbing {
namespace {

constexpr std::int64_t kMinimumFrames = SegmentationOptions{}.minimumFrames;
constexpr auto kOpening = static_cast<std::size_t>(face::MouthMeasure::opening);
constexpr auto kHeight = static_cast<std::size_t>(face::MouthMeasure::height);

const face::FaceObservation* usableAt(const face::FaceTrack& track, std::int64_t frame) {
    const face::FaceObservation* seen = track.at(frame);
    return seen != nullptr && seen->usability == face::FaceUsability::usable ? seen : nullptr;
}

/// How far lips and jaw travel in a part of a track, head units; nothing without a usable face.
std::optional<double> travelOf(const face::FaceTrack& track, FrameRange part) {
    std::optional<double> travel;
    for (std::int64_t frame = part.first; frame < part.end; ++frame) {
        const face::FaceObservation* const here = usableAt(track, frame);
        if (here == nullptr) {
            continue;
        }
        travel = travel.value_or(0.0);
        if (const face::FaceObservation* const before = usableAt(track, frame - 1);
            before != nullptr && frame > part.first) {
            *travel +=
                static_cast<double>(std::abs(here->shape[kOpening] - before->shape[kOpening]) +
                                    std::abs(here->shape[kHeight] - before->shape[kHeight]));
        }
    }
    return travel;
}

/// Earlier segments stay; a later one of the same face begins where the earlier ends.
std::vector<project::Segment> withoutOverlaps(std::vector<project::Segment> segments) {
    std::ranges::stable_sort(segments, {}, [](const project::Segment& segment) {
        return std::pair(segment.frames.first, segment.frames.end);
    });
    std::map<int, std::int64_t> ends;
    std::vector<project::Segment> result;
    for (project::Segment& segment : segments) {
        std::int64_t& end = ends.try_emplace(segment.actor, 0).first->second;
        const bool cut = segment.frames.first < end;
        segment.frames.first = std::max(segment.frames.first, end);
        if (segment.frames.empty() || (cut && segment.frames.length() < kMinimumFrames)) {
            continue;
        }
        end = segment.frames.end;
        result.push_back(std::move(segment));
    }
    return result;
}

project::Segment segmentOf(const project::DubTrack& track, FrameRange frames, int actor,
                           int faceTrack) {
    project::Segment segment;
    segment.frames = frames;
    segment.actor = actor;
    segment.track = faceTrack;
    segment.dubTrack = track.id;
    return segment;
}

/// The actor's face tracks while he speaks, one segment each.
void addTracks(const project::DubTrack& track, std::span<const FrameRange> spoken,
               const face::FaceAnalysis& faces, int actor,
               std::vector<project::Segment>& segments) {
    for (const Segment& found : segmentsDuring(spoken, faces, actor, kMinimumFrames)) {
        segments.push_back(segmentOf(track, found.frames, actor, found.track));
    }
}

bool sameName(const std::string& a, const std::string& b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : int{c}; };
    return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<int> actorNamed(const project::Project& project, const std::string& name) {
    if (name.empty()) {
        return std::nullopt;
    }
    const auto found = std::ranges::find_if(project.cast, [&](const project::CastMember& member) {
        return sameName(member.name, name) ||
               sameName(project::displayName(project, member.actor), name);
    });
    return found == project.cast.end() ? std::nullopt : std::optional(found->actor);
}

/// The actor's face track that covers most of the frames; null when none has a frame there.
const face::FaceTrack* mainTrack(const face::FaceAnalysis& faces, int actor, FrameRange frames) {
    const face::FaceTrack* best = nullptr;
    std::int64_t most = 0;
    for (const face::FaceTrack& track : faces.tracks) {
        const auto covered = intersection(frames, {track.firstFrame, track.endFrame()}).length();
        if (track.actor == actor && covered > most) {
            best = &track;
            most = covered;
        }
    }
    return best;
}

/// A cue cut where the film cuts to another shot with the actor in it; shots without him stay with
/// the piece before (or, at the beginning, behind).
std::vector<FrameRange> pieces(const face::FaceAnalysis& faces, int actor, FrameRange cue) {
    std::vector<FrameRange> result;
    for (const face::Shot& shot : faces.shots) {
        const FrameRange part = intersection(cue, {shot.firstFrame, shot.endFrame});
        const face::FaceTrack* const track = part.empty() ? nullptr : mainTrack(faces, actor, part);
        const bool seen =
            track != nullptr &&
            intersection(part, {track->firstFrame, track->endFrame()}).length() >= kMinimumFrames;
        if (seen) {
            result.push_back(part);
        }
    }
    if (result.empty()) {
        return {cue};
    }
    result.front().first = cue.first;
    result.back().end = cue.end;
    for (std::size_t i = 0; i + 1 < result.size(); ++i) {
        result[i].end = result[i + 1].first;
    }
    return result;
}

void addCue(const project::DubTrack& track, const project::Cue& cue, FrameRange frames,
            std::optional<int> named, const face::FaceAnalysis& faces,
            std::vector<project::Segment>& segments) {
    const int speaker = speakingActor(faces, frames);
    const int actor = named.value_or(track.actor.value_or(speaker));
    for (const FrameRange& piece : pieces(faces, actor, frames)) {
        const face::FaceTrack* const face = mainTrack(faces, actor, piece);
        project::Segment segment =
            segmentOf(track, piece, std::max(actor, 0), face == nullptr ? -1 : face->id);
        if (face == nullptr) {
            segment.status = project::SegmentStatus::bypass;
        }
        segment.text = cue.text;
        segments.push_back(std::move(segment));
    }
}

}  // namespace

int speakingActor(const face::FaceAnalysis& faces, core::FrameRange frames) {
    std::map<int, double> travel;
    for (const face::FaceTrack& track : faces.tracks) {
        const FrameRange part = intersection(frames, {track.firstFrame, track.endFrame()});
        if (const auto found = travelOf(track, part)) {
            travel[track.actor] += *found;
        }
    }
    // Movement is summed, not averaged: who is seen for a moment only does not speak the stretch.
    const auto most = std::ranges::max_element(
        travel, [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == travel.end() ? -1 : most->first;
}

std::vector<project::Segment> proposeFromVoice(const project::DubTrack& track,
                                               std::span<const std::uint8_t> activity,
                                               const face::FaceAnalysis& faces,
                                               const media::FrameIndex& index) {
    const auto spoken =
        spokenFrames(index, speech::speechStretches(activity), SegmentationOptions{},
                     static_cast<double>(track.offsetMicroseconds) / 1e6);
    std::vector<project::Segment> segments;
    if (track.actor) {
        addTracks(track, spoken, faces, *track.actor, segments);
        return withoutOverlaps(std::move(segments));
    }
    for (const FrameRange& stretch : spoken) {
        for (const face::Shot& shot : faces.shots) {
            const FrameRange part = intersection(stretch, {shot.firstFrame, shot.endFrame});
            const int actor = part.empty() ? -1 : speakingActor(faces, part);
            if (actor >= 0) {
                addTracks(track, std::span(&part, 1), faces, actor, segments);
            }
        }
    }
    return withoutOverlaps(std::move(segments));
}

std::vector<project::Segment> proposeFromCues(const project::Project& project,
                                              const project::DubTrack& track,
                                              std::span<const project::Cue> cues,
                                              const face::FaceAnalysis& faces) {
    std::vector<project::Segment> segments;
    for (const project::Cue& cue : cues) {
        const FrameRange frames = intersection(cue.frames, {0, faces.frameCount});
        if (!frames.empty()) {
            addCue(track, cue, frames, actorNamed(project, cue.actor), faces, segments);
        }
    }
    return withoutOverlaps(std::move(segments));
}

}  // namespace lipwright::dubbing
