// Measures of sync as text and as bars: the same wherever they are shown.
#pragma once

#include "widgets/panels/syncbar_p.h"
#include "widgets/panels/syncfacts.h"

namespace lipwright::widgets {

using ShownSync = std::optional<project::SyncSummary>;
using SyncMeasure = double project::SyncSummary::*;

[[nodiscard]] QString measureText(const ShownSync& sync, SyncMeasure measure);  ///< "—": nothing
[[nodiscard]] QString confidenceText(const ShownSync& sync);
[[nodiscard]] QString coverageText(const ShownSync& sync);
[[nodiscard]] QString offsetFramesText(const OffsetFacts& offset);  ///< "+2 fr ?" when in doubt

[[nodiscard]] SyncBar confidenceBar(const ShownSync& now, const ShownSync& before,
                                    const SyncScale& scale);
/// The tick is the film's own sound's value.
[[nodiscard]] SyncBar measureBar(const project::SyncSummary& now, const ShownSync& baseline,
                                 SyncMeasure measure);
[[nodiscard]] SyncBar offsetBar(const OffsetFacts& offset);

}  // namespace lipwright::widgets
