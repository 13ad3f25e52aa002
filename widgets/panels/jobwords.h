// A job's state in words.
#pragma once

#include "widgets/panels/jobstatus.h"

namespace lipwright::widgets {

[[nodiscard]] bool isFinished(JobState state);
/// "Rendering, 18 frames/s, 2 min left": what is known of a job in one line.
[[nodiscard]] QString describeJob(const JobStatus& job);

}  // namespace lipwright::widgets
