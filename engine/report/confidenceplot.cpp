#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"
#include "engine/page/svgcanvas.h"
#include "engine/report/confidenceplot_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::report {

using page::counted;
using page::decimals;
using page::escaped;
using page::hundredths;
using page::SvgCanvas;

namespace {

using dubbing::SyncLane;
using dubbing::SyncReason;

constexpr std::int64_t kMostPoints = 400;  ///< of a curve: more would not be seen

/// A part of a canvas where confidence goes up.
struct Panel {
    double left;
    double right;
    double top;
    double bottom;
    ConfidenceScale scale;

    [[nodiscard]] double y(double confidence) const {
        const double share = (confidence - scale.low) / (scale.high - scale.low);
        return bottom - std::clamp(share, 0.0, 1.0) * (bottom - top);
    }
    [[nodiscard]] double x(double share) const { return left + share * (right - left); }
};

std::string curve(const SyncLane& lane, const Panel& panel) {
    const auto count = std::ssize(lane.points);
    const std::int64_t step = std::max<std::int64_t>(1, (count + kMostPoints - 1) / kMostPoints);
    std::string commands;
    bool drawing = false;
    for (std::int64_t i = 0; i < count; i += step) {
        const float value = lane.points[static_cast<std::size_t>(i)].confidence;
        if (!std::isfinite(value)) {
            drawing = false;
            continue;
        }
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
        commands +=
            (drawing ? "L" : "M") + decimals(panel.x(share), 1) + " " + decimals(panel.y(value), 1);
        drawing = true;
    }
    return commands;
}

void drawGaps(const SyncLane& lane, const Panel& panel, SvgCanvas& canvas) {
    const auto count = std::ssize(lane.points);
    for (std::int64_t i = 0; i < count;) {
        const dubbing::SyncPoint& point = lane.points[static_cast<std::size_t>(i)];
        std::int64_t end = i + 1;
        while (end < count &&
               std::isnan(lane.points[static_cast<std::size_t>(end)].confidence) ==
                   std::isnan(point.confidence) &&
               lane.points[static_cast<std::size_t>(end)].reason == point.reason) {
            ++end;
        }
        if (std::isnan(point.confidence)) {
            const double left = panel.x(static_cast<double>(i) / static_cast<double>(count));
            const double right = panel.x(static_cast<double>(end) / static_cast<double>(count));
            canvas.rectangle(
                "gap", left, panel.top, right - left, panel.bottom - panel.top,
                std::string(nameOf(point.reason)) + ", " + counted(end - i, "frame", "frames"));
        }
        i = end;
    }
}

void drawBackground(const Panel& panel, const dubbing::FilmBaseline& baseline, SvgCanvas& canvas) {
    if (baseline.frames > 0) {
        const double low = panel.y(baseline.low);
        canvas.rectangle("low", panel.left, low, panel.right - panel.left, panel.bottom - low);
        canvas.line("median", panel.left, panel.y(baseline.median), panel.right,
                    panel.y(baseline.median));
    }
    canvas.rectangle("frame", panel.left, panel.top, panel.right - panel.left,
                     panel.bottom - panel.top);
}

std::string confidenceText(const SyncLane* lane) {
    return lane != nullptr && lane->expert.coverage > 0.0 ? hundredths(lane->expert.confidence)
                                                          : std::string("not measurable");
}

/// 1, 2 or 5 times a power of ten, so that a range has about five of them.
double niceStep(double range) {
    const double power = std::pow(10.0, std::floor(std::log10(range / 5.0)));
    const double share = range / 5.0 / power;
    return power * (share <= 1.0 ? 1.0 : share <= 2.0 ? 2.0 : share <= 5.0 ? 5.0 : 10.0);
}

void drawAxis(const Panel& panel, SvgCanvas& canvas) {
    const double step = niceStep(panel.scale.high - panel.scale.low);
    const auto last = std::llround(panel.scale.high / step);
    for (auto i = std::llround(panel.scale.low / step); i <= last; ++i) {
        const double value = static_cast<double>(i) * step;
        canvas.line("grid", panel.left, panel.y(value), panel.right, panel.y(value));
        canvas.text(panel.left - 6.0, panel.y(value) + 4.0, "end", decimals(value, 2));
    }
}

std::string segmentTitle(const ReportSegment& segment, const SyncLane* after) {
    const SyncLane* before = segment.measured.sync ? &segment.measured.sync->before : nullptr;
    return escaped("Segment " + std::to_string(segment.number) + ", " + segment.begin + ", " +
                   segment.actor + ": before " + confidenceText(before) + ", after " +
                   confidenceText(after));
}

void drawSegment(const ReportSegment& segment, double filmFrames, const Panel& panel,
                 SvgCanvas& canvas) {
    const double left = panel.x(static_cast<double>(segment.segment.frames.first) / filmFrames);
    const double right = panel.x(static_cast<double>(segment.segment.frames.end) / filmFrames);
    const bool taken = showsTake(segment.segment) && segment.measured.sync;
    const SyncLane* after =
        taken && segment.measured.sync->after ? &*segment.measured.sync->after : nullptr;
    const std::string title = segmentTitle(segment, after);
    canvas.rectangle(("s-" + std::string(nameOf(segment.segment.status))).c_str(), left,
                     panel.bottom + 4.0, std::max(1.5, right - left - 0.5), 7.0, title);
    if (!segment.measured.sync || segment.measured.sync->before.expert.coverage <= 0.0) {
        return;
    }
    const double x = (left + right) / 2.0;
    const double before = panel.y(segment.measured.sync->before.expert.confidence);
    if (after != nullptr && after->expert.coverage > 0.0) {
        const double y = panel.y(after->expert.confidence);
        canvas.line("link", x, before, x, y);
        canvas.circle("dot-before", x, before, 3.2, title);
        canvas.circle("dot-after", x, y, 4.0, title);
    } else {
        canvas.circle("dot-before", x, before, 3.2, title);
    }
}

void stretch(ConfidenceScale& scale, const SyncLane& lane) {
    for (const dubbing::SyncPoint& point : lane.points) {
        if (std::isfinite(point.confidence)) {
            scale.low = std::min<double>(scale.low, point.confidence);
            scale.high = std::max<double>(scale.high, point.confidence);
        }
    }
}

}  // namespace

ConfidenceScale scaleOf(const QcReport& report) {
    ConfidenceScale scale{0.0, 0.5};
    for (const ReportSegment& segment : report.segments) {
        if (segment.measured.sync) {
            stretch(scale, segment.measured.sync->baseline);
            stretch(scale, segment.measured.sync->before);
            if (segment.measured.sync->after) {
                stretch(scale, *segment.measured.sync->after);
            }
        }
    }
    const double step = niceStep(scale.high - scale.low);
    return {std::floor(scale.low / step) * step, std::ceil(scale.high / step) * step};
}

std::string segmentPlot(const ReportSegment& segment, const dubbing::FilmBaseline& baseline,
                        const ConfidenceScale& scale) {
    const SyncLane* seen = laneSeen(segment);
    if (seen == nullptr) {
        return {};
    }
    const dubbing::SegmentSync& sync = *segment.measured.sync;
    SvgCanvas canvas(440.0, 84.0);
    const Panel panel{1.0, 439.0, 1.0, 83.0, scale};
    drawBackground(panel, baseline, canvas);
    drawGaps(*seen, panel, canvas);
    canvas.path("base", curve(sync.baseline, panel));
    canvas.path("before", curve(sync.before, panel));
    if (sync.after && showsTake(segment.segment)) {
        canvas.path("after", curve(*sync.after, panel));
    }
    return canvas.picture("Confidence along segment " + std::to_string(segment.number));
}

std::string filmPlot(const QcReport& report, const ConfidenceScale& scale) {
    SvgCanvas canvas(1140.0, 230.0);
    const Panel panel{36.0, 1134.0, 8.0, 200.0, scale};
    drawBackground(panel, report.baseline, canvas);
    drawAxis(panel, canvas);
    const double frames = std::max<double>(1.0, static_cast<double>(report.film.frameCount));
    for (const ReportSegment& segment : report.segments) {
        drawSegment(segment, frames, panel, canvas);
    }
    if (!report.segments.empty()) {
        canvas.text(panel.left, 227.0, "start", "film's beginning");
        canvas.text(panel.right, 227.0, "end", "end");
    }
    return canvas.picture("Confidence of every segment along the film");
}

std::string statusBar(const QcReport& report) {
    SvgCanvas canvas(1140.0, 14.0);
    const double all = std::max<double>(1.0, static_cast<double>(report.segments.size()));
    double left = 0.0;
    for (std::size_t i = 0; i < report.byStatus.size(); ++i) {
        const double width = canvas.width() * static_cast<double>(report.byStatus[i]) / all;
        if (width > 0.0) {
            const char* name = nameOf(static_cast<project::SegmentStatus>(i));
            canvas.rectangle(("s-" + std::string(name)).c_str(), left, 0.0,
                             std::max(1.0, width - 2.0), canvas.height(),
                             name + (": " + std::to_string(report.byStatus[i])));
        }
        left += width;
    }
    return canvas.picture("Segments by status");
}

}  // namespace lipwright::report
