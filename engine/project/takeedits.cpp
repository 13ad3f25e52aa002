#include "engine/project/edits_p.h"

namespace lipwright::project {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

bool idTaken(const Project& project, Id id) {
    for (const Segment& segment : project.segments) {
        if (segment.id == id ||
            std::ranges::find(segment.takes, id, &Take::id) != segment.takes.end()) {
            return true;
        }
    }
    return project.dub(id) != nullptr ||
           std::ranges::find(project.markers, id, &Marker::id) != project.markers.end() ||
           std::ranges::find(project.presets, id, &Preset::id) != project.presets.end();
}

Result<Take*> findTake(Project& project, Id segment, Id take) {
    const auto found = findSegment(project, segment);
    if (!found) {
        return core::passOn(found);
    }
    if (Take* known = findById((*found)->takes, take)) {
        return known;
    }
    return fail(ErrorCode::invalidArgument, "there is no take " + std::to_string(take));
}

/// What the choice of a take means for the status.
void followChoice(Segment& segment) {
    const bool original = segment.activeTake == 0;
    if (segment.status == SegmentStatus::approved) {
        segment.status = SegmentStatus::review;
    }
    if (original && segment.status == SegmentStatus::rendered) {
        segment.status = SegmentStatus::fresh;
    } else if (!original && segment.status == SegmentStatus::fresh) {
        segment.status = SegmentStatus::rendered;
    }
}

}  // namespace

Result<Id> addTake(Project& project, Id segment, Take take) {
    const auto found = findSegment(project, segment);
    if (!found) {
        return core::passOn(found);
    }
    if (const auto problem = takeProblem(take); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem, take.folder.string());
    }
    if (take.id <= 0 || take.id >= kMaximumFrames || idTaken(project, take.id)) {
        take.id = project.nextId;
    }
    project.nextId = std::max(project.nextId, take.id + 1);
    const Id id = take.id;
    (*found)->takes.push_back(std::move(take));
    (*found)->activeTake = id;
    followChoice(**found);
    return id;
}

Result<void> chooseTake(Project& project, Id segment, Id take) {
    const auto found = findSegment(project, segment);
    if (!found) {
        return core::passOn(found);
    }
    if (take != 0) {
        if (auto known = findTake(project, segment, take); !known) {
            return core::passOn(known);
        }
    }
    if ((*found)->activeTake != take) {
        (*found)->activeTake = take;
        followChoice(**found);
    }
    return {};
}

Result<void> renameTake(Project& project, Id segment, Id take, std::string name) {
    const auto found = findTake(project, segment, take);
    if (!found) {
        return core::passOn(found);
    }
    if (auto checked = checkText(name, "name"); !checked) {
        return checked;
    }
    (*found)->name = std::move(name);
    return {};
}

Result<void> removeTake(Project& project, Id segment, Id take) {
    if (auto found = findTake(project, segment, take); !found) {
        return core::passOn(found);
    }
    Segment& owner = *findById(project.segments, segment);
    std::erase_if(owner.takes, [take](const Take& item) { return item.id == take; });
    if (owner.activeTake == take) {
        owner.activeTake = 0;
        followChoice(owner);
    }
    return {};
}

Result<void> setTakeScores(Project& project, Id segment, Id take, const TakeScores& scores) {
    const auto found = findTake(project, segment, take);
    if (!found) {
        return core::passOn(found);
    }
    if (const auto problem = scoresProblem(scores); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    (*found)->scores = scores;
    return {};
}

}  // namespace lipwright::project
