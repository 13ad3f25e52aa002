// How the mask brush and what it paints look over the picture.
#pragma once

#include "widgets/viewer/brushmark.h"

#include <QPainter>

namespace lipwright::widgets {

/// A stroke that is being painted; `toWidget` maps film pixels.
void paintMarks(QPainter& painter, const QList<BrushMark>& marks, const QTransform& toWidget);

/// The circle under the pointer with a sign of what it does; lengths in widget pixels.
void paintBrushCursor(QPainter& painter, QPointF centre, double radius, double softness,
                      bool erases);

/// What paintBrushCursor() touches.
[[nodiscard]] QRectF brushCursorArea(QPointF centre, double radius);

}  // namespace lipwright::widgets
