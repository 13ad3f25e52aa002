// Draws plots into PNG files without a display: owns the application object that QCustomPlot, a
// widget, can not do without. Main thread only.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <functional>

class QCustomPlot;

namespace lipwright::cli {

inline constexpr int kPlotWidth = 1200;  ///< pixels
inline constexpr int kPlotHeight = 700;

/// To be asked before hours are spent on what is to be drawn: a name that is no PNG's, a folder
/// that can not be written, or a file that is there and may not be replaced.
[[nodiscard]] core::Result<void> checkPlotTarget(const std::filesystem::path& target,
                                                 bool overwrite);

/// Replaces the file, whole or not at all. `draw` is given a white plot without any axes.
[[nodiscard]] core::Result<void> writePlot(const std::filesystem::path& target,
                                           const std::function<void(QCustomPlot&)>& draw);

}  // namespace lipwright::cli
