// What the sync of the selected segments comes to, in words.
#pragma once

#include "widgets/panels/syncfacts.h"

namespace lipwright::widgets {

/// Means over the segments that have the measure; measured when one of them is.
[[nodiscard]] SyncFacts meanOf(const std::vector<SyncFacts>& facts);
[[nodiscard]] QString verdictText(const SyncFacts& mean, std::size_t segments);
[[nodiscard]] QString offsetText(const std::vector<SyncFacts>& facts);

}  // namespace lipwright::widgets
