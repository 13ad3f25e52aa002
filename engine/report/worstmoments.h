// The moments of a film that a reviewer should look at first: where an active take goes with its
// voice least, and what is seen there, in the film and under the retouch.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/report/qcreport.h"

#include <stop_token>
#include <vector>

namespace lipwright::report {

/// The lowest measurable frames of the active takes, lowest first, at most `most` of them: no two
/// of one segment within a second. Pictures are still empty.
[[nodiscard]] std::vector<WorstMoment> findWorstMoments(const QcReport& report, std::size_t most);

/// Draws the pictures: the face of the take and as much around it. Belongs to one thread.
[[nodiscard]] core::Result<void> drawWorstMoments(QcReport& report,
                                                  const dubbing::RenderSource& source,
                                                  std::stop_token stop = {},
                                                  const core::ProgressCallback& progress = {});

}  // namespace lipwright::report
