#include "app/document/deltarebase_p.h"

#include <algorithm>

namespace lipwright::app {
namespace {

using project::CastMember;
using project::Delta;
using project::DubTrack;
using project::Film;
using project::Marker;
using project::Preset;
using project::Segment;
using project::Take;

template <typename Key, typename T>
void join(std::map<Key, Delta::Change<T>>& first, const std::map<Key, Delta::Change<T>>& second) {
    for (const auto& [key, change] : second) {
        const auto [known, added] = first.emplace(key, change);
        if (!added) {
            known->second.after = change.after;
            if (known->second.before == known->second.after) {
                first.erase(known);
            }
        }
    }
}

template <typename T>
void join(std::optional<std::pair<T, T>>& first, const std::optional<std::pair<T, T>>& second) {
    if (!second) {
        return;
    }
    if (!first) {
        first = second;
        return;
    }
    first->second = second->second;
    if (first->first == first->second) {
        first.reset();
    }
}

template <typename Key, typename T>
void turn(std::map<Key, Delta::Change<T>>& changes) {
    for (auto& [key, change] : changes) {
        std::swap(change.before, change.after);
    }
}

/// `value` was `before` and the amendment made it `after`.
template <typename T>
void carry(T& value, const T& before, const T& after) {
    if (before != after && value == before) {
        value = after;
    }
}

void carryOver(Film& value, const Film& before, const Film& after) {
    if (value.media.path == before.media.path) {
        carry(value.frameCount, before.frameCount, after.frameCount);
        carry(value.frameNumerator, before.frameNumerator, after.frameNumerator);
        carry(value.frameDenominator, before.frameDenominator, after.frameDenominator);
        carry(value.startTimecode, before.startTimecode, after.startTimecode);
        value.media = after.media;
    }
}

void carryOver(DubTrack& value, const DubTrack& before, const DubTrack& after) {
    if (value.media.path == before.media.path) {
        value.media = after.media;
    }
    carry(value.name, before.name, after.name);
    carry(value.language, before.language, after.language);
    carry(value.stream, before.stream, after.stream);
    carry(value.offsetMicroseconds, before.offsetMicroseconds, after.offsetMicroseconds);
    carry(value.gainDecibels, before.gainDecibels, after.gainDecibels);
    carry(value.muted, before.muted, after.muted);
    carry(value.solo, before.solo, after.solo);
    carry(value.actor, before.actor, after.actor);
}

void carryOver(Marker& value, const Marker& before, const Marker& after) {
    carry(value.frame, before.frame, after.frame);
    carry(value.name, before.name, after.name);
}

void carryOver(Preset& value, const Preset& before, const Preset& after) {
    carry(value.name, before.name, after.name);
    carry(value.settings, before.settings, after.settings);
}

void carryOver(CastMember& value, const CastMember& before, const CastMember& after) {
    carry(value.name, before.name, after.name);
    if (before.consent != after.consent && value.consent == before.consent) {
        value.consent = after.consent;
    }
}

const Take* takeOf(const std::vector<Take>& takes, project::Id id) {
    const auto found = std::ranges::find(takes, id, &Take::id);
    return found == takes.end() ? nullptr : &*found;
}

/// All that can change of a take; where it is named differently it is measured all the same.
void carryOver(Take& value, const Take& before, const Take& after) {
    carry(value.name, before.name, after.name);
    carry(value.folder, before.folder, after.folder);
    carry(value.bytes, before.bytes, after.bytes);
    carry(value.scores, before.scores, after.scores);
}

void carryTakes(std::vector<Take>& value, const std::vector<Take>& before,
                const std::vector<Take>& after) {
    std::erase_if(value, [&](const Take& take) {
        return takeOf(before, take.id) != nullptr && takeOf(after, take.id) == nullptr;
    });
    for (const Take& take : after) {
        const Take* const old = takeOf(before, take.id);
        const auto known = std::ranges::find(value, take.id, &Take::id);
        if (old == nullptr && known == value.end()) {
            value.push_back(take);
        } else if (old != nullptr && known != value.end()) {
            carryOver(*known, *old, take);
        }
    }
}

void carryOver(Segment& value, const Segment& before, const Segment& after) {
    carry(value.frames, before.frames, after.frames);
    carry(value.actor, before.actor, after.actor);
    carry(value.track, before.track, after.track);
    carry(value.dubTrack, before.dubTrack, after.dubTrack);
    carry(value.settings, before.settings, after.settings);
    carry(value.shape, before.shape, after.shape);
    carry(value.retouch, before.retouch, after.retouch);
    carry(value.text, before.text, after.text);
    carry(value.notes, before.notes, after.notes);
    if (value.status == before.status && value.activeTake == before.activeTake) {
        value.status = after.status;  // the two go together
        value.activeTake = after.activeTake;
    }
    carryTakes(value.takes, before.takes, after.takes);
    if (value.active() == nullptr) {
        value.activeTake = 0;
    }
}

template <typename Key, typename T>
void rebaseAll(std::map<Key, Delta::Change<T>>& step,
               const std::map<Key, Delta::Change<T>>& amendment) {
    for (const auto& [key, change] : amendment) {
        const auto found = step.find(key);
        if (found == step.end() || !change.before || !change.after) {
            continue;
        }
        for (std::optional<T>* value : {&found->second.before, &found->second.after}) {
            if (*value) {
                carryOver(**value, *change.before, *change.after);
            }
        }
    }
}

}  // namespace

Delta joined(const Delta& first, const Delta& second) {
    Delta result = first;
    join(result.segments, second.segments);
    join(result.dubs, second.dubs);
    join(result.markers, second.markers);
    join(result.presets, second.presets);
    join(result.cast, second.cast);
    join(result.film, second.film);
    join(result.inOut, second.inOut);
    result.nextId.second = std::max(first.nextId.second, second.nextId.second);
    return result;
}

Delta reversed(const Delta& delta) {
    Delta result = delta;
    turn(result.segments);
    turn(result.dubs);
    turn(result.markers);
    turn(result.presets);
    turn(result.cast);
    if (result.film) {
        std::swap(result.film->first, result.film->second);
    }
    if (result.inOut) {
        std::swap(result.inOut->first, result.inOut->second);
    }
    return result;
}

void rebase(Delta& step, const Delta& amendment) {
    rebaseAll(step.segments, amendment.segments);
    rebaseAll(step.dubs, amendment.dubs);
    rebaseAll(step.markers, amendment.markers);
    rebaseAll(step.presets, amendment.presets);
    rebaseAll(step.cast, amendment.cast);
    if (step.film && amendment.film) {
        carryOver(step.film->first, amendment.film->first, amendment.film->second);
        carryOver(step.film->second, amendment.film->first, amendment.film->second);
    }
    if (step.inOut && amendment.inOut) {
        carry(step.inOut->first, amendment.inOut->first, amendment.inOut->second);
        carry(step.inOut->second, amendment.inOut->first, amendment.inOut->second);
    }
}

}  // namespace lipwright::app
