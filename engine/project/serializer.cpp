#include "engine/project/serializer.h"

#include "engine/core/atomicfile.h"
#include "engine/project/jsonwriter_p.h"

namespace lipwright::project {
namespace {

using Json = nlohmann::ordered_json;

/// UTF-8 with forward slashes; relative to the project's folder unless that would climb out of the
/// file system's root.
std::string portablePath(const std::filesystem::path& path, const std::filesystem::path& folder) {
    if (path.empty()) {
        return {};
    }
    const auto relative = path.lexically_relative(folder);
    const auto& written = relative.empty() ? path : relative;
    const auto text = written.generic_u8string();
    return {text.begin(), text.end()};
}

Json toJson(const MediaReference& media, const std::filesystem::path& folder) {
    const auto absolute = media.path.generic_u8string();
    return {{"path", portablePath(media.path, folder)},
            {"absolutePath", std::string(absolute.begin(), absolute.end())},
            {"fingerprint", media.fingerprint},
            {"bytes", media.bytes}};
}

Json toJson(const DubTrack& dub, const std::filesystem::path& folder) {
    Json json = {{"id", dub.id},
                 {"name", dub.name},
                 {"language", dub.language},
                 {"media", toJson(dub.media, folder)},
                 {"stream", dub.stream},
                 {"offsetMicroseconds", dub.offsetMicroseconds},
                 {"gainDecibels", dub.gainDecibels},
                 {"muted", dub.muted},
                 {"solo", dub.solo}};
    if (dub.actor) {
        json["actor"] = *dub.actor;
    }
    return json;
}

Json toJson(const CastMember& member) {
    Json json = {{"actor", member.actor}, {"name", member.name}};
    if (member.consent) {
        json["consent"] = {{"person", member.consent->person},
                           {"date", member.consent->date},
                           {"scope", member.consent->scope},
                           {"reference", member.consent->reference}};
    }
    return json;
}

}  // namespace

std::string toJson(const Project& project, const std::filesystem::path& folder) {
    Json json = {{"format", "lipwright project"}, {"version", kProjectVersion}};
    json["nextId"] = project.nextId;
    if (!project.film.media.path.empty()) {
        json["film"] = {{"media", toJson(project.film.media, folder)},
                        {"frameCount", project.film.frameCount},
                        {"frameDuration",
                         Json::array({project.film.frameNumerator, project.film.frameDenominator})},
                        {"startTimecode", project.film.startTimecode}};
    }
    if (project.inOut) {
        json["inOut"] = toJson(*project.inOut);
    }
    for (const char* list : {"dubs", "cast", "markers", "presets", "segments"}) {
        json[list] = Json::array();
    }
    for (const DubTrack& dub : project.dubs) {
        json["dubs"].push_back(toJson(dub, folder));
    }
    for (const CastMember& member : project.cast) {
        json["cast"].push_back(toJson(member));
    }
    for (const Marker& marker : project.markers) {
        json["markers"].push_back(
            {{"id", marker.id}, {"frame", marker.frame}, {"name", marker.name}});
    }
    for (const Preset& preset : project.presets) {
        json["presets"].push_back(
            {{"id", preset.id}, {"name", preset.name}, {"settings", toJson(preset.settings)}});
    }
    for (const Segment& segment : project.segments) {
        json["segments"].push_back(toJson(segment));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<void> saveProject(const std::filesystem::path& file, const Project& project) {
    return core::writeFileAtomically(
        file, toJson(project, std::filesystem::absolute(file).parent_path()));
}

core::Result<Project> loadProject(const std::filesystem::path& file) {
    constexpr std::size_t kMaximumBytes = 128U << 20;
    const auto text = core::readSmallFile(file, kMaximumBytes);
    if (!text) {
        return core::passOn(text);
    }
    return projectFromJson(*text, std::filesystem::absolute(file).parent_path(), file.string());
}

std::filesystem::path dataFolder(const std::filesystem::path& projectFile) {
    auto folder = projectFile;
    folder.replace_extension(".lipwright-data");
    return folder;
}

}  // namespace lipwright::project
