// Segments in their places: found, added, moved, trimmed, given to actors and voices.
#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

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
            shiftFilmFrames(**found, frames);
        }
        for (const Id id : segments) {
            Segment& moved = *findById(copy.segments, id);
            if (auto checked = checkPlace(copy, moved); !checked) {
                return checked;
            }
            keepInsideFilm(moved, copy.film.frameCount);
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
    if (const auto problem = valuesProblem(segment, project.film.frameCount); !problem.empty()) {
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
    if (std::exchange(changed.actor, actor) != actor) {
        changed.settings.model.clear();
    }
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

}  // namespace lipwright::project
