#include "engine/project/delta.h"

#include <algorithm>
#include <set>

namespace lipwright::project {
namespace {

/// By key of items that are in either list and differ.
template <typename Key, typename T, typename KeyOf>
std::map<Key, Delta::Change<T>> changesOf(const std::vector<T>& before, const std::vector<T>& after,
                                          KeyOf keyOf) {
    std::map<Key, const T*> old;
    for (const T& item : before) {
        old.emplace(keyOf(item), &item);
    }
    std::map<Key, Delta::Change<T>> changes;
    for (const T& item : after) {
        const auto known = old.find(keyOf(item));
        if (known == old.end()) {
            changes[keyOf(item)] = {std::nullopt, item};
            continue;
        }
        if (!(*known->second == item)) {
            changes[keyOf(item)] = {*known->second, item};
        }
        old.erase(known);
    }
    for (const auto& [key, item] : old) {
        changes[key] = {*item, std::nullopt};
    }
    return changes;
}

template <typename Key, typename T, typename KeyOf>
void put(std::vector<T>& items, const std::map<Key, Delta::Change<T>>& changes, bool forward,
         KeyOf keyOf) {
    const auto wanted = [forward](const Delta::Change<T>& change) -> const std::optional<T>& {
        return forward ? change.after : change.before;
    };
    std::erase_if(items, [&](const T& item) {
        const auto found = changes.find(keyOf(item));
        return found != changes.end() && !wanted(found->second);
    });
    std::set<Key> present;
    for (T& item : items) {
        if (const auto found = changes.find(keyOf(item)); found != changes.end()) {
            item = *wanted(found->second);
            present.insert(found->first);
        }
    }
    for (const auto& [key, change] : changes) {
        if (wanted(change) && !present.contains(key)) {
            items.push_back(*wanted(change));
        }
    }
}

Id idOfSegment(const Segment& item) {
    return item.id;
}
Id idOfDub(const DubTrack& item) {
    return item.id;
}
Id idOfMarker(const Marker& item) {
    return item.id;
}
Id idOfPreset(const Preset& item) {
    return item.id;
}
int actorOf(const CastMember& item) {
    return item.actor;
}

void apply(Project& project, const Delta& delta, bool forward) {
    put(project.segments, delta.segments, forward, idOfSegment);
    put(project.dubs, delta.dubs, forward, idOfDub);
    put(project.markers, delta.markers, forward, idOfMarker);
    put(project.presets, delta.presets, forward, idOfPreset);
    put(project.cast, delta.cast, forward, actorOf);
    if (!delta.segments.empty()) {
        std::ranges::sort(project.segments, [](const Segment& a, const Segment& b) {
            return a.frames.first != b.frames.first ? a.frames.first < b.frames.first : a.id < b.id;
        });
    }
    std::ranges::sort(project.dubs, {}, &DubTrack::id);
    std::ranges::sort(project.presets, {}, &Preset::id);
    std::ranges::sort(project.cast, {}, &CastMember::actor);
    std::ranges::sort(project.markers, [](const Marker& a, const Marker& b) {
        return a.frame != b.frame ? a.frame < b.frame : a.id < b.id;
    });
    if (delta.film) {
        project.film = forward ? delta.film->second : delta.film->first;
    }
    if (delta.inOut) {
        project.inOut = forward ? delta.inOut->second : delta.inOut->first;
    }
    project.nextId = std::max(project.nextId, delta.nextId.second);
}

}  // namespace

bool Delta::empty() const {
    return segments.empty() && dubs.empty() && markers.empty() && presets.empty() && cast.empty() &&
           !film && !inOut;
}

Delta difference(const Project& before, const Project& after) {
    Delta delta;
    delta.segments = changesOf<Id>(before.segments, after.segments, idOfSegment);
    delta.dubs = changesOf<Id>(before.dubs, after.dubs, idOfDub);
    delta.markers = changesOf<Id>(before.markers, after.markers, idOfMarker);
    delta.presets = changesOf<Id>(before.presets, after.presets, idOfPreset);
    delta.cast = changesOf<int>(before.cast, after.cast, actorOf);
    if (!(before.film == after.film)) {
        delta.film = {before.film, after.film};
    }
    if (before.inOut != after.inOut) {
        delta.inOut = {before.inOut, after.inOut};
    }
    delta.nextId = {before.nextId, after.nextId};
    return delta;
}

void applyForward(Project& project, const Delta& delta) {
    apply(project, delta, true);
}

void applyBackward(Project& project, const Delta& delta) {
    apply(project, delta, false);
}

}  // namespace lipwright::project
