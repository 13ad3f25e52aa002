// Makes a project's quality report: measures every segment (what was measured before and has not
// changed comes from disk) and draws the moments where voice and mouth agree least. A job on the
// caller's thread; stops within a second.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/report/qcreport.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace lipwright::report {

struct ReportOrder {
    project::Project project;
    std::string title;
    dubbing::RenderSource source;
    std::filesystem::path cache;  ///< of analyses
};

/// A segment that can not be measured is told of in the report and does not fail it. Progress in
/// frames of all segments ("measure"), then in pictures.
[[nodiscard]] core::Result<QcReport> makeReport(const ReportOrder& order, std::stop_token stop = {},
                                                const core::ProgressCallback& progress = {});

}  // namespace lipwright::report
