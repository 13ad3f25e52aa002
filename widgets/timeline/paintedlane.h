// An axis lane drawn by hand: keeps what does not move with the mouse as a picture and draws
// gestures and the playhead over it.
#pragma once

#include "widgets/timeline/axislane.h"

#include <QPixmap>

namespace lipwright::widgets {

class PaintedLane : public AxisLane {
    Q_OBJECT
public:
    using AxisLane::AxisLane;

protected:
    /// Widget coordinates; clipped to the body.
    virtual void paintContent(QPainter& painter) = 0;
    virtual void paintOverlay(QPainter& painter) = 0;
    void contentChanged();

    void axisMoved() override { contentChanged(); }
    void selectionChanged() override { contentChanged(); }
    void playheadMoved(qint64 before) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintCached(QPainter& painter);

    QPixmap m_content;
    bool m_valid = false;
};

}  // namespace lipwright::widgets
