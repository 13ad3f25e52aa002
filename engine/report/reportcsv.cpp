#include "engine/page/numbertext.h"
#include "engine/report/qcreport.h"

namespace lipwright::report {

using page::csvCell;
using page::decimals;

namespace {

constexpr const char* kHeader =
    "number,in,out,first_frame,end_frame,actor,voice,language,status,take,engine,quality,"
    "lse_c_before,lse_d_before,confidence_before,coverage_before,lse_c_after,lse_d_after,"
    "confidence_after,coverage_after,judge_confidence_after,baseline_confidence,offset_frames,"
    "offset_ms,offset_certain,offset_doubt,gaps,changed_settings,retouch,shaped_frames,notes,"
    "problem\r\n";

std::string summaryCells(const dubbing::SyncLane* lane) {
    if (lane == nullptr || lane->expert.coverage <= 0.0) {
        return ",,,";
    }
    return decimals(lane->expert.lseC, 3) + "," + decimals(lane->expert.lseD, 3) + "," +
           decimals(lane->expert.confidence, 3) + "," + decimals(lane->expert.coverage, 3);
}

std::string confidenceCell(const project::SyncSummary& summary) {
    return summary.coverage > 0.0 ? decimals(summary.confidence, 3) : std::string();
}

std::string syncCells(const Measured& measured) {
    if (!measured.sync) {
        return std::string(13, ',') + "\"\"";
    }
    const dubbing::SegmentSync& sync = *measured.sync;
    const dubbing::SyncLane* after = sync.after ? &*sync.after : nullptr;
    std::string cells = summaryCells(&sync.before) + "," + summaryCells(after) + ",";
    cells += after != nullptr ? confidenceCell(after->judge) : std::string();
    cells += "," + confidenceCell(sync.baseline.expert) + ",";
    if (sync.offset.certain) {
        cells += std::to_string(sync.offset.frames) + "," +
                 decimals(static_cast<double>(sync.offset.microseconds) / 1000.0, 1) + ",yes";
    } else {
        cells += ",,no";
    }
    return cells + "," + csvCell(sync.offset.doubt);
}

std::string gapsText(const ReportSegment& segment) {
    std::string text;
    if (const dubbing::SyncLane* lane = laneSeen(segment)) {
        for (const auto& [reason, frames] : gapsOf(*lane)) {
            text += (text.empty() ? "" : "; ") + std::string(nameOf(reason)) + " " +
                    std::to_string(frames);
        }
    }
    return text;
}

std::string changesText(const std::vector<SettingChange>& changes) {
    std::string text;
    for (const SettingChange& change : changes) {
        text += (text.empty() ? "" : "; ") + change.name + " " + change.value;
    }
    return text;
}

std::string takeCells(const project::Take* take) {
    if (take == nullptr) {
        return "\"\",\"\",\"\"";
    }
    const std::string name = take->name.empty() ? std::to_string(take->id) : take->name;
    return csvCell(name) + "," + csvCell(take->engine) + "," +
           (take->quality == project::TakeQuality::draft ? "draft" : "final");
}

std::string row(const ReportSegment& report) {
    const project::Segment& segment = report.segment;
    return std::to_string(report.number) + "," + csvCell(report.begin) + "," + csvCell(report.end) +
           "," + std::to_string(segment.frames.first) + "," + std::to_string(segment.frames.end) +
           "," + csvCell(report.actor) + "," + csvCell(report.voice) + "," +
           csvCell(report.language) + "," + nameOf(segment.status) + "," +
           takeCells(segment.active()) + "," + syncCells(report.measured) + "," +
           csvCell(gapsText(report)) + "," + csvCell(changesText(report.settings)) + "," +
           csvCell(changesText(report.retouch)) + "," + std::to_string(report.shapedFrames) + "," +
           csvCell(segment.notes) + "," + csvCell(report.measured.problem) + "\r\n";
}

}  // namespace

std::string reportCsv(const QcReport& report) {
    std::string text = kHeader;
    for (const ReportSegment& segment : report.segments) {
        text += row(segment);
    }
    return text;
}

}  // namespace lipwright::report
