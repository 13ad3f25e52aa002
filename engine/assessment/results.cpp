#include "engine/assessment/results.h"

#include "engine/assessment/metrics.h"
#include "engine/page/numbertext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace lipwright::assessment {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "lipwright evaluation";
constexpr int kVersion = 1;

Json toJson(const Measures& measures) {
    Json json = Json::object();
    for (const auto& [name, value] : measures) {
        json[name] = std::isfinite(value) ? Json(std::round(value * 1e6) / 1e6) : Json(nullptr);
    }
    return json;
}

Json toJson(const ClipResult& clip) {
    Json engines = Json::object();
    for (const auto& [name, made] : clip.engines) {
        engines[name] = {{"madeWith", made.madeWith},
                         {"problem", made.problem},
                         {"measures", toJson(made.measures)}};
    }
    return {{"id", clip.id},
            {"speaker", clip.speaker},
            {"voice", clip.voice},
            {"seconds", clip.seconds},
            {"madeWith", clip.madeWith},
            {"baseline", toJson(clip.baseline)},
            {"engines", std::move(engines)}};
}

Json aggregatesOf(const Results& results) {
    Json json = Json::object();
    for (const std::string& engine : results.engines) {
        for (const Metric& metric : metrics()) {
            const Aggregate sum = aggregate(results, engine, metric);
            if (sum.n == 0) {
                continue;
            }
            Json entry = toJson(Measures{{"mean", sum.mean}, {"median", sum.median}});
            entry["n"] = sum.n;
            if (const auto good = reached(metric, sum)) {
                entry["wanted"] = *metric.wanted;
                entry["reached"] = *good;
            }
            json[engine][metric.key] = std::move(entry);
        }
    }
    return json;
}

Measures measuresFrom(const Json& json) {
    Measures measures;
    for (const auto& [name, value] : json.items()) {
        if (value.is_number()) {
            measures[name] = value.get<double>();
        }
    }
    return measures;
}

ClipResult clipFrom(const Json& json) {
    ClipResult clip;
    clip.id = json.at("id").get<std::string>();
    clip.speaker = json.at("speaker").get<std::string>();
    clip.voice = json.at("voice").get<std::string>();
    clip.seconds = json.at("seconds").get<double>();
    clip.madeWith = json.at("madeWith").get<std::string>();
    clip.baseline = measuresFrom(json.at("baseline"));
    for (const auto& [name, made] : json.at("engines").items()) {
        clip.engines[name] = {made.at("madeWith").get<std::string>(),
                              made.at("problem").get<std::string>(),
                              measuresFrom(made.at("measures"))};
    }
    return clip;
}

std::set<std::string> namesOf(const Results& results) {
    std::set<std::string> names;
    for (const ClipResult& clip : results.clips) {
        for (const auto& [name, value] : clip.baseline) {
            names.insert(name);
        }
        for (const auto& [engine, made] : clip.engines) {
            for (const auto& [name, value] : made.measures) {
                names.insert(name);
            }
        }
    }
    return names;
}

std::string csvRow(const ClipResult& clip, const std::string& engine, const EngineResult& made,
                   const std::set<std::string>& names) {
    std::string row = page::csvCell(clip.id) + "," + page::csvCell(clip.speaker) + "," +
                      page::csvCell(clip.voice) + "," + page::decimals(clip.seconds, 2) + "," +
                      page::csvCell(engine) + "," + page::csvCell(made.problem);
    for (const std::string& name : names) {
        const auto own = made.measures.find(name);
        const auto base = clip.baseline.find(name);
        row += ",";
        if (own != made.measures.end()) {
            row += page::decimals(own->second, 6);
        } else if (base != clip.baseline.end()) {
            row += page::decimals(base->second, 6);
        }
    }
    return row + "\r\n";
}

}  // namespace

ClipResult& clipOf(Results& results, const std::string& id) {
    const auto found = std::ranges::find(results.clips, id, &ClipResult::id);
    if (found != results.clips.end()) {
        return *found;
    }
    ClipResult& clip = results.clips.emplace_back();
    clip.id = id;
    return clip;
}

std::string resultsJson(const Results& results) {
    Json json = {{"format", kFormat},
                 {"version", kVersion},
                 {"split", results.split},
                 {"engines", results.engines},
                 {"aggregates", aggregatesOf(results)},
                 {"clips", Json::array()}};
    for (const ClipResult& clip : results.clips) {
        json["clips"].push_back(toJson(clip));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<Results> resultsFromJson(std::string_view text, const std::string& place) {
    try {
        const Json json = Json::parse(text);
        if (json.at("format") == kFormat && json.at("version") == kVersion) {
            Results results;
            results.split = json.at("split").get<std::string>();
            results.engines = json.at("engines").get<std::vector<std::string>>();
            for (const Json& clip : json.at("clips")) {
                results.clips.push_back(clipFrom(clip));
            }
            return results;
        }
    } catch (const Json::exception&) {
        // Told below: whatever is wrong with it, it is not what this program wrote.
    }
    return core::fail(core::ErrorCode::damagedMedia,
                      "this is no evaluation that can be gone on with", place,
                      "Remove the file, or choose another folder");
}

std::string resultsCsv(const Results& results) {
    const std::set<std::string> names = namesOf(results);
    std::string csv = "id,speaker,voice,seconds,engine,problem";
    for (const std::string& name : names) {
        csv += "," + name;
    }
    csv += "\r\n";
    for (const ClipResult& clip : results.clips) {
        for (const auto& [engine, made] : clip.engines) {
            csv += csvRow(clip, engine, made, names);
        }
    }
    return csv;
}

}  // namespace lipwright::assessment
