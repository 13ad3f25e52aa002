#include "engine/project/project.h"

#include <algorithm>

namespace lipwright::project {
namespace {

template <typename T>
const T* withId(const std::vector<T>& items, Id id) {
    const auto found = std::ranges::find(items, id, &T::id);
    return found == items.end() ? nullptr : &*found;
}

/// A take of a segment that was split shows what was shaped beyond its end as well.
ShapeEdit shapeWithin(const ShapeEdit& shape, core::FrameRange frames) {
    return {shape.lower_bound(frames.first), shape.lower_bound(frames.end)};
}

}  // namespace

const Take* Segment::active() const {
    return activeTake == 0 ? nullptr : withId(takes, activeTake);
}

const Segment* Project::segment(Id id) const {
    return withId(segments, id);
}

const DubTrack* Project::dub(Id id) const {
    return withId(dubs, id);
}

const CastMember* Project::member(int actor) const {
    const auto found = std::ranges::find(cast, actor, &CastMember::actor);
    return found == cast.end() ? nullptr : &*found;
}

bool isStale(const Segment& segment) {
    const Take* take = segment.active();
    if (take == nullptr) {
        return false;
    }
    const bool covers =
        take->frames.first <= segment.frames.first && segment.frames.end <= take->frames.end;
    return !covers || take->settings != segment.settings ||
           shapeWithin(take->shape, segment.frames) != segment.shape;
}

std::string displayName(const Project& project, int actor) {
    const CastMember* member = project.member(actor);
    return member != nullptr && !member->name.empty() ? member->name
                                                      : "Actor " + std::to_string(actor + 1);
}

}  // namespace lipwright::project
