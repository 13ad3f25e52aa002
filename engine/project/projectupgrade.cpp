// Older project files as the next version writes them. What is not as it should be stays as it is:
// the reader refuses it with its place.
#include "engine/project/jsonvalue_p.h"

#include <array>

namespace lipwright::project {
namespace {

/// The objects in a list of an object; none when there is no such list.
template <typename Visit>
void forEachIn(Json& owner, const char* list, const Visit& visit) {
    if (!owner.is_object() || !owner.contains(list) || !owner[list].is_array()) {
        return;
    }
    for (Json& item : owner[list]) {
        if (item.is_object()) {
            visit(item);
        }
    }
}

template <typename Visit>
void forSettingsOf(Json& owner, const Visit& visit) {
    if (owner.contains("settings") && owner["settings"].is_object()) {
        visit(owner["settings"]);
    }
}

void addSettingsOfVersion2(Json& settings) {
    settings["silenceGateDecibels"] = SegmentSettings::kNoSilenceGate;
    settings["model"] = "";
    settings["pickedFrames"] = Json::array();
    settings["bannedFrames"] = Json::array();
}

void addSettingsOfVersion3(Json& settings) {
    settings["articulation"] = 0.0;
    settings["liveliness"] = 0.0;
}

/// Presets, and settings of the silence gate, the model and the library's frames.
void fromVersion1(Json& json) {
    json["presets"] = Json::array();
    forEachIn(json, "segments", [](Json& segment) {
        forSettingsOf(segment, addSettingsOfVersion2);
        segment.erase("shape");  // unknown to version 1
        segment.erase("retouch");
        forEachIn(segment, "takes", [](Json& take) {
            forSettingsOf(take, addSettingsOfVersion2);
            take.erase("scores");
        });
    });
}

/// The speaking style.
void fromVersion2(Json& json) {
    forEachIn(json, "presets", [](Json& preset) { forSettingsOf(preset, addSettingsOfVersion3); });
    forEachIn(json, "segments", [](Json& segment) {
        forSettingsOf(segment, addSettingsOfVersion3);
        forEachIn(segment, "takes", [](Json& take) { forSettingsOf(take, addSettingsOfVersion3); });
    });
}

}  // namespace

void upgrade(Json& json, std::int64_t version) {
    constexpr std::array kSteps = {&fromVersion1, &fromVersion2};
    for (auto step = static_cast<std::size_t>(version - 1); step < kSteps.size(); ++step) {
        kSteps[step](json);
    }
}

}  // namespace lipwright::project
