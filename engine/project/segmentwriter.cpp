#include "engine/project/jsonnames_p.h"
#include "engine/project/jsonwriter_p.h"

namespace lipwright::project {

using Json = nlohmann::ordered_json;

namespace {

using project::toJson;  // of frame ranges and settings

Json toJson(const SyncSummary& summary) {
    return {{"lseC", summary.lseC},
            {"lseD", summary.lseD},
            {"confidence", summary.confidence},
            {"coverage", summary.coverage},
            {"offsetFrames", summary.offsetFrames}};
}

Json toJson(const Take& take) {
    const auto folder = take.folder.generic_u8string();
    Json models = Json::object();
    for (const auto& [role, sha256] : take.models) {
        models[role] = sha256;
    }
    Json json = {{"id", take.id},
                 {"name", take.name},
                 {"folder", std::string(folder.begin(), folder.end())},
                 {"frames", toJson(take.frames)},
                 {"quality", kQualityNames[static_cast<std::size_t>(take.quality)]},
                 {"settings", toJson(take.settings)},
                 {"engine", take.engine},
                 {"models", std::move(models)},
                 {"created", take.created},
                 {"bytes", take.bytes},
                 {"seconds", take.seconds}};
    if (take.scores) {
        json["scores"] = {{"expert", toJson(take.scores->expert)},
                          {"judge", toJson(take.scores->judge)}};
    }
    return json;
}

}  // namespace

Json toJson(const SegmentSettings& settings) {
    return {{"engine", settings.engine},
            {"strength", settings.strength},
            {"feather", settings.feather},
            {"fadeFrames", settings.fadeFrames},
            {"offsetMicroseconds", settings.offsetMicroseconds},
            {"silenceGateDecibels", settings.silenceGateDecibels},
            {"model", settings.model},
            {"articulation", settings.articulation},
            {"liveliness", settings.liveliness},
            {"pickedFrames", settings.pickedFrames},
            {"bannedFrames", settings.bannedFrames}};
}

Json toJson(const Segment& segment) {
    Json takes = Json::array();
    for (const Take& take : segment.takes) {
        takes.push_back(toJson(take));
    }
    Json json = {{"id", segment.id},
                 {"frames", toJson(segment.frames)},
                 {"actor", segment.actor},
                 {"track", segment.track},
                 {"dubTrack", segment.dubTrack},
                 {"status", kStatusNames[static_cast<std::size_t>(segment.status)]},
                 {"settings", toJson(segment.settings)}};
    if (!segment.shape.empty()) {
        json["shape"] = toJson(segment.shape);
    }
    if (segment.retouch != Retouch{}) {
        json["retouch"] = toJson(segment.retouch);
    }
    json["text"] = segment.text;
    json["notes"] = segment.notes;
    json["takes"] = std::move(takes);
    json["activeTake"] = segment.activeTake;
    return json;
}

}  // namespace lipwright::project
