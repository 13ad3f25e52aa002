#include "engine/synthesis/take.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::synthesis {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr const char* kPicked = "pickedFrames";
constexpr const char* kBanned = "bannedFrames";
constexpr int kLongestSide = 16384;
constexpr std::size_t kMostFrames = 10'000'000;

Json sizeToJson(cv::Size size) {
    return Json::array({size.width, size.height});
}

Json frameToJson(const FramePlan& frame) {
    Json json;
    if (!frame.passThroughReason.empty()) {
        json["passThrough"] = frame.passThroughReason;
    }
    json["position"] = Json::array({frame.position.x, frame.position.y});
    json["weight"] = frame.weight;
    json["sources"] = frame.sources;
    json["wanted"] = frame.wanted;
    return json;
}

struct Invalid {
    std::string what;
};

void require(bool condition, const char* what) {
    if (!condition) {
        throw Invalid{what};
    }
}

cv::Size sizeFromJson(const Json& json) {
    require(json.is_array() && json.size() == 2, "a size is not two numbers");
    const cv::Size size(json.at(0).get<int>(), json.at(1).get<int>());
    require(size.width > 0 && size.height > 0 && size.width <= kLongestSide &&
                size.height <= kLongestSide,
            "a size is out of range");
    return size;
}

FramePlan frameFromJson(const Json& json, const Take& take) {
    FramePlan frame;
    frame.passThroughReason = json.value("passThrough", std::string());
    const Json& position = json.at("position");
    require(position.is_array() && position.size() == 2, "a position is not two numbers");
    frame.position = {position.at(0).get<int>(), position.at(1).get<int>()};
    require(frame.position.x >= 0 && frame.position.y >= 0 &&
                frame.position.x <= take.filmSize.width - take.patchSize.width &&
                frame.position.y <= take.filmSize.height - take.patchSize.height,
            "a patch lies outside the film");
    frame.weight = json.at("weight").get<double>();
    require(frame.weight >= 0.0 && frame.weight <= 1.0, "a weight is not in 0..1");
    frame.sources = json.at("sources").get<std::vector<std::int64_t>>();
    const auto wanted = json.at("wanted").get<std::vector<float>>();
    require(wanted.size() == frame.wanted.size(), "the mouth shape has another number of measures");
    std::copy(wanted.begin(), wanted.end(), frame.wanted.begin());
    return frame;
}

/// Takes made before frames could be chosen by hand say nothing of them.
std::vector<std::int64_t> framesFromJson(const Json& json, const char* key) {
    auto frames = json.value(key, std::vector<std::int64_t>());
    require(std::ranges::is_sorted(frames) && (frames.empty() || frames.front() >= 0),
            "frames chosen by hand are not in order");
    return frames;
}

Json settingsToJson(const EngineSettings& settings) {
    Json json = {{"strength", settings.strength},
                 {"feather", settings.feather},
                 {"fadeFrames", settings.fadeFrames},
                 {"excludedNeighbours", settings.excludedNeighbours}};
    if (!settings.pickedFrames.empty()) {
        json[kPicked] = settings.pickedFrames;
    }
    if (!settings.bannedFrames.empty()) {
        json[kBanned] = settings.bannedFrames;
    }
    return json;
}

EngineSettings settingsFromJson(const Json& json) {
    EngineSettings settings;
    settings.strength = json.at("strength").get<double>();
    settings.feather = json.at("feather").get<double>();
    settings.fadeFrames = json.at("fadeFrames").get<int>();
    settings.excludedNeighbours = json.at("excludedNeighbours").get<int>();
    settings.pickedFrames = framesFromJson(json, kPicked);
    settings.bannedFrames = framesFromJson(json, kBanned);
    require(std::isfinite(settings.strength) && std::isfinite(settings.feather),
            "a setting is not a number");
    return settings;
}

Take takeFrom(const Json& json) {
    require(json.is_object(), "it is not a take");
    require(json.at("lipwrightTake").get<int>() == kVersion, "it is of an unknown version");
    Take take;
    take.engine = json.at("engine").get<std::string>();
    take.settings = settingsFromJson(json.at("settings"));
    take.origin.models = json.at("models").get<std::map<std::string, std::string>>();
    take.origin.sources = json.at("origin").get<std::map<std::string, std::string>>();
    take.origin.provenance = json.at("provenance").get<std::string>();
    take.firstFrame = json.at("firstFrame").get<std::int64_t>();
    require(take.firstFrame >= 0, "its first frame is negative");
    take.filmSize = sizeFromJson(json.at("filmSize"));
    take.patchSize = sizeFromJson(json.at("patchSize"));
    take.bitDepth = json.at("bitDepth").get<int>();
    require(take.bitDepth == 8 || take.bitDepth == 16, "its bit depth is neither 8 nor 16");
    take.chunkFrames = json.at("chunkFrames").get<int>();
    require(take.chunkFrames > 0 && take.chunkFrames <= 100'000,
            "its chunk length is out of range");
    take.notes = json.at("notes").get<std::vector<std::string>>();
    const Json& frames = json.at("frames");
    require(frames.is_array() && !frames.empty() && frames.size() <= kMostFrames,
            "its number of frames is out of range");
    for (const Json& frame : frames) {
        take.frames.push_back(frameFromJson(frame, take));
    }
    return take;
}

}  // namespace

std::string toJson(const Take& take) {
    Json json;
    json["lipwrightTake"] = kVersion;
    json["engine"] = take.engine;
    json["settings"] = settingsToJson(take.settings);
    json["models"] = take.origin.models;
    json["origin"] = take.origin.sources;
    json["provenance"] = take.origin.provenance;
    json["firstFrame"] = take.firstFrame;
    json["filmSize"] = sizeToJson(take.filmSize);
    json["patchSize"] = sizeToJson(take.patchSize);
    json["bitDepth"] = take.bitDepth;
    json["chunkFrames"] = take.chunkFrames;
    json["notes"] = take.notes;
    json["frames"] = Json::array();
    for (const FramePlan& frame : take.frames) {
        json["frames"].push_back(frameToJson(frame));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<Take> takeFromJson(std::string_view text, const std::string& place) {
    std::string reason;
    try {
        return takeFrom(Json::parse(text));
    } catch (const Invalid& invalid) {
        reason = invalid.what;
    } catch (const nlohmann::json::exception& exception) {
        reason = exception.what();
    }
    return core::fail(core::ErrorCode::damagedMedia, "the take can not be used: " + reason, place,
                      "Render the segment again");
}

}  // namespace lipwright::synthesis
