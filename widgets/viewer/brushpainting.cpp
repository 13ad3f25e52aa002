#include "widgets/viewer/brushpainting_p.h"

#include <QPainterPath>
#include <algorithm>

namespace lipwright::widgets {
namespace {

// Okabe and Ito's bluish green and vermilion: told apart by everybody.
const QColor kPaints(0, 200, 145);
const QColor kErases(230, 105, 20);
constexpr int kRings = 6;           ///< of which a soft edge is put together
constexpr double kOpacity = 0.55;   ///< of a stroke where it is full
constexpr double kSignReach = 4.0;  ///< half the length of the sign's lines
constexpr double kLeastCircle = 2.0;

QPainterPath pathOf(const QList<QPointF>& points) {
    QPainterPath path(points.first());
    for (const QPointF& point : points) {
        path.lineTo(point);
    }
    if (path.length() == 0.0) {
        path.lineTo(points.first() + QPointF(0.01, 0));  // a dot: only a line gets round caps
    }
    return path;
}

void paintMark(QPainter& painter, const BrushMark& mark) {
    const QPainterPath path = pathOf(mark.points);
    const int rings = mark.softness > 0.02 ? kRings : 1;
    QColor colour = mark.erases ? kErases : kPaints;
    colour.setAlphaF(static_cast<float>(kOpacity / rings));
    for (int ring = 0; ring < rings; ++ring) {
        const double share = 1.0 - mark.softness * (ring + 0.5) / rings;
        painter.setPen(QPen(colour, 2 * mark.radius * std::max(0.01, share), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
}

void paintSign(QPainter& painter, QPointF centre, bool erases) {
    painter.drawLine(centre - QPointF(kSignReach, 0), centre + QPointF(kSignReach, 0));
    if (!erases) {
        painter.drawLine(centre - QPointF(0, kSignReach), centre + QPointF(0, kSignReach));
    }
}

}  // namespace

void paintMarks(QPainter& painter, const QList<BrushMark>& marks, const QTransform& toWidget) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(toWidget, true);
    painter.setBrush(Qt::NoBrush);
    for (const BrushMark& mark : marks) {
        paintMark(painter, mark);
    }
    painter.restore();
}

void paintBrushCursor(QPainter& painter, QPointF centre, double radius, double softness,
                      bool erases) {
    const double circle = std::max(kLeastCircle, radius);
    const double core = circle * (1.0 - softness);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 3));
    painter.drawEllipse(centre, circle, circle);
    paintSign(painter, centre, erases);
    painter.setPen(QPen(Qt::white, 1.2));
    painter.drawEllipse(centre, circle, circle);
    painter.setPen(QPen(erases ? kErases.lighter(130) : kPaints.lighter(130), 1.6));
    paintSign(painter, centre, erases);
    if (core >= 2 * kSignReach && circle - core > 3.0) {
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1, Qt::DotLine));
        painter.drawEllipse(centre, core, core);
    }
    painter.restore();
}

QRectF brushCursorArea(QPointF centre, double radius) {
    const double reach = std::max(radius, kSignReach) + 3.0;
    return {centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach};
}

}  // namespace lipwright::widgets
