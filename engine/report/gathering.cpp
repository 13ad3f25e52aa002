#include "engine/core/timecode.h"
#include "engine/report/qcreport.h"
#include "engine/report/settingchanges_p.h"

#include <cmath>

namespace lipwright::report {

using dubbing::SyncReason;
using project::SegmentStatus;

namespace {

constexpr std::array kStatusNames{"new", "rendered", "review", "approved", "bypass"};
constexpr std::array kReasonNames{"measured", "no face",  "turned away",
                                  "silence",  "no sound", "off screen"};

ReportSegment reportOf(const project::Project& project, const project::Segment& segment,
                       const std::map<project::Id, Measured>& measured) {
    const core::TimecodeFormat format = core::TimecodeFormat::of(
        {project.film.frameNumerator, project.film.frameDenominator}, project.film.startTimecode);
    ReportSegment made;
    made.segment = segment;
    made.begin = core::toTimecode(segment.frames.first, format);
    made.end = core::toTimecode(segment.frames.end, format);
    made.actor = project::displayName(project, segment.actor);
    if (const project::DubTrack* voice = project.dub(segment.dubTrack)) {
        made.voice = voice->name;
        made.language = voice->language;
    }
    made.settings = changesOf(segment.settings);
    made.retouch = changesOf(segment.retouch);
    for (const auto& [frame, control] : segment.shape) {
        made.shapedFrames += segment.frames.contains(frame) ? 1 : 0;
    }
    if (const auto found = measured.find(segment.id); found != measured.end()) {
        made.measured = found->second;
    }
    return made;
}

void countStorage(const project::Segment& segment, Storage& storage) {
    for (const project::Take& take : segment.takes) {
        ++storage.takes;
        (take.id == segment.activeTake ? storage.activeBytes : storage.otherBytes) += take.bytes;
    }
}

std::vector<ReportActor> actorsOf(const project::Project& project) {
    std::map<int, ReportActor> actors;
    for (const project::CastMember& member : project.cast) {
        actors[member.actor].consent = member.consent;
    }
    for (const project::Segment& segment : project.segments) {
        ReportActor& actor = actors[segment.actor];
        ++actor.segments;
        actor.dubbedFrames += showsTake(segment) ? segment.frames.length() : 0;
    }
    std::vector<ReportActor> list;
    for (auto& [number, actor] : actors) {
        actor.name = project::displayName(project, number);
        list.push_back(std::move(actor));
    }
    return list;
}

std::vector<ReportModel> modelsOf(const project::Project& project) {
    std::map<std::pair<std::string, std::string>, std::int64_t> takes;
    for (const project::Segment& segment : project.segments) {
        if (const project::Take* take = segment.active()) {
            for (const auto& [role, sha256] : take->models) {
                ++takes[{role, sha256}];
            }
        }
    }
    std::vector<ReportModel> list;
    for (const auto& [model, count] : takes) {
        list.push_back({model.first, model.second, count});
    }
    return list;
}

dubbing::FilmBaseline baselineOf(const std::vector<ReportSegment>& segments) {
    std::vector<float> confidence;
    for (const ReportSegment& segment : segments) {
        if (segment.measured.sync) {
            for (const dubbing::SyncPoint& point : segment.measured.sync->baseline.points) {
                confidence.push_back(point.confidence);
            }
        }
    }
    return dubbing::baselineOf(confidence);
}

}  // namespace

QcReport gatherReport(const project::Project& project,
                      const std::map<project::Id, Measured>& measured, std::string title,
                      std::string created) {
    QcReport report;
    report.title = std::move(title);
    report.created = std::move(created);
    report.film = project.film;
    for (const project::Segment& segment : project.segments) {
        ++report.byStatus[static_cast<std::size_t>(segment.status)];
        report.dubbedFrames += showsTake(segment) ? segment.frames.length() : 0;
        countStorage(segment, report.storage);
        report.segments.push_back(reportOf(project, segment, measured));
        report.segments.back().number = static_cast<int>(report.segments.size());
    }
    report.actors = actorsOf(project);
    report.models = modelsOf(project);
    report.baseline = baselineOf(report.segments);
    return report;
}

bool showsTake(const project::Segment& segment) {
    return segment.active() != nullptr && segment.status != SegmentStatus::bypass;
}

const dubbing::SyncLane* laneSeen(const ReportSegment& segment) {
    if (!segment.measured.sync) {
        return nullptr;
    }
    const dubbing::SegmentSync& sync = *segment.measured.sync;
    return showsTake(segment.segment) && sync.after ? &*sync.after : &sync.before;
}

std::map<SyncReason, std::int64_t> gapsOf(const dubbing::SyncLane& lane) {
    std::map<SyncReason, std::int64_t> gaps;
    for (const dubbing::SyncPoint& point : lane.points) {
        if (std::isnan(point.confidence)) {
            ++gaps[point.reason];
        }
    }
    return gaps;
}

const char* nameOf(SyncReason reason) {
    return kReasonNames.at(static_cast<std::size_t>(reason));
}

const char* nameOf(SegmentStatus status) {
    return kStatusNames.at(static_cast<std::size_t>(status));
}

}  // namespace lipwright::report
