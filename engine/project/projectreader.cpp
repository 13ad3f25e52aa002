// Reads a project file: every value is checked, since files come from anywhere.
#include "engine/project/edits_p.h"
#include "engine/project/jsondepth_p.h"
#include "engine/project/jsonnames_p.h"
#include "engine/project/serializer.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <span>

namespace lipwright::project {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaximumItems = 1'000'000;

/// What is wrong and where in the file; caught at the file's edge.
struct Refusal {
    std::string path;
    std::string reason;
};

/// A value of the file and the way to it ("segments[3].takes[0]").
class Value {
public:
    Value(const Json& json, std::string path) : m_json(json), m_path(std::move(path)) {}

    [[noreturn]] void refuse(const std::string& reason) const { throw Refusal{m_path, reason}; }

    [[nodiscard]] bool has(const char* key) const {
        return m_json.is_object() && m_json.contains(key);
    }
    [[nodiscard]] Value at(const char* key) const {
        if (!m_json.is_object()) {
            refuse("an object is expected here");
        }
        const auto found = m_json.find(key);
        if (found == m_json.end()) {
            refuse(std::string("'") + key + "' is missing");
        }
        return {*found, m_path.empty() ? key : m_path + "." + key};
    }
    [[nodiscard]] std::vector<Value> items() const {
        if (!m_json.is_array()) {
            refuse("a list is expected here");
        }
        if (m_json.size() > kMaximumItems) {
            refuse("the list is too long");
        }
        std::vector<Value> list;
        for (std::size_t i = 0; i < m_json.size(); ++i) {
            list.emplace_back(m_json[i], m_path + "[" + std::to_string(i) + "]");
        }
        return list;
    }
    [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const {
        if (!m_json.is_number_integer()) {
            refuse("a whole number is expected here");
        }
        if (m_json.is_number_unsigned() &&
            m_json.get<std::uint64_t>() > static_cast<std::uint64_t>(high)) {
            refuse("the number is too large");
        }
        const auto value = m_json.get<std::int64_t>();
        if (value < low || value > high) {
            refuse("the number must lie between " + std::to_string(low) + " and " +
                   std::to_string(high));
        }
        return value;
    }
    [[nodiscard]] double number() const {
        if (!m_json.is_number() || !std::isfinite(m_json.get<double>())) {
            refuse("a number is expected here");
        }
        return m_json.get<double>();
    }
    [[nodiscard]] bool boolean() const {
        if (!m_json.is_boolean()) {
            refuse("true or false is expected here");
        }
        return m_json.get<bool>();
    }
    [[nodiscard]] std::string text() const {
        if (!m_json.is_string()) {
            refuse("a text is expected here");
        }
        auto value = m_json.get<std::string>();
        if (value.size() > kMaximumText) {
            refuse("the text is too long");
        }
        return value;
    }
    template <typename Enum, std::size_t Count>
    [[nodiscard]] Enum word(const std::array<std::string_view, Count>& words) const {
        const std::string value = text();
        const auto found = std::ranges::find(words, value);
        if (found == words.end()) {
            refuse("'" + value + "' is not known here");
        }
        return static_cast<Enum>(found - words.begin());
    }
    [[nodiscard]] const Json& json() const { return m_json; }

private:
    const Json& m_json;
    std::string m_path;
};

std::filesystem::path pathOf(const std::string& text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

Id idOf(const Value& value) {
    return value.integer(1, kMaximumFrames);
}

core::FrameRange framesOf(const Value& value) {
    const auto ends = value.items();
    if (ends.size() != 2) {
        value.refuse("two frame numbers are expected here");
    }
    const core::FrameRange frames{ends[0].integer(0, kMaximumFrames),
                                  ends[1].integer(0, kMaximumFrames)};
    if (frames.empty()) {
        value.refuse("the range is empty");
    }
    return frames;
}

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

SegmentSettings settingsOf(const Value& value) {
    SegmentSettings settings;
    settings.engine = value.at("engine").text();
    settings.strength = value.at("strength").number();
    settings.feather = value.at("feather").number();
    settings.fadeFrames = static_cast<int>(value.at("fadeFrames").integer(0, 1000));
    settings.offsetMicroseconds =
        value.at("offsetMicroseconds").integer(-kMaximumFrames, kMaximumFrames);
    if (const auto problem = settingsProblem(settings); !problem.empty()) {
        value.refuse(problem);
    }
    return settings;
}

Take takeOf(const Value& value) {
    Take take;
    take.id = idOf(value.at("id"));
    take.name = value.at("name").text();
    take.folder = pathOf(value.at("folder").text());
    take.frames = framesOf(value.at("frames"));
    take.quality = value.at("quality").word<TakeQuality>(kQualityNames);
    take.settings = settingsOf(value.at("settings"));
    take.engine = value.at("engine").text();
    const Value models = value.at("models");
    if (!models.json().is_object()) {
        models.refuse("an object is expected here");
    }
    for (const auto& [role, sha256] : models.json().items()) {
        take.models[role] = models.at(role.c_str()).text();
    }
    take.created = value.at("created").text();
    take.bytes = value.at("bytes").integer(0, std::int64_t{1} << 60);
    take.seconds = value.at("seconds").number();
    if (const auto problem = takeProblem(take); !problem.empty()) {
        value.refuse(problem);
    }
    return take;
}

Segment segmentOf(const Value& value) {
    Segment segment;
    segment.id = idOf(value.at("id"));
    segment.frames = framesOf(value.at("frames"));
    segment.actor = static_cast<int>(value.at("actor").integer(0, kMaximumActor));
    segment.track = static_cast<int>(value.at("track").integer(-1, 100'000'000));
    segment.dubTrack = idOf(value.at("dubTrack"));
    segment.status = value.at("status").word<SegmentStatus>(kStatusNames);
    segment.settings = settingsOf(value.at("settings"));
    segment.text = value.at("text").text();
    segment.notes = value.at("notes").text();
    for (const Value& take : value.at("takes").items()) {
        segment.takes.push_back(takeOf(take));
    }
    segment.activeTake = value.at("activeTake").integer(0, kMaximumFrames);
    return segment;
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
    for (const Value& segment : value.at("segments").items()) {
        project.segments.push_back(segmentOf(segment));
    }
    sortSegments(project);
    std::ranges::sort(project.cast, {}, &CastMember::actor);
    std::ranges::sort(project.dubs, {}, &DubTrack::id);
    std::ranges::sort(project.markers, [](const Marker& a, const Marker& b) {
        return a.frame != b.frame ? a.frame < b.frame : a.id < b.id;
    });
    if (const auto problems = invariants(project); !problems.empty()) {
        value.refuse(problems.front());
    }
    return project;
}

void checkFormat(const Value& root) {
    if (!root.has("format") || root.at("format").text() != "lipwright project") {
        root.refuse("it is not a Lipwright project");
    }
    const auto version = root.at("version").integer(1, 1'000'000);
    if (version > kProjectVersion) {
        root.refuse("it was written by a newer Lipwright (file version " + std::to_string(version) +
                    ", known up to " + std::to_string(kProjectVersion) + ")");
    }
}

}  // namespace

core::Result<Project> projectFromJson(std::string_view text, const std::filesystem::path& folder,
                                      const std::string& place) {
    const auto damaged = [&](const std::string& reason, const std::string& where) {
        return core::fail(core::ErrorCode::ioFailure, reason,
                          where.empty() ? place : place + ", " + where,
                          "Open an earlier copy or the autosave of the project");
    };
    if (nestsTooDeeply(text, 32)) {
        return damaged("it is not a Lipwright project: it nests too deeply", {});
    }
    try {
        const Json json = Json::parse(text);
        const Value root(json, {});
        checkFormat(root);
        return projectOf(root, folder);
    } catch (const Json::parse_error& error) {
        return damaged("the project file is damaged", "byte " + std::to_string(error.byte));
    } catch (const Refusal& refusal) {
        return damaged(refusal.reason, refusal.path);
    } catch (const std::exception& error) {
        return damaged(std::string("the project file is damaged: ") + error.what(), {});
    }
}

}  // namespace lipwright::project
