// What the mask brush paints, in film pixels. A stroke is one mark, or several where a pen's
// pressure changes the width on the way.
#pragma once

#include <QList>
#include <QPointF>

namespace lipwright::widgets {

struct BrushMark {
    QList<QPointF> points;
    double radius = 0.0;
    double softness = 0.0;  ///< share of the radius over which it fades, 0..1
    bool erases = false;
};

}  // namespace lipwright::widgets
