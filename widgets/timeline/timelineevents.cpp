// The timeline's mouse, wheel, keys and drops.
#include "widgets/timeline/timelinestate_p.h"
#include "widgets/timeline/timelinetips_p.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace lipwright::widgets {

void TimelineWidget::wheelEvent(QWheelEvent* event) {
    State& s = *m_state;
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const double steps = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        s.axis.zoomBy(std::pow(1.25, steps), event->position().x() - LaneLayout::kHeaderWidth);
        s.viewChanged();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        s.scrollLanes(s.vertical->value() - static_cast<int>(40 * steps));
    } else {
        const double by = pixels.isNull() ? steps * 0.08 * s.axis.width()
                                          : (pixels.x() != 0 ? pixels.x() : pixels.y());
        s.scrollTo(s.axis.scrolledColumns() - by);
    }
    event->accept();
}

void TimelineWidget::mousePressEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.axis.empty() || event->button() == Qt::MiddleButton) {
        return;
    }
    const Hit hit = hitAt(s.scene(), event->pos());
    s.select(hit, event->modifiers(), event->button() == Qt::RightButton);
    if (event->button() != Qt::LeftButton) {
        return;
    }
    s.gesture.press(s.scene(), hit, event->pos());
    if (s.gesture.kind() == Gesture::Kind::scrub) {
        Q_EMIT scrubbingChanged(true);
        s.scrubTo(event->pos().x());
    }
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.gesture.kind() == Gesture::Kind::none) {
        s.showCursor(hitAt(s.scene(), event->pos()));
        return;
    }
    const bool snap = s.snapping && !(event->modifiers() & Qt::AltModifier);
    s.dragTo(event->pos(), snap);
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_state->finishGesture(event->modifiers());
    }
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit hit = hitAt(m_state->scene(), event->pos());
    if (hit.part == Hit::Part::marker) {
        Q_EMIT markerActivated(hit.id);
    } else if (hit.id != 0) {
        Q_EMIT segmentActivated(hit.id);
    } else {
        mousePressEvent(event);
    }
}

void TimelineWidget::contextMenuEvent(QContextMenuEvent* event) {
    State& s = *m_state;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint where = byKey ? QPoint(columnOf(s.playhead), height() / 2) : event->pos();
    Q_EMIT contextMenuRequested(mapToGlobal(where), byKey ? s.playhead : frameAt(where.x()));
}

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
    State& s = *m_state;
    const auto selected = selection();
    if (event->key() == Qt::Key_Escape && s.gesture.kind() != Gesture::Kind::none) {
        const bool scrubbed = s.gesture.kind() == Gesture::Kind::scrub;
        s.gesture.end();
        update();
        if (scrubbed) {
            Q_EMIT scrubbingChanged(false);
        }
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               !selected.empty()) {
        Q_EMIT segmentActivated(selected.front());
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool TimelineWidget::focusNextPrevChild(bool next) {
    return m_state->selectNeighbour(next ? 1 : -1) || QWidget::focusNextPrevChild(next);
}

bool TimelineWidget::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Hit hit = hitAt(m_state->scene(), help->pos());
        const TimelineSegment* segment = m_state->model.segment(hit.id);
        if (segment != nullptr) {
            QToolTip::showText(help->globalPos(), segmentTip(m_state->model, *segment), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void TimelineWidget::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void TimelineWidget::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT filesDropped(event->mimeData()->urls(), frameAt(event->position().toPoint().x()));
}

}  // namespace lipwright::widgets
