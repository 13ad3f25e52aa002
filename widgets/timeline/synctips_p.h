// What the confidence lane says in words.
#pragma once

#include "widgets/timeline/synclane_p.h"

#include <QString>

namespace lipwright::widgets {

[[nodiscard]] QString syncKindName(SyncKind kind);
/// The three numbers of a frame, filtered and raw, or why there are none; rich text.
[[nodiscard]] QString readingTip(const SyncReading& reading, const QString& timecode);
/// "LSE-C 3.21 · LSE-D 8.05 · +1 · 82 %", of the take where there is one.
[[nodiscard]] QString summaryLine(const project::SyncSummary& summary);
/// The segment's numbers before and after; rich text, empty when it is not measured.
[[nodiscard]] QString segmentSyncTip(const TimelineSegmentSync& segment);

}  // namespace lipwright::widgets
