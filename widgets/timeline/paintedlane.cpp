#include "widgets/timeline/paintedlane.h"

#include "widgets/timeline/painting_p.h"

#include <QEvent>
#include <QPaintEvent>
#include <cmath>

namespace lipwright::widgets {

void PaintedLane::contentChanged() {
    m_valid = false;
    update();
}

void PaintedLane::playheadMoved(qint64 before) {
    for (const qint64 frame : {before, playhead()}) {
        update(columnOf(frame) - 2, 0, 4, height());
    }
}

void PaintedLane::paintCached(QPainter& painter) {
    const double ratio = devicePixelRatioF();
    if (!m_valid || m_content.size() != size() * ratio) {
        m_content = QPixmap(size() * ratio);
        m_content.setDevicePixelRatio(ratio);
        m_content.fill(palette().color(QPalette::Base));
        QPainter content(&m_content);
        content.setFont(font());
        content.setClipRect(body());
        paintContent(content);
        m_valid = true;
    }
    painter.drawPixmap(0, 0, m_content);
}

void PaintedLane::paintEvent(QPaintEvent* event) {
    AxisLane::paintEvent(event);
    const QRect lane = body();
    if (lane.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setClipRegion(event->region() & lane);
    paintCached(painter);
    if (!axis().empty()) {
        paintOverlay(painter);
        const double x = std::floor(lane.left() + axis().columnOf(playhead())) + 0.5;
        painter.setPen(QPen(kPlayheadColour, 0));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
}

void PaintedLane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        contentChanged();
    }
    AxisLane::changeEvent(event);
}

}  // namespace lipwright::widgets
