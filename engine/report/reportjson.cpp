#include "engine/report/qcreport.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace lipwright::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kReportVersion = 1;

Json rounded(double value) {
    return std::isfinite(value) ? Json(std::round(value * 1000.0) / 1000.0) : Json(nullptr);
}

Json toJson(const std::vector<SettingChange>& changes) {
    Json list = Json::array();
    for (const SettingChange& change : changes) {
        list.push_back({{"name", change.name}, {"value", change.value}, {"default", change.usual}});
    }
    return list;
}

Json toJson(const project::SyncSummary& summary) {
    if (summary.coverage <= 0.0) {
        return {{"coverage", 0.0}};
    }
    return {{"lseC", rounded(summary.lseC)},
            {"lseD", rounded(summary.lseD)},
            {"confidence", rounded(summary.confidence)},
            {"coverage", rounded(summary.coverage)},
            {"offsetFrames", summary.offsetFrames}};
}

Json toJson(const dubbing::SyncLane& lane) {
    Json confidence = Json::array();
    for (const dubbing::SyncPoint& point : lane.points) {
        confidence.push_back(rounded(point.confidence));
    }
    Json gaps = Json::object();
    for (const auto& [reason, frames] : gapsOf(lane)) {
        gaps[nameOf(reason)] = frames;
    }
    return {{"expert", toJson(lane.expert)},
            {"judge", toJson(lane.judge)},
            {"firstFrame", lane.firstFrame},
            {"confidence", std::move(confidence)},
            {"gaps", std::move(gaps)}};
}

Json toJson(const dubbing::OffsetEstimate& offset) {
    Json json = {{"certain", offset.certain}};
    if (offset.certain) {
        json["frames"] = offset.frames;
        json["microseconds"] = offset.microseconds;
    } else {
        json["doubt"] = offset.doubt;
    }
    return json;
}

Json toJson(const Measured& measured) {
    if (!measured.sync) {
        return {{"problem", measured.problem}};
    }
    Json json = {{"offset", toJson(measured.sync->offset)},
                 {"baseline", toJson(measured.sync->baseline)},
                 {"before", toJson(measured.sync->before)}};
    if (measured.sync->after) {
        json["after"] = toJson(*measured.sync->after);
    }
    return json;
}

Json toJson(const project::Take& take) {
    Json models = Json::object();
    for (const auto& [role, sha256] : take.models) {
        models[role] = sha256;
    }
    return {{"id", take.id},
            {"name", take.name},
            {"engine", take.engine},
            {"quality", take.quality == project::TakeQuality::draft ? "draft" : "final"},
            {"created", take.created},
            {"bytes", take.bytes},
            {"seconds", rounded(take.seconds)},
            {"models", std::move(models)}};
}

Json toJson(const ReportSegment& report) {
    const project::Segment& segment = report.segment;
    Json json = {{"number", report.number},
                 {"id", segment.id},
                 {"in", report.begin},
                 {"out", report.end},
                 {"frames", {segment.frames.first, segment.frames.end}},
                 {"actor", report.actor},
                 {"voice", report.voice},
                 {"language", report.language},
                 {"status", nameOf(segment.status)},
                 {"text", segment.text},
                 {"notes", segment.notes},
                 {"takes", segment.takes.size()},
                 {"settings", toJson(report.settings)},
                 {"retouch", toJson(report.retouch)},
                 {"shapedFrames", report.shapedFrames},
                 {"sync", toJson(report.measured)}};
    if (const project::Take* take = segment.active()) {
        json["take"] = toJson(*take);
    }
    return json;
}

Json toJson(const ReportActor& actor) {
    Json json = {{"name", actor.name},
                 {"segments", actor.segments},
                 {"dubbedFrames", actor.dubbedFrames},
                 {"consent", nullptr}};
    if (actor.consent) {
        json["consent"] = {{"person", actor.consent->person},
                           {"date", actor.consent->date},
                           {"scope", actor.consent->scope},
                           {"reference", actor.consent->reference}};
    }
    return json;
}

Json filmOf(const project::Film& film) {
    return {{"name", film.media.path.filename().string()},
            {"fingerprint", film.media.fingerprint},
            {"frames", film.frameCount},
            {"frameDuration", {film.frameNumerator, film.frameDenominator}},
            {"startTimecode", film.startTimecode}};
}

void addLists(Json& json, const QcReport& report) {
    for (const char* list : {"actors", "models", "segments", "worst"}) {
        json[list] = Json::array();
    }
    for (const ReportActor& actor : report.actors) {
        json["actors"].push_back(toJson(actor));
    }
    for (const ReportModel& model : report.models) {
        json["models"].push_back(
            {{"role", model.role}, {"sha256", model.sha256}, {"takes", model.takes}});
    }
    for (const ReportSegment& segment : report.segments) {
        json["segments"].push_back(toJson(segment));
    }
    for (const WorstMoment& moment : report.worst) {
        json["worst"].push_back({{"segment", moment.segment},
                                 {"frame", moment.frame},
                                 {"timecode", moment.timecode},
                                 {"confidence", rounded(moment.confidence)}});
    }
}

}  // namespace

std::string reportJson(const QcReport& report) {
    Json json = {{"format", "lipwright quality report"},
                 {"version", kReportVersion},
                 {"project", report.title},
                 {"created", report.created},
                 {"film", filmOf(report.film)},
                 {"dubbedFrames", report.dubbedFrames}};
    for (std::size_t i = 0; i < report.byStatus.size(); ++i) {
        json["status"][nameOf(static_cast<project::SegmentStatus>(i))] = report.byStatus[i];
    }
    json["baseline"] = {{"low", rounded(report.baseline.low)},
                        {"median", rounded(report.baseline.median)},
                        {"frames", report.baseline.frames}};
    json["storage"] = {{"takes", report.storage.takes},
                       {"activeBytes", report.storage.activeBytes},
                       {"otherBytes", report.storage.otherBytes}};
    addLists(json, report);
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lipwright::report
