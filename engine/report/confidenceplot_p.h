// Confidence as SVG: one segment's curves, and all segments along the film.
#pragma once

#include "engine/report/qcreport.h"

#include <string>

namespace lipwright::report {

/// One vertical scale for every plot of a report, so that segments can be compared by eye.
struct ConfidenceScale {
    double low = 0.0;
    double high = 1.0;
};
[[nodiscard]] ConfidenceScale scaleOf(const QcReport& report);

/// Baseline, before and after, with the gaps of what is seen and their reasons as tooltips.
[[nodiscard]] std::string segmentPlot(const ReportSegment& segment,
                                      const dubbing::FilmBaseline& baseline,
                                      const ConfidenceScale& scale);

/// Every segment's confidence before and after at its place in the film.
[[nodiscard]] std::string filmPlot(const QcReport& report, const ConfidenceScale& scale);

/// Statuses as parts of one bar.
[[nodiscard]] std::string statusBar(const QcReport& report);

}  // namespace lipwright::report
