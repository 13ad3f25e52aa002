#include "engine/project/jsonnames_p.h"
#include "engine/project/jsonvalue_p.h"

namespace lipwright::project {
namespace {

SyncSummary summaryOf(const Value& value) {
    return {value.at("lseC").number(), value.at("lseD").number(), value.at("confidence").number(),
            value.at("coverage").number(),
            static_cast<int>(value.at("offsetFrames").integer(-1000, 1000))};
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
    if (value.has("scores")) {
        const Value scores = value.at("scores");
        take.scores = TakeScores{summaryOf(scores.at("expert")), summaryOf(scores.at("judge"))};
    }
    if (const auto problem = takeProblem(take); !problem.empty()) {
        value.refuse(problem);
    }
    return take;
}

}  // namespace

SegmentSettings settingsOf(const Value& value) {
    SegmentSettings settings;
    settings.engine = value.at("engine").text();
    settings.strength = value.at("strength").number();
    settings.feather = value.at("feather").number();
    settings.fadeFrames = static_cast<int>(value.at("fadeFrames").integer(0, 1000));
    settings.offsetMicroseconds =
        value.at("offsetMicroseconds").integer(-kMaximumFrames, kMaximumFrames);
    settings.silenceGateDecibels = value.at("silenceGateDecibels").number();
    settings.model = value.at("model").text();
    settings.articulation = value.at("articulation").number();
    settings.liveliness = value.at("liveliness").number();
    settings.pickedFrames = value.at("pickedFrames").integers(kMaximumListed, 0, kMaximumFrames);
    settings.bannedFrames = value.at("bannedFrames").integers(kMaximumListed, 0, kMaximumFrames);
    if (const auto problem = settingsProblem(settings); !problem.empty()) {
        value.refuse(problem);
    }
    return settings;
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
    if (value.has("shape")) {
        segment.shape = shapeOf(value.at("shape"));
    }
    if (value.has("retouch")) {
        segment.retouch = retouchOf(value.at("retouch"));
    }
    segment.text = value.at("text").text();
    segment.notes = value.at("notes").text();
    for (const Value& take : value.at("takes").items()) {
        segment.takes.push_back(takeOf(take));
    }
    segment.activeTake = value.at("activeTake").integer(0, kMaximumFrames);
    return segment;
}

}  // namespace lipwright::project
