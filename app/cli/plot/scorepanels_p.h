// The two panels of a score's picture, each in a row of its own below what is there.
#pragma once

#include "app/cli/scorereport.h"

class QCPAxisRect;
class QCustomPlot;

namespace lipwright::cli {

/// Confidence over the film's time, with the reasons of its gaps and a legend in the next row.
QCPAxisRect* addConfidencePanel(const ScoreReport& report, QCustomPlot& plot);
/// Mean distance over AV offsets, the best one marked.
QCPAxisRect* addOffsetPanel(const ScoreReport& report, QCustomPlot& plot);

}  // namespace lipwright::cli
