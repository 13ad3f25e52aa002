#include "engine/core/jsondepth.h"
#include "engine/core/jsonvalue.h"
#include "engine/models/actormodeljson_p.h"
#include "engine/models/hexadecimal_p.h"

#include <set>

namespace lipwright::models {

namespace {

using core::Value;
using Ordered = nlohmann::ordered_json;

constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMostRanges = 100'000;
constexpr std::size_t kMostPoints = 100'000;
constexpr std::size_t kMostEntries = 1'000;
constexpr std::int64_t kMostFrames = std::int64_t{1} << 40;
constexpr int kMostActor = 100'000;
constexpr int kMostLate = 1'000;

const Value& object(const Value& value) {
    if (!value.json().is_object()) {
        value.refuse("an object is expected here");
    }
    if (value.json().size() > kMostEntries) {
        value.refuse("it has too many entries");
    }
    return value;
}

Metrics metricsOf(const Value& value) {
    Metrics metrics;
    for (const auto& [name, number] : object(value).json().items()) {
        metrics[name] = Value(number, name).number();
    }
    return metrics;
}

std::string checksumOf(const Value& value) {
    auto text = value.text();
    if (!isSha256(text)) {
        value.refuse("64 lower-case hexadecimal digits are expected here");
    }
    return text;
}

double secondsOf(const Value& value) {
    const double seconds = value.number();
    if (seconds < 0.0) {
        value.refuse("a time can not be negative");
    }
    return seconds;
}

AdaptedPart partOf(const Value& value) {
    AdaptedPart part;
    part.role = value.at("role").text();
    part.file = value.at("file").text();
    if (!isPlainFileName(part.role) || !isPlainFileName(part.file) ||
        part.file == kActorModelFile) {
        value.refuse("'" + part.file + "' can not be a weights file of the model");
    }
    part.sha256 = checksumOf(value.at("sha256"));
    part.baseSha256 = checksumOf(value.at("baseSha256"));
    part.before = metricsOf(value.at("before"));
    part.after = metricsOf(value.at("after"));
    return part;
}

std::vector<AdaptedPart> partsOf(const Value& value) {
    std::vector<AdaptedPart> parts;
    std::set<std::string> names;
    for (const Value& item : value.items(kMostEntries)) {
        parts.push_back(partOf(item));
        if (!names.insert(parts.back().role).second || !names.insert(parts.back().file).second) {
            item.refuse("a role or file is named twice");
        }
    }
    if (parts.empty()) {
        value.refuse("it has no weights");
    }
    return parts;
}

std::vector<core::FrameRange> rangesOf(const Value& value) {
    std::vector<core::FrameRange> ranges;
    std::int64_t end = 0;
    for (const Value& item : value.items(kMostRanges)) {
        const auto ends = item.integers(2, end, kMostFrames);
        if (ends.size() != 2 || ends[0] >= ends[1]) {
            item.refuse("two ascending frame numbers are expected here");
        }
        ranges.push_back({ends[0], ends[1]});
        end = ends[1];
    }
    return ranges;
}

std::vector<int> latesOf(const Value& value, std::size_t ranges) {
    const auto lates = value.integers(kMostRanges, -kMostLate, kMostLate);
    if (lates.size() != ranges) {
        value.refuse("a number for each range of \"validatedOn\" is expected here");
    }
    return {lates.begin(), lates.end()};
}

std::vector<LearningPoint> learningOf(const Value& value) {
    std::vector<LearningPoint> points;
    for (const Value& item : value.items(kMostPoints)) {
        points.push_back(
            {item.at("role").text(), secondsOf(item.at("seconds")), metricsOf(item.at("metrics"))});
    }
    return points;
}

std::uint64_t seedOf(const Value& value) {
    if (!value.json().is_number_unsigned()) {
        value.refuse("a whole number from 0 on is expected here");
    }
    return value.json().get<std::uint64_t>();
}

ActorModel modelOf(const Value& value) {
    ActorModel model;
    model.id = value.at("id").text();
    if (!isActorModelId(model.id)) {
        value.at("id").refuse("16 lower-case hexadecimal digits are expected here");
    }
    model.name = value.at("name").text();
    if (model.name.size() > kLongestActorModelName) {
        value.at("name").refuse("the name is too long");
    }
    model.actor = static_cast<int>(value.at("actor").integer(0, kMostActor));
    model.filmFingerprint = value.at("filmFingerprint").text();
    model.created = value.at("created").text();
    model.seconds = secondsOf(value.at("seconds"));
    model.trainedOn = rangesOf(value.at("trainedOn"));
    model.validatedOn = rangesOf(value.at("validatedOn"));
    if (value.has("soundLate")) {
        model.soundLate = static_cast<int>(value.at("soundLate").integer(-kMostLate, kMostLate));
    }
    if (value.has("validatedLate")) {
        model.validatedLate = latesOf(value.at("validatedLate"), model.validatedOn.size());
    }
    model.seed = seedOf(value.at("seed"));
    const Value settings = value.at("settings");
    for (const auto& [key, text] : object(settings).json().items()) {
        model.settings[key] = Value(text, key).text();
    }
    model.parts = partsOf(value.at("parts"));
    model.learning = learningOf(value.at("learning"));
    return model;
}

Ordered toJson(const std::vector<core::FrameRange>& ranges) {
    Ordered list = Ordered::array();
    for (const core::FrameRange& range : ranges) {
        list.push_back({range.first, range.end});
    }
    return list;
}

Ordered toJson(const ActorModel& model) {
    Ordered json = {{"version", kActorModelVersion},
                    {"id", model.id},
                    {"name", model.name},
                    {"actor", model.actor},
                    {"filmFingerprint", model.filmFingerprint},
                    {"created", model.created},
                    {"seconds", model.seconds},
                    {"trainedOn", toJson(model.trainedOn)},
                    {"validatedOn", toJson(model.validatedOn)}};
    if (model.soundLate) {
        json["soundLate"] = *model.soundLate;
    }
    if (!model.validatedLate.empty()) {
        json["validatedLate"] = model.validatedLate;
    }
    json["seed"] = model.seed;
    json["settings"] = model.settings;
    json["parts"] = Ordered::array();
    for (const AdaptedPart& part : model.parts) {
        json["parts"].push_back({{"role", part.role},
                                 {"file", part.file},
                                 {"sha256", part.sha256},
                                 {"baseSha256", part.baseSha256},
                                 {"before", part.before},
                                 {"after", part.after}});
    }
    json["learning"] = Ordered::array();
    for (const LearningPoint& point : model.learning) {
        json["learning"].push_back(
            {{"role", point.role}, {"seconds", point.seconds}, {"metrics", point.metrics}});
    }
    return json;
}

}  // namespace

bool isPlainFileName(const std::string& name) {
    return !name.empty() && name.size() <= 100 && name.front() != '.' &&
           std::ranges::all_of(name, [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
}

core::Result<ActorModel> parseActorModel(std::string_view text, const std::string& place) {
    const auto damaged = [&place](const std::string& reason, const std::string& where) {
        return core::fail(core::ErrorCode::modelInvalid, "the actor model is damaged: " + reason,
                          where.empty() ? place : place + ", " + where,
                          "Remove the actor model and adapt to the actor again");
    };
    if (core::nestsTooDeeply(text, kDeepest)) {
        return damaged("it nests too deeply", {});
    }
    try {
        const core::Json json = core::Json::parse(text);
        const Value root(json, {});
        const auto version = root.at("version").integer(1, std::int64_t{1} << 31);
        if (version > kActorModelVersion) {
            return core::fail(core::ErrorCode::modelInvalid,
                              "the actor model has version " + std::to_string(version) +
                                  ", this program reads version " +
                                  std::to_string(kActorModelVersion),
                              place, "Open it with a newer Lipwright");
        }
        return modelOf(root);
    } catch (const core::Refusal& refusal) {
        return damaged(refusal.reason, refusal.path);
    } catch (const core::Json::exception&) {
        return damaged("it is not JSON", {});
    }
}

std::string printActorModel(const ActorModel& model) {
    return toJson(model).dump(1, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

}  // namespace lipwright::models
