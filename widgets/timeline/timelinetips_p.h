// What a segment's tooltip and a drag's label say.
#pragma once

#include "widgets/timeline/gestures_p.h"

namespace lipwright::widgets {

[[nodiscard]] QString segmentTip(const TimelineModel& model, const TimelineSegment& segment);
/// "+12 frames", "01:00:02:03 · 1:04 long"; empty when nothing is dragged.
[[nodiscard]] QString dragLabel(const TimelineModel& model, const Gesture& gesture);

}  // namespace lipwright::widgets
