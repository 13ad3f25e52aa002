// Edits of the film, the dub tracks, the cast and the marks.
#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

#include <cmath>

namespace lipwright::project {

using core::ErrorCode;
using core::fail;
using core::Result;

Result<void> setFilm(Project& project, Film film) {
    if (film.media.path.empty() || film.frameCount <= 0 || film.frameCount > kMaximumFrames ||
        film.frameNumerator <= 0 || film.frameDenominator <= 0) {
        return fail(ErrorCode::invalidArgument, "it is not a film", film.media.path.string(),
                    "Choose a file with a picture");
    }
    for (const Segment& segment : project.segments) {
        if (segment.frames.end > film.frameCount) {
            return fail(ErrorCode::invalidArgument, "the film is shorter than the project",
                        film.media.path.string(), "Choose the film the project was made for");
        }
    }
    std::erase_if(project.markers,
                  [&](const Marker& marker) { return marker.frame >= film.frameCount; });
    if (project.inOut && project.inOut->end > film.frameCount) {
        project.inOut.reset();
    }
    for (Segment& segment : project.segments) {
        keepInsideFilm(segment, film.frameCount);
    }
    project.film = std::move(film);
    return {};
}

namespace {

Result<void> checkTrack(const DubTrack& track) {
    if (track.media.path.empty()) {
        return fail(ErrorCode::invalidArgument, "a voice needs a file");
    }
    if (!std::isfinite(track.gainDecibels) || track.gainDecibels < -96.0 ||
        track.gainDecibels > 48.0) {
        return fail(ErrorCode::invalidArgument, "the gain must lie between -96 and 48 dB",
                    track.name);
    }
    if (track.stream < 0) {
        return fail(ErrorCode::invalidArgument, "there is no such sound in the file", track.name);
    }
    if (track.offsetMicroseconds < -kDayMicroseconds ||
        track.offsetMicroseconds > kDayMicroseconds) {
        return fail(ErrorCode::invalidArgument, "a voice can not be moved by more than a day",
                    track.name);
    }
    if (track.actor && (*track.actor < 0 || *track.actor > kMaximumActor)) {
        return fail(ErrorCode::invalidArgument, "there is no such actor", track.name);
    }
    return checkText(track.name, "name");
}

}  // namespace

Result<Id> addDubTrack(Project& project, DubTrack track) {
    if (auto checked = checkTrack(track); !checked) {
        return core::passOn(checked);
    }
    track.id = project.nextId++;
    project.dubs.push_back(std::move(track));
    return project.dubs.back().id;
}

Result<void> removeDubTrack(Project& project, Id track) {
    if (project.dub(track) == nullptr) {
        return fail(ErrorCode::invalidArgument, "there is no such voice");
    }
    std::erase_if(project.dubs, [track](const DubTrack& dub) { return dub.id == track; });
    std::erase_if(project.segments,
                  [track](const Segment& segment) { return segment.dubTrack == track; });
    return {};
}

Result<void> changeDubTrack(Project& project, const DubTrack& track) {
    DubTrack* known = findById(project.dubs, track.id);
    if (known == nullptr) {
        return fail(ErrorCode::invalidArgument, "there is no such voice", track.name);
    }
    if (auto checked = checkTrack(track); !checked) {
        return checked;
    }
    *known = track;
    return {};
}

Result<void> setCastMember(Project& project, CastMember member) {
    if (member.actor < 0 || member.actor > kMaximumActor) {
        return fail(ErrorCode::invalidArgument, "there is no such actor", member.name);
    }
    if (auto checked = checkText(member.name, "name"); !checked) {
        return checked;
    }
    const auto known = std::ranges::find(project.cast, member.actor, &CastMember::actor);
    if (known != project.cast.end()) {
        *known = std::move(member);
    } else {
        project.cast.push_back(std::move(member));
        std::ranges::sort(project.cast, {}, &CastMember::actor);
    }
    return {};
}

Result<void> completeCast(Project& project, std::span<const int> actors) {
    for (const int actor : actors) {
        if (actor >= 0 && actor <= kMaximumActor && project.member(actor) == nullptr) {
            project.cast.push_back({actor, {}, {}});
        }
    }
    std::ranges::sort(project.cast, {}, &CastMember::actor);
    return {};
}

Result<Id> addMarker(Project& project, std::int64_t frame, std::string name) {
    if (frame < 0 || (project.film.frameCount > 0 && frame >= project.film.frameCount)) {
        return fail(ErrorCode::invalidArgument, "a marker must lie inside of the film",
                    "frame " + std::to_string(frame));
    }
    if (auto checked = checkText(name, "name"); !checked) {
        return core::passOn(checked);
    }
    Marker marker{project.nextId++, frame, std::move(name)};
    const Id id = marker.id;
    const auto place = std::ranges::upper_bound(project.markers, frame, {}, &Marker::frame);
    project.markers.insert(place, std::move(marker));
    return id;
}

Result<void> removeMarker(Project& project, Id marker) {
    if (std::erase_if(project.markers,
                      [marker](const Marker& item) { return item.id == marker; }) == 0) {
        return fail(ErrorCode::invalidArgument, "there is no such marker");
    }
    return {};
}

Result<void> setInOut(Project& project, std::optional<core::FrameRange> inOut) {
    if (inOut && (inOut->empty() || inOut->first < 0 ||
                  (project.film.frameCount > 0 && inOut->end > project.film.frameCount))) {
        return fail(ErrorCode::invalidArgument, "in and out must lie inside of the film", {},
                    "Put the in point before the out point");
    }
    project.inOut = inOut;
    return {};
}

}  // namespace lipwright::project
