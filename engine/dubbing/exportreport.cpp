#include "engine/dubbing/exportreport.h"

#include "engine/dubbing/exportparts_p.h"

#include <nlohmann/json.hpp>

namespace lipwright::dubbing {
namespace {

using Json = nlohmann::ordered_json;

const char* statusOf(project::SegmentStatus status) {
    static constexpr const char* kNames[] = {"new", "rendered", "review", "approved", "bypass"};
    return kNames[static_cast<std::size_t>(status)];
}

Json takeOf(const project::Take& take) {
    Json models = Json::object();
    for (const auto& [role, sha256] : take.models) {
        models[role] = sha256;
    }
    return {{"name", take.name},
            {"engine", take.engine},
            {"models", models},
            {"quality", take.quality == project::TakeQuality::draft ? "draft" : "final"},
            {"created", take.created},
            {"strength", take.settings.strength},
            {"feather", take.settings.feather},
            {"fadeFrames", take.settings.fadeFrames},
            {"offsetMicroseconds", take.settings.offsetMicroseconds}};
}

Json segmentOf(const project::Project& project, const project::Segment& segment,
               const std::vector<ShownSegment>& shown) {
    const auto timecode = timecodeOf(project.film);
    Json json = {{"in", core::toTimecode(segment.frames.first, timecode)},
                 {"out", core::toTimecode(segment.frames.end, timecode)},
                 {"frames", {segment.frames.first, segment.frames.end}},
                 {"actor", project::displayName(project, segment.actor)},
                 {"status", statusOf(segment.status)},
                 {"text", segment.text},
                 {"notes", segment.notes}};
    const auto place = std::ranges::find(shown, &segment, &ShownSegment::segment);
    json["changed"] = place != shown.end();
    if (place != shown.end()) {
        json["changedFrames"] = {place->take.frames.first, place->take.frames.end};
        json["take"] = takeOf(*segment.active());
    }
    return json;
}

Json castOf(const project::Project& project) {
    Json cast = Json::array();
    for (const project::CastMember& member : project.cast) {
        Json json = {{"actor", project::displayName(project, member.actor)}};
        if (member.consent) {
            json["consent"] = {{"person", member.consent->person},
                               {"date", member.consent->date},
                               {"scope", member.consent->scope},
                               {"reference", member.consent->reference}};
        } else {
            json["consent"] = "not recorded";
        }
        cast.push_back(json);
    }
    return cast;
}

}  // namespace

std::string exportReport(const project::Project& project, const std::filesystem::path& takes,
                         const ExportSettings& settings, const ReportFacts& facts) {
    const auto shown = shownSegments(project, takes, settings, facts.language);
    Json json = {{"program", "Lipwright"},
                 {"statement",
                  "Mouth movements in this film were re-synthesised to match a dubbed "
                  "voice"},
                 {"film",
                  {{"name", project.film.media.path.filename().string()},
                   {"fingerprint", project.film.media.fingerprint},
                   {"frames", project.film.frameCount}}},
                 {"language", facts.language},
                 {"preset", nameOf(settings.preset)},
                 {"frames", facts.frames},
                 {"changedFrames", facts.changedFrames},
                 {"consent", consentText(project, shown)},
                 {"cast", castOf(project)}};
    json["voices"] = Json::array();
    for (const project::DubTrack& dub : project.dubs) {
        if (dub.language == facts.language) {
            json["voices"].push_back({{"name", dub.name},
                                      {"fingerprint", dub.media.fingerprint},
                                      {"offsetMicroseconds", dub.offsetMicroseconds},
                                      {"gainDecibels", dub.gainDecibels},
                                      {"muted", dub.muted}});
        }
    }
    if (!facts.voiceNote.empty()) {
        json["voiceNote"] = facts.voiceNote;
    }
    json["written"] = Json::object();
    for (const auto& [name, sha256] : facts.writtenSha256) {
        json["written"][name] = sha256;
    }
    json["segments"] = Json::array();
    for (const project::Segment& segment : project.segments) {
        const project::DubTrack* dub = project.dub(segment.dubTrack);
        if (dub != nullptr && dub->language == facts.language) {
            json["segments"].push_back(segmentOf(project, segment, shown));
        }
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lipwright::dubbing
