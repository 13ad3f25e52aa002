// Draws the shape lane: the voice's waveform, its wish as a thin line, what the user shaped as a
// strong one with points.
#pragma once

#include "widgets/timeline/shapeview_p.h"

#include <QPainter>
#include <QPalette>

namespace lipwright::widgets {

void paintShapes(QPainter& painter, const ShapeView& view, const TimeAxis& axis,
                 const std::vector<TimelineSound>& sounds, const std::vector<project::Id>& selected,
                 const QPalette& palette);
/// The chosen stretch with its handle; `factor`: what the handle says.
void paintStretch(QPainter& painter, const ShapeView& view, const TimeAxis& axis, double factor,
                  const QPalette& palette);

}  // namespace lipwright::widgets
