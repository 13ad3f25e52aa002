#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"
#include "engine/page/page.h"
#include "engine/report/confidenceplot_p.h"
#include "engine/report/qcreport.h"
#include "engine/report/reportstyle_p.h"
#include "engine/report/segmentrows_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::report {

using page::base64;
using page::byteText;
using page::decimals;
using page::element;
using page::escaped;
using page::hundredths;

namespace {

std::string tile(const std::string& value, const std::string& meaning) {
    return element("div", "tile",
                   element("b", "", escaped(value)) + element("span", "", escaped(meaning)));
}

double secondsOf(const QcReport& report, std::int64_t frames) {
    return static_cast<double>(frames) * report.film.frameNumerator / report.film.frameDenominator;
}

std::string durationText(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const auto two = [](std::int64_t part) {
        return (part < 10 ? "0" : "") + std::to_string(part);
    };
    const std::string minutes = whole >= 3600
                                    ? std::to_string(whole / 3600) + ":" + two(whole / 60 % 60)
                                    : std::to_string(whole / 60);
    return minutes + ":" + two(whole % 60);
}

/// Segments whose take lies below what nine frames in ten of the film's own picture reach.
std::int64_t belowUsual(const QcReport& report) {
    return std::ranges::count_if(report.segments, [&report](const ReportSegment& segment) {
        const dubbing::SyncLane* seen = laneSeen(segment);
        return showsTake(segment.segment) && seen != nullptr && seen->expert.coverage > 0.0 &&
               report.baseline.frames > 0 && seen->expert.confidence < report.baseline.low;
    });
}

std::string heading(const QcReport& report) {
    const double rate =
        static_cast<double>(report.film.frameDenominator) / report.film.frameNumerator;
    const std::string film =
        report.film.media.path.filename().string() + " · " +
        durationText(secondsOf(report, report.film.frameCount)) + " · " + decimals(rate, 3) +
        " frames per second" +
        (report.film.startTimecode.empty() ? "" : " · starts at " + report.film.startTimecode);
    return element("header", "",
                   element("p", "soft small", "Lipwright quality report") +
                       element("h1", "", escaped(report.title)) +
                       element("p", "soft", escaped(film)) +
                       element("p", "soft small", "Made " + escaped(report.created)));
}

std::string tiles(const QcReport& report) {
    const auto& status = report.byStatus;
    const auto all = std::ssize(report.segments);
    const auto reviewed = status[static_cast<std::size_t>(project::SegmentStatus::approved)] +
                          status[static_cast<std::size_t>(project::SegmentStatus::bypass)];
    const auto consents = std::ranges::count_if(
        report.actors, [](const ReportActor& actor) { return actor.consent.has_value(); });
    const bool comparable = report.baseline.frames > 0;
    return element(
        "div", "tiles",
        tile(std::to_string(reviewed) + " of " + std::to_string(all), "segments reviewed") +
            tile(durationText(secondsOf(report, report.dubbedFrames)), "of film with new mouths") +
            tile(comparable ? std::to_string(belowUsual(report)) : "–",
                 "takes below the film's usual sync") +
            tile(std::to_string(consents) + " of " + std::to_string(report.actors.size()),
                 "people agreed on record") +
            tile(byteText(report.storage.activeBytes),
                 "in takes shown, " + byteText(report.storage.otherBytes) + " in others"));
}

std::string statusLegend(const QcReport& report) {
    std::string items;
    for (std::size_t i = 0; i < report.byStatus.size(); ++i) {
        const std::string name = nameOf(static_cast<project::SegmentStatus>(i));
        items += element("span", "",
                         "<svg width=\"10\" height=\"10\"><rect class=\"s-" + name +
                             "\" width=\"10\" height=\"10\"/></svg>" + name + " " +
                             std::to_string(report.byStatus[i]));
    }
    return element("div", "legend", items);
}

std::string curveLegend() {
    const auto line = [](const char* kind, const char* meaning) {
        return element("span", "",
                       "<svg width=\"26\" height=\"10\"><path class=\"" + std::string(kind) +
                           "\" d=\"M0 5L26 5\"/></svg>" + meaning);
    };
    const auto box = [](const char* kind, const char* meaning) {
        return element("span", "",
                       "<svg width=\"14\" height=\"10\"><rect class=\"" + std::string(kind) +
                           "\" width=\"14\" height=\"10\"/></svg>" + meaning);
    };
    return element("div", "legend",
                   line("after", "after: the voice on the take") +
                       line("before", "before: the voice on the film’s picture") +
                       line("base", "the film’s own sound on its own picture") +
                       line("median", "the film’s median") +
                       box("low", "below nine in ten of the film’s own frames") +
                       box("gap", "not measurable"));
}

std::string overview(const QcReport& report, const ConfidenceScale& scale) {
    return "<h2>Sync along the film</h2>" +
           element("div", "card",
                   statusBar(report) + statusLegend(report) + "<p></p>" + filmPlot(report, scale) +
                       curveLegend());
}

std::string consentCell(const std::optional<project::Consent>& consent) {
    if (!consent) {
        return "<td class=\"missing\" colspan=\"4\">no consent is recorded</td>";
    }
    return element("td", "wrap", escaped(consent->person)) +
           element("td", "nowrap", escaped(consent->date)) +
           element("td", "wrap", escaped(consent->scope)) +
           element("td", "wrap", escaped(consent->reference));
}

std::string cast(const QcReport& report) {
    std::string rows;
    for (const ReportActor& actor : report.actors) {
        rows +=
            element("tr", "",
                    element("td", "wrap", escaped(actor.name)) +
                        element("td", "n", std::to_string(actor.segments)) +
                        element("td", "n", durationText(secondsOf(report, actor.dubbedFrames))) +
                        consentCell(actor.consent));
    }
    return "<h2>People and consent</h2><div class=\"card\"><table><thead><tr><th>Person</th>"
           "<th class=\"n\">Segments</th><th class=\"n\">Dubbed</th><th>Who "
           "agreed</th><th>When</th>"
           "<th>To what</th><th>Kept where</th></tr></thead><tbody>" +
           rows + "</tbody></table></div>";
}

std::string models(const QcReport& report) {
    if (report.models.empty()) {
        return {};
    }
    std::string rows;
    for (const ReportModel& model : report.models) {
        rows += element("tr", "",
                        element("td", "wrap", escaped(model.role)) +
                            element("td", "hash", escaped(model.sha256)) +
                            element("td", "n", std::to_string(model.takes)));
    }
    return "<h2>Models</h2><div class=\"card\"><table><thead><tr><th>Role</th><th>SHA-256</th>"
           "<th class=\"n\">Takes shown</th></tr></thead><tbody>" +
           rows + "</tbody></table></div>";
}

std::string image(const std::string& jpeg, const WorstMoment& moment, const std::string& meaning) {
    return "<img alt=\"" + escaped(meaning) + "\" width=\"" + std::to_string(moment.width) +
           "\" height=\"" + std::to_string(moment.height) + "\" src=\"data:image/jpeg;base64," +
           base64(jpeg) + "\"/>";
}

std::string worstMoments(const QcReport& report) {
    if (report.worst.empty()) {
        return {};
    }
    std::string figures;
    for (const WorstMoment& moment : report.worst) {
        const std::string where =
            "Segment " + std::to_string(moment.segment) + ", " + escaped(moment.timecode);
        figures += element(
            "figure", "",
            element("div", "",
                    image(moment.filmPicture, moment, "The film's picture at " + moment.timecode) +
                        image(moment.takePicture, moment, "The take at " + moment.timecode)) +
                element(
                    "figcaption", "",
                    element("b", "", where) + " · confidence " + hundredths(moment.confidence)));
    }
    return "<h2>Moments to look at first</h2><p class=\"soft\">Where voice and mouth go together "
           "least; "
           "left the film’s picture, right the take.</p>" +
           element("div", "moments", figures);
}

std::string explanation() {
    return "<h2>How to read this</h2><div class=\"card\"><p>Confidence is how much better the "
           "sound "
           "goes with the mouth where it lies than at other places within 0.6 s: the median of the "
           "lip-sync expert’s distances over all shifts less the distance without any. LSE-C and "
           "LSE-D are the same at the best shift, and the distance there. An offset is given only "
           "when confidence, coverage and a second judge that no network learned from allow it; "
           "positive: the sound leads. Gaps were not measurable and count as nothing, never as "
           "zero.</p><p class=\"soft\">The figures are those of Lipwright’s own expert. They rank "
           "stretches of one film against its original and can not be compared with published "
           "ones.</p></div>";
}

}  // namespace

std::string reportHtml(const QcReport& report) {
    const ConfidenceScale scale = scaleOf(report);
    return page::pageHtml(report.title + " – quality report", kReportStyle,
                          heading(report) + tiles(report) + overview(report, scale) +
                              worstMoments(report) + segmentTable(report, scale) + cast(report) +
                              models(report) + explanation());
}

}  // namespace lipwright::report
