#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"
#include "engine/report/segmentrows_p.h"

#include <cmath>

namespace lipwright::report {

using page::byteText;
using page::counted;
using page::decimals;
using page::element;
using page::escaped;
using page::hundredths;

namespace {

using dubbing::SyncLane;

std::string paragraph(const char* kind, const std::string& html) {
    return html.empty() ? std::string() : element("p", kind, html);
}

std::string placeCell(const ReportSegment& report) {
    const project::Segment& segment = report.segment;
    return element(
        "td", "",
        paragraph("nowrap", escaped(report.begin)) +
            paragraph("nowrap soft", "to " + escaped(report.end)) +
            paragraph("soft small", counted(segment.frames.length(), "frame", "frames")));
}

std::string takeText(const project::Segment& segment) {
    const project::Take* take = segment.active();
    if (take == nullptr) {
        return paragraph("soft small", "the film’s own picture");
    }
    const std::string name = take->name.empty() ? "Take " + std::to_string(take->id) : take->name;
    const bool draft = take->quality == project::TakeQuality::draft;
    return paragraph("wrap", escaped(name)) +
           paragraph("soft small wrap", escaped(take->engine) + (draft ? ", draft" : "")) +
           paragraph("soft small nowrap", byteText(take->bytes)) +
           paragraph("soft small nowrap", counted(std::ssize(segment.takes), "take", "takes"));
}

std::string whoCell(const ReportSegment& report) {
    const std::string status = nameOf(report.segment.status);
    const std::string spoken =
        report.voice + (report.language.empty() ? "" : " (" + report.language + ")");
    return element("td", "",
                   paragraph("wrap", escaped(report.actor)) +
                       paragraph("soft small wrap", escaped(spoken)) +
                       element("span", ("badge b-" + status).c_str(), status));
}

std::string figure(const SyncLane* lane, double project::SyncSummary::*value) {
    return lane != nullptr && lane->expert.coverage > 0.0 ? hundredths(lane->expert.*value) : "–";
}

std::string percent(double share) {
    return decimals(std::round(100.0 * share), 0) + " %";
}

std::string figuresCell(const ReportSegment& report) {
    if (!report.measured.sync) {
        return element("td", "soft small wrap", escaped(report.measured.problem));
    }
    const dubbing::SegmentSync& sync = *report.measured.sync;
    const SyncLane* after = showsTake(report.segment) && sync.after ? &*sync.after : nullptr;
    const auto change = [&](const char* name, double project::SyncSummary::*value) {
        return paragraph("nowrap", std::string(name) + " " + figure(&sync.before, value) + " → " +
                                       element("b", "", figure(after, value)));
    };
    const SyncLane* seen = laneSeen(report);
    return element("td", "",
                   change("confidence", &project::SyncSummary::confidence) +
                       change("LSE-C", &project::SyncSummary::lseC) +
                       change("LSE-D", &project::SyncSummary::lseD) +
                       paragraph("soft small", percent(seen->expert.coverage) + " measurable"));
}

std::string offsetText(const ReportSegment& report) {
    if (!report.measured.sync) {
        return {};
    }
    const dubbing::OffsetEstimate& offset = report.measured.sync->offset;
    if (!offset.certain) {
        return paragraph("soft small wrap", "offset uncertain: " + escaped(offset.doubt));
    }
    const std::string sign = offset.frames > 0 ? "+" : "";
    return paragraph("nowrap small",
                     "offset " + sign + counted(offset.frames, "frame", "frames") + " (" +
                         decimals(static_cast<double>(offset.microseconds) / 1000.0, 0) + " ms)");
}

std::string gapText(const ReportSegment& report) {
    const SyncLane* seen = laneSeen(report);
    if (seen == nullptr) {
        return {};
    }
    std::string text;
    for (const auto& [reason, frames] : gapsOf(*seen)) {
        text +=
            (text.empty() ? "" : ", ") + std::string(nameOf(reason)) + " " + std::to_string(frames);
    }
    return text.empty() ? text : paragraph("soft small", "frames not measurable: " + text);
}

std::string changesText(const char* title, const std::vector<SettingChange>& changes) {
    std::string text;
    for (const SettingChange& change : changes) {
        text += (text.empty() ? "" : ", ") + escaped(change.name) + " " + escaped(change.value);
        if (change.usual != "0" && !change.usual.empty()) {
            text += " (default " + escaped(change.usual) + ")";
        }
    }
    return text.empty() ? text : paragraph("small wrap", element("b", "", title) + " " + text);
}

std::string curveCell(const ReportSegment& report, const QcReport& whole,
                      const ConfidenceScale& scale) {
    const std::string shaped =
        report.shapedFrames == 0
            ? std::string()
            : paragraph("small",
                        "<b>Shaped</b> " + counted(report.shapedFrames, "frame", "frames"));
    const std::string notes =
        report.segment.notes.empty()
            ? std::string()
            : paragraph("small wrap", "<b>Notes</b> " + escaped(report.segment.notes));
    const std::string spoken = report.segment.text.empty()
                                   ? std::string()
                                   : paragraph("soft small wrap", escaped(report.segment.text));
    return element("td", "",
                   segmentPlot(report, whole.baseline, scale) + offsetText(report) +
                       gapText(report) + spoken + notes + changesText("Settings", report.settings) +
                       changesText("Retouch", report.retouch) + shaped);
}

}  // namespace

std::string segmentTable(const QcReport& report, const ConfidenceScale& scale) {
    std::string rows;
    for (const ReportSegment& segment : report.segments) {
        rows += "<tr id=\"segment-" + std::to_string(segment.number) + "\">" +
                element("td", "n", std::to_string(segment.number)) + placeCell(segment) +
                whoCell(segment) + element("td", "", takeText(segment.segment)) +
                figuresCell(segment) + curveCell(segment, report, scale) + "</tr>";
    }
    return "<h2>Segments</h2><div class=\"card\"><table class=\"segments\"><thead><tr>"
           "<th class=\"n\">#</th><th>In – out</th><th>Person, voice, status</th><th>Take</th>"
           "<th>Before → after</th><th>Confidence, offset and notes</th></tr></thead><tbody>" +
           rows + "</tbody></table></div>";
}

}  // namespace lipwright::report
