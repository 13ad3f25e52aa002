// The painters of the lanes. Each draws one lane of what is visible, within `lane` (widget
// coordinates; column 0 of the axis is lane.left()).
#pragma once

#include "widgets/timeline/lanelayout_p.h"
#include "widgets/timeline/thumbnailstrip_p.h"
#include "widgets/timeline/timeaxis.h"

#include <QPainter>
#include <QPalette>

namespace lipwright::widgets {

struct Drawing {
    QPainter& painter;
    const TimelineModel& model;
    const TimeAxis& axis;
    const QPalette& palette;
};

inline const QColor kPlayheadColour(0xff, 0x5a, 0x4f);

/// A step between the window's background and its text.
[[nodiscard]] QColor shade(const QPalette& palette, double share);

void paintRuler(const Drawing& drawing, const QRect& lane);
void paintSound(const Drawing& drawing, const QRect& lane, const TimelineSound& sound);
void paintSegments(const Drawing& drawing, const QRect& lane, int row);
void paintSegmentBox(QPainter& painter, const QRectF& box, const TimelineSegment& segment,
                     bool selected, const QPalette& palette);
/// Every peak of the sound in sight, `lane` large, for a device of this pixel ratio.
[[nodiscard]] QImage waveformImage(const TimelineSound& sound, const TimeAxis& axis, QSize lane,
                                   double ratio, const QColor& colour);
/// A small box with text right below a point, kept within `bounds`.
void paintLabel(QPainter& painter, const QPalette& palette, const QString& text, QPoint below,
                const QRect& bounds);
/// Everything but what moves with the mouse and the playhead.
void paintContent(const Drawing& drawing, const LaneLayout& layout,
                  const ThumbnailStrip& thumbnails, QSize size);

}  // namespace lipwright::widgets
