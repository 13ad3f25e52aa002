#include "engine/project/edits_p.h"

#include <cmath>
#include <set>

namespace lipwright::project {

using core::ErrorCode;
using core::fail;
using core::Result;

Result<Segment*> findSegment(Project& project, Id id) {
    if (Segment* segment = findById(project.segments, id)) {
        return segment;
    }
    return fail(ErrorCode::invalidArgument, "there is no segment " + std::to_string(id));
}

void sortSegments(Project& project) {
    std::ranges::sort(project.segments, [](const Segment& a, const Segment& b) {
        return a.frames.first != b.frames.first ? a.frames.first < b.frames.first : a.id < b.id;
    });
}

Result<void> checkText(const std::string& text, const std::string& what) {
    if (text.size() > kMaximumText) {
        return fail(ErrorCode::invalidArgument, "the " + what + " is too long", {},
                    "Keep it under 64 kB");
    }
    return {};
}

Result<void> checkPlace(const Project& project, const Segment& segment) {
    const core::FrameRange frames = segment.frames;
    if (frames.empty()) {
        return fail(ErrorCode::invalidArgument, "a segment needs at least one frame", {},
                    "Choose an end behind its beginning");
    }
    const std::int64_t count = project.film.frameCount;
    if (frames.first < 0 || frames.end > (count > 0 ? count : kMaximumFrames)) {
        return fail(ErrorCode::invalidArgument, "a segment can not reach beyond the film", {},
                    "Keep it between the film's first and last frame");
    }
    for (const Segment& other : project.segments) {
        if (other.id != segment.id && other.actor == segment.actor &&
            other.dubTrack == segment.dubTrack &&
            !core::intersection(other.frames, frames).empty()) {
            return fail(ErrorCode::invalidArgument,
                        "it would lie over another segment of the same actor and voice",
                        "frame " + std::to_string(other.frames.first),
                        "Trim one of them, or merge them");
        }
    }
    return {};
}

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
        append(whole.text, parts[i].text);
        append(whole.notes, parts[i].notes);
        for (const Take& take : parts[i].takes) {  // both parts of a split keep the same ones
            if (std::ranges::find(whole.takes, take.folder, &Take::folder) == whole.takes.end()) {
                whole.takes.push_back(take);
            }
        }
    }
    if (whole.text.size() > kMaximumText || whole.notes.size() > kMaximumText) {
        return fail(ErrorCode::invalidArgument, "their texts are too long for one segment");
    }
    std::ranges::stable_sort(whole.takes, {}, &Take::id);
    const Take* active = whole.active();
    const bool covers = active != nullptr && active->frames.first <= whole.frames.first &&
                        active->frames.end >= whole.frames.end;
    if (!covers) {
        whole.activeTake = 0;
    }
    if (!covers && whole.status != SegmentStatus::bypass) {
        whole.status = SegmentStatus::fresh;
    }
    std::erase_if(project.segments, [&](const Segment& segment) {
        return std::ranges::find(parts, segment.id, &Segment::id) != parts.end();
    });
    project.segments.push_back(std::move(whole));
    sortSegments(project);
    return {};
}

Result<void> trimSegment(Project& project, Id id, core::FrameRange frames) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    Segment changed = **found;
    changed.frames = frames;
    if (auto checked = checkPlace(project, changed); !checked) {
        return checked;
    }
    (*found)->frames = frames;
    sortSegments(project);
    return {};
}

Result<void> moveSegments(Project& project, std::span<const Id> segments, std::int64_t frames) {
    if (frames < -kMaximumFrames || frames > kMaximumFrames) {
        return fail(ErrorCode::invalidArgument, "a segment can not reach beyond the film");
    }
    return allOrNothing(project, [&](Project& copy) -> Result<void> {
        for (const Id id : segments) {
            const auto found = findSegment(copy, id);
            if (!found) {
                return core::passOn(found);
            }
            (*found)->frames.first += frames;
            (*found)->frames.end += frames;
        }
        for (const Id id : segments) {
            if (auto checked = checkPlace(copy, *copy.segment(id)); !checked) {
                return checked;
            }
        }
        sortSegments(copy);
        return {};
    });
}

Result<void> removeSegments(Project& project, std::span<const Id> segments) {
    for (const Id id : segments) {
        if (auto found = findSegment(project, id); !found) {
            return core::passOn(found);
        }
    }
    std::erase_if(project.segments, [&](const Segment& segment) {
        return std::ranges::find(segments, segment.id) != segments.end();
    });
    return {};
}

namespace {

/// What no place in the film can mend.
Result<void> checkNew(const Project& project, const Segment& segment) {
    if (project.dub(segment.dubTrack) == nullptr) {
        return fail(ErrorCode::invalidArgument, "there is no voice for the segment", {},
                    "Import the voice first");
    }
    if (segment.actor < 0 || segment.actor > kMaximumActor || segment.track < -1) {
        return fail(ErrorCode::invalidArgument, "there is no such actor");
    }
    if (const auto problem = settingsProblem(segment.settings); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    for (const Take& take : segment.takes) {
        if (const auto problem = takeProblem(take); !problem.empty()) {
            return fail(ErrorCode::invalidArgument, problem);
        }
    }
    if (auto checked = checkText(segment.text, "text"); !checked) {
        return checked;
    }
    return checkText(segment.notes, "notes");
}

/// Ids of its own for the segment and its takes.
void giveIds(Project& project, Segment& segment) {
    segment.id = project.nextId++;
    Id active = 0;
    for (Take& take : segment.takes) {
        const bool chosen = take.id == segment.activeTake;
        take.id = project.nextId++;
        active = chosen ? take.id : active;
    }
    segment.activeTake = active;
}

}  // namespace

Result<std::vector<Id>> addSegments(Project& project, std::vector<Segment> segments) {
    for (const Segment& segment : segments) {
        if (auto checked = checkNew(project, segment); !checked) {
            return core::passOn(checked);
        }
    }
    std::vector<Id> added;
    for (Segment& segment : segments) {
        segment.id = 0;
        if (!checkPlace(project, segment)) {
            continue;
        }
        giveIds(project, segment);
        added.push_back(segment.id);
        project.segments.push_back(std::move(segment));
    }
    sortSegments(project);
    return added;
}

Result<void> setSegmentActor(Project& project, Id id, int actor, int track) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    if (actor < 0 || actor > kMaximumActor || track < -1) {
        return fail(ErrorCode::invalidArgument, "there is no such actor");
    }
    Segment changed = **found;
    changed.actor = actor;
    changed.track = track;
    if (auto checked = checkPlace(project, changed); !checked) {
        return checked;
    }
    **found = std::move(changed);
    return {};
}

Result<void> setSegmentDub(Project& project, std::span<const Id> segments, Id dubTrack) {
    if (project.dub(dubTrack) == nullptr) {
        return fail(ErrorCode::invalidArgument, "there is no such voice");
    }
    return allOrNothing(project, [&](Project& copy) -> Result<void> {
        for (const Id id : segments) {
            const auto found = findSegment(copy, id);
            if (!found) {
                return core::passOn(found);
            }
            (*found)->dubTrack = dubTrack;
            if (auto checked = checkPlace(copy, **found); !checked) {
                return checked;
            }
        }
        return {};
    });
}

namespace {

/// Changes every named segment, or none when one of them is not there.
template <typename Change>
Result<void> changeEach(Project& project, std::span<const Id> segments, const Change& change) {
    for (const Id id : segments) {
        if (auto found = findSegment(project, id); !found) {
            return core::passOn(found);
        }
    }
    for (const Id id : segments) {
        change(*findById(project.segments, id));
    }
    return {};
}

}  // namespace

Result<void> setSegmentStatus(Project& project, std::span<const Id> segments,
                              SegmentStatus status) {
    return changeEach(project, segments, [status](Segment& segment) { segment.status = status; });
}

Result<void> setSegmentSettings(Project& project, std::span<const Id> segments,
                                const SegmentSettings& settings) {
    if (const auto problem = settingsProblem(settings); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    return changeEach(project, segments,
                      [&settings](Segment& segment) { segment.settings = settings; });
}

Result<void> nudgeSegments(Project& project, std::span<const Id> segments,
                           std::int64_t microseconds) {
    if (microseconds < -kDayMicroseconds || microseconds > kDayMicroseconds) {
        return fail(ErrorCode::invalidArgument, "the mouth can not be moved by more than a minute");
    }
    return allOrNothing(project, [&](Project& copy) -> Result<void> {
        for (const Id id : segments) {
            const auto found = findSegment(copy, id);
            if (!found) {
                return core::passOn(found);
            }
            SegmentSettings& settings = (*found)->settings;
            settings.offsetMicroseconds += microseconds;
            if (const auto problem = settingsProblem(settings); !problem.empty()) {
                return fail(ErrorCode::invalidArgument, problem);
            }
        }
        return {};
    });
}

Result<void> setSegmentNotes(Project& project, Id id, std::string notes) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    if (auto checked = checkText(notes, "notes"); !checked) {
        return checked;
    }
    (*found)->notes = std::move(notes);
    return {};
}

Result<void> setSegmentText(Project& project, Id id, std::string text) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    if (auto checked = checkText(text, "text"); !checked) {
        return checked;
    }
    (*found)->text = std::move(text);
    return {};
}

}  // namespace lipwright::project
