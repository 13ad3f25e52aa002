// What TimelineWidget holds and does between its events.
#pragma once

#include "widgets/timeline/gestures_p.h"
#include "widgets/timeline/thumbnailstrip_p.h"
#include "widgets/timeline/timelinewidget.h"

#include <QPixmap>
#include <QScrollBar>
#include <QTimer>

namespace lipwright::widgets {

struct TimelineWidget::State {
    explicit State(TimelineWidget& owner);

    [[nodiscard]] Scene scene() const { return {model, axis, layout, playhead}; }
    [[nodiscard]] QSize lanesSize() const;  ///< without the scroll bars

    void arrange();      ///< after a change of size or lanes
    void viewChanged();  ///< after a scroll or zoom
    void changed();      ///< something shown changed
    void paint(const QRect& area);
    [[nodiscard]] QRect playheadStrip() const;

    void scrollTo(double column);
    void scrollLanes(int y);
    void zoomAboutPlayhead(double factor);
    void scrubTo(int x);
    void movePlayhead(std::int64_t frame);
    /// A drag goes on; beyond the edge the view follows it until it comes back or ends.
    void dragTo(QPoint point, bool snap);
    void select(const Hit& hit, Qt::KeyboardModifiers modifiers, bool menu);
    bool selectNeighbour(int direction);
    void setSelected(std::set<project::Id> ids);
    void finishGesture(Qt::KeyboardModifiers modifiers);
    void showCursor(const Hit& hit);
    void wishThumbnails();

    TimelineWidget& widget;
    TimelineModel model;
    TimeAxis axis;
    LaneLayout layout;
    ThumbnailStrip thumbnails;
    Gesture gesture;
    std::int64_t playhead = 0;
    bool snapping = true;
    bool narrowsOnRelease = false;  ///< a click on one of several selected selects it alone
    QScrollBar* horizontal;
    QScrollBar* vertical;
    QTimer* thumbnailsDue;
    QTimer* edgeDue;
    QPoint draggedTo;
    bool draggedWithSnap = false;
    QPixmap content;
    bool contentValid = false;

private:
    void scrollAtEdge();
    void paintOverlay(class QPainter& painter);
    void paintGhost(class QPainter& painter);
    void paintPlayhead(class QPainter& painter);
};

}  // namespace lipwright::widgets
