// What a user changed of a segment, in words.
#pragma once

#include "engine/report/qcreport.h"

namespace lipwright::report {

[[nodiscard]] std::vector<SettingChange> changesOf(const project::SegmentSettings& settings);
[[nodiscard]] std::vector<SettingChange> changesOf(const project::Retouch& retouch);

}  // namespace lipwright::report
