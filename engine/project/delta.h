// The difference of two states of a project: what undo keeps of an edit, and what the views must
// look at after it. Holds only what changed, so that hours of edits fit in memory.
#pragma once

#include "engine/project/project.h"

#include <map>
#include <optional>
#include <utility>

namespace lipwright::project {

struct Delta {
    template <typename T>
    struct Change {
        std::optional<T> before;  ///< nothing: it was added
        std::optional<T> after;   ///< nothing: it was removed
    };
    std::map<Id, Change<Segment>> segments;
    std::map<Id, Change<DubTrack>> dubs;
    std::map<Id, Change<Marker>> markers;
    std::map<Id, Change<Preset>> presets;
    std::map<int, Change<CastMember>> cast;
    std::optional<std::pair<Film, Film>> film;
    std::optional<std::pair<std::optional<core::FrameRange>, std::optional<core::FrameRange>>>
        inOut;
    std::pair<Id, Id> nextId{0, 0};

    [[nodiscard]] bool empty() const;
};

[[nodiscard]] Delta difference(const Project& before, const Project& after);
/// The project must be in the state the delta was made from (before, or after when going back);
/// dubs and cast lie by id and actor. nextId is never taken back: ids are not reused.
void applyForward(Project& project, const Delta& delta);
void applyBackward(Project& project, const Delta& delta);

}  // namespace lipwright::project
