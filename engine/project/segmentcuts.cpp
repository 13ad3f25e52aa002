// Segments cut in two and joined again.
#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

namespace lipwright::project {

using core::ErrorCode;
using core::fail;
using core::Result;

Result<Id> splitSegment(Project& project, Id id, std::int64_t frame) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    Segment& first = **found;
    if (frame <= first.frames.first || frame >= first.frames.end) {
        return fail(ErrorCode::invalidArgument, "the frame is not inside of the segment",
                    "frame " + std::to_string(frame), "Put the playhead inside of it");
    }
    Segment second = first;
    second.id = project.nextId++;
    for (Take& take : second.takes) {
        const Id old = take.id;
        take.id = project.nextId++;
        if (second.activeTake == old) {
            second.activeTake = take.id;
        }
    }
    second.frames.first = frame;
    first.frames.end = frame;
    divide(first, second, frame);
    const Id made = second.id;
    project.segments.push_back(std::move(second));
    sortSegments(project);
    return made;
}

namespace {

/// What keeps the segments (in film order) from being one.
Result<void> checkMerge(const Project& project, const std::vector<Segment>& parts) {
    if (parts.size() < 2) {
        return fail(ErrorCode::invalidArgument, "merging needs at least two segments", {},
                    "Select two neighbours");
    }
    for (const Segment& part : parts) {
        if (part.actor != parts.front().actor || part.dubTrack != parts.front().dubTrack) {
            return fail(ErrorCode::invalidArgument,
                        "only segments of one actor and one voice can be merged", {},
                        "Give them the same actor first");
        }
    }
    const core::FrameRange whole{parts.front().frames.first, parts.back().frames.end};
    for (const Segment& other : project.segments) {
        const bool part = std::ranges::find(parts, other.id, &Segment::id) != parts.end();
        if (!part && other.actor == parts.front().actor &&
            other.dubTrack == parts.front().dubTrack &&
            !core::intersection(other.frames, whole).empty()) {
            return fail(ErrorCode::invalidArgument, "another segment lies between them",
                        "frame " + std::to_string(other.frames.first), "Select it too");
        }
    }
    return {};
}

void append(std::string& text, const std::string& more) {
    if (!more.empty() && text != more) {
        text += (text.empty() ? "" : " ") + more;
    }
}

void appendPart(Segment& whole, const Segment& part) {
    append(whole.text, part.text);
    append(whole.notes, part.notes);
    for (const Take& take : part.takes) {  // both parts of a split keep the same ones
        if (std::ranges::find(whole.takes, take.folder, &Take::folder) == whole.takes.end()) {
            whole.takes.push_back(take);
        }
    }
}

void dropTakeThatIsTooShort(Segment& whole) {
    const Take* active = whole.active();
    if (active != nullptr && active->frames.first <= whole.frames.first &&
        active->frames.end >= whole.frames.end) {
        return;
    }
    whole.activeTake = 0;
    if (whole.status != SegmentStatus::bypass) {
        whole.status = SegmentStatus::fresh;
    }
}

}  // namespace

Result<void> mergeSegments(Project& project, std::span<const Id> segments) {
    std::vector<Segment> parts;
    for (const Segment& segment : project.segments) {
        if (std::ranges::find(segments, segment.id) != segments.end()) {
            parts.push_back(segment);
        }
    }
    if (auto checked = checkMerge(project, parts); !checked) {
        return checked;
    }
    Segment whole = parts.front();
    whole.frames.end = parts.back().frames.end;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        appendPart(whole, parts[i]);
    }
    if (whole.text.size() > kMaximumText || whole.notes.size() > kMaximumText) {
        return fail(ErrorCode::invalidArgument, "their texts are too long for one segment");
    }
    joinFilmFrames(whole, parts);
    if (const auto problem = valuesProblem(whole, project.film.frameCount); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    std::ranges::stable_sort(whole.takes, {}, &Take::id);
    dropTakeThatIsTooShort(whole);
    std::erase_if(project.segments, [&](const Segment& segment) {
        return std::ranges::find(parts, segment.id, &Segment::id) != parts.end();
    });
    project.segments.push_back(std::move(whole));
    sortSegments(project);
    return {};
}

}  // namespace lipwright::project
