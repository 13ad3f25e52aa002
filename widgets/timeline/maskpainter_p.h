// Draws the mask lane of the segments in sight.
#pragma once

#include "widgets/timeline/maskview_p.h"

#include <QPainter>
#include <QPalette>

namespace lipwright::widgets {

void paintMasks(QPainter& painter, const MaskView& view, const TimeAxis& axis,
                const std::vector<project::Id>& selection, const QPalette& palette);

}  // namespace lipwright::widgets
