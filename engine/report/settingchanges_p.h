// What a user changed of a segment, in words.
#pragma once

#include "engine/report/qcreport.h"

namespace lipwright::report {

[[nodiscard]] std::vector<SettingChange> changesOf(const project::SegmentSettings& settings);
[[nodiscard]] std::vector<SettingChange> changesOf(const project::Retouch& retouch);

/// With so many decimals, trailing zeros left out.
[[nodiscard]] std::string decimals(double value, int count);
/// With two decimals, as confidences are told.
[[nodiscard]] std::string hundredths(double value);

}  // namespace lipwright::report
