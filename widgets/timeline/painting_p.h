// The painters of the lanes. Each draws one lane of what is visible, within `lane` (widget
// coordinates; column 0 of the axis is lane.left()).
#pragma once

#include "widgets/timeline/lanelayout_p.h"
#include "widgets/timeline/thumbnailstrip_p.h"
#include "widgets/timeline/timeaxis_p.h"

#include <QPainter>
#include <QPalette>

namespace lipwright::widgets {

struct Drawing {
    QPainter& painter;
    const TimelineModel& model;
    const TimeAxis& axis;
    const QPalette& palette;
};

/// A step between the window's background and its text.
[[nodiscard]] QColor shade(const QPalette& palette, double share);

void paintRuler(const Drawing& drawing, const QRect& lane);
void paintSound(const Drawing& drawing, const QRect& lane, const TimelineSound& sound);
void paintSegments(const Drawing& drawing, const QRect& lane, int row);
void paintSegmentBox(QPainter& painter, const QRectF& box, const TimelineSegment& segment,
                     bool selected, const QPalette& palette);
void paintCurves(const Drawing& drawing, const QRect& lane,
                 const std::vector<TimelineCurve>& curves, const QColor& colour);
/// Everything but what moves with the mouse and the playhead.
void paintContent(const Drawing& drawing, const LaneLayout& layout,
                  const ThumbnailStrip& thumbnails, QSize size);

}  // namespace lipwright::widgets
