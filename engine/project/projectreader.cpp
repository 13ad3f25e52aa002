// Reads a project file. Segments are segmentreader.cpp's, retouching retouchreader.cpp's.
#include "engine/core/jsondepth.h"
#include "engine/project/jsonvalue_p.h"
#include "engine/project/serializer.h"

namespace lipwright::project {
namespace {

/// Beside the project if it lies there, else where it last was.
MediaReference mediaOf(const Value& value, const std::filesystem::path& folder) {
    MediaReference media;
    const auto relative = pathOf(value.at("path").text());
    const auto near = (folder / relative).lexically_normal();
    media.path = near;
    if (value.has("absolutePath")) {
        const auto known = pathOf(value.at("absolutePath").text());
        std::error_code problem;
        if (known.is_absolute() && !std::filesystem::exists(near, problem) &&
            std::filesystem::exists(known, problem)) {
            media.path = known.lexically_normal();
        }
    }
    media.fingerprint = value.at("fingerprint").text();
    media.bytes = value.at("bytes").integer(0, std::int64_t{1} << 60);
    return media;
}

Film filmOf(const Value& value, const std::filesystem::path& folder) {
    Film film;
    film.media = mediaOf(value.at("media"), folder);
    film.frameCount = value.at("frameCount").integer(1, kMaximumFrames);
    const auto duration = value.at("frameDuration").items();
    if (duration.size() != 2) {
        value.at("frameDuration").refuse("two numbers are expected here");
    }
    film.frameNumerator = static_cast<std::int32_t>(duration[0].integer(1, 1'000'000'000));
    film.frameDenominator = static_cast<std::int32_t>(duration[1].integer(1, 1'000'000'000));
    film.startTimecode = value.at("startTimecode").text();
    return film;
}

DubTrack dubOf(const Value& value, const std::filesystem::path& folder) {
    DubTrack dub;
    dub.id = idOf(value.at("id"));
    dub.name = value.at("name").text();
    dub.language = value.at("language").text();
    dub.media = mediaOf(value.at("media"), folder);
    dub.stream = static_cast<int>(value.at("stream").integer(0, 1000));
    dub.offsetMicroseconds =
        value.at("offsetMicroseconds").integer(-kDayMicroseconds, kDayMicroseconds);
    dub.gainDecibels = value.at("gainDecibels").number();
    if (dub.gainDecibels < -96.0 || dub.gainDecibels > 48.0) {
        value.at("gainDecibels").refuse("the gain must lie between -96 and 48");
    }
    dub.muted = value.at("muted").boolean();
    dub.solo = value.at("solo").boolean();
    if (value.has("actor")) {
        dub.actor = static_cast<int>(value.at("actor").integer(0, kMaximumActor));
    }
    return dub;
}

CastMember memberOf(const Value& value) {
    CastMember member;
    member.actor = static_cast<int>(value.at("actor").integer(0, kMaximumActor));
    member.name = value.at("name").text();
    if (value.has("consent")) {
        const Value consent = value.at("consent");
        member.consent = Consent{consent.at("person").text(), consent.at("date").text(),
                                 consent.at("scope").text(), consent.at("reference").text()};
    }
    return member;
}

/// As the values of a project lie in memory, however they lie in the file.
void order(Project& project) {
    sortSegments(project);
    std::ranges::sort(project.cast, {}, &CastMember::actor);
    std::ranges::sort(project.dubs, {}, &DubTrack::id);
    std::ranges::sort(project.presets, {}, &Preset::id);
    std::ranges::sort(project.markers, [](const Marker& a, const Marker& b) {
        return a.frame != b.frame ? a.frame < b.frame : a.id < b.id;
    });
}

Project projectOf(const Value& value, const std::filesystem::path& folder) {
    Project project;
    project.nextId = idOf(value.at("nextId"));
    if (value.has("film")) {
        project.film = filmOf(value.at("film"), folder);
    }
    if (value.has("inOut")) {
        project.inOut = framesOf(value.at("inOut"));
    }
    for (const Value& dub : value.at("dubs").items()) {
        project.dubs.push_back(dubOf(dub, folder));
    }
    for (const Value& member : value.at("cast").items()) {
        project.cast.push_back(memberOf(member));
    }
    for (const Value& marker : value.at("markers").items()) {
        project.markers.push_back({idOf(marker.at("id")),
                                   marker.at("frame").integer(0, kMaximumFrames),
                                   marker.at("name").text()});
    }
    for (const Value& preset : value.at("presets").items()) {
        project.presets.push_back(
            {idOf(preset.at("id")), preset.at("name").text(), settingsOf(preset.at("settings"))});
    }
    for (const Value& segment : value.at("segments").items()) {
        project.segments.push_back(segmentOf(segment));
    }
    order(project);
    if (const auto problems = invariants(project); !problems.empty()) {
        value.refuse(problems.front());
    }
    return project;
}

/// The file's version.
std::int64_t checkFormat(const Value& root) {
    if (!root.has("format") || root.at("format").text() != "lipwright project") {
        root.refuse("it is not a Lipwright project");
    }
    const auto version = root.at("version").integer(1, 1'000'000);
    if (version > kProjectVersion) {
        root.refuse("it was written by a newer Lipwright (file version " + std::to_string(version) +
                    ", known up to " + std::to_string(kProjectVersion) + ")");
    }
    return version;
}

}  // namespace

core::Result<Project> projectFromJson(std::string_view text, const std::filesystem::path& folder,
                                      const std::string& place) {
    const auto damaged = [&](const std::string& reason, const std::string& where) {
        return core::fail(core::ErrorCode::ioFailure, reason,
                          where.empty() ? place : place + ", " + where,
                          "Open an earlier copy or the autosave of the project");
    };
    if (core::nestsTooDeeply(text, 32)) {
        return damaged("it is not a Lipwright project: it nests too deeply", {});
    }
    try {
        Json json = Json::parse(text);
        upgrade(json, checkFormat(Value(json, {})));
        return projectOf(Value(json, {}), folder);
    } catch (const Json::parse_error& error) {
        return damaged("the project file is damaged", "byte " + std::to_string(error.byte));
    } catch (const Refusal& refusal) {
        return damaged(refusal.reason, refusal.path);
    } catch (const std::exception& error) {
        return damaged(std::string("the project file is damaged: ") + error.what(), {});
    }
}

}  // namespace lipwright::project
