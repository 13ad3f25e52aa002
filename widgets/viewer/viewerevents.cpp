// What mouse and keys do in the viewer while no brush takes them.
#include "widgets/viewer/brushstrip_p.h"
#include "widgets/viewer/viewerstate_p.h"
#include "widgets/viewer/viewerwidget.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace lipwright::widgets {
namespace {

constexpr double kWheelPerDoubling = 360.0;  ///< three notches

}  // namespace

bool ViewerWidget::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool back = key->key() == Qt::Key_Backtab;
        if ((back || key->key() == Qt::Key_Tab) && focusFace(back ? -1 : 1)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ViewerWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    m_state->geometry.setWidget(size(), devicePixelRatioF());
    m_state->paint(painter, QRectF(rect()));
    if (hasFocus() && m_state->marks.focused < 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ViewerWidget::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_state->geometry.setWidget(size(), devicePixelRatioF());
    m_state->strip->placeIn(rect());
    tellZoom();
}

void ViewerWidget::wheelEvent(QWheelEvent* event) {
    const double turned = event->angleDelta().y();
    if (turned == 0 || m_state->geometry.isEmpty()) {
        event->ignore();
        return;
    }
    zoomAt(zoom() * std::exp2(turned / kWheelPerDoubling), event->position());
    event->accept();
}

void ViewerWidget::mousePressEvent(QMouseEvent* event) {
    State& s = *m_state;
    s.pressed = s.last = event->position();
    if (event->button() == Qt::MiddleButton) {
        s.drag = State::Drag::pan;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        s.drag = s.onWipe(event->position()) ? State::Drag::wipe : State::Drag::press;
    } else {
        QWidget::mousePressEvent(event);
    }
}

void ViewerWidget::mouseMoveEvent(QMouseEvent* event) {
    State& s = *m_state;
    const QPointF now = event->position();
    if (s.drag == State::Drag::press && !s.geometry.isFit() &&
        (now - s.pressed).manhattanLength() >= QApplication::startDragDistance()) {
        s.drag = State::Drag::pan;
        setCursor(Qt::ClosedHandCursor);
    }
    if (s.drag == State::Drag::pan) {
        s.geometry.pan(now - s.last);
        update();
    } else if (s.drag == State::Drag::wipe) {
        const QRectF shown = s.geometry.picture(0);
        setWipePosition((now.x() - shown.left()) / std::max(1.0, shown.width()));
    } else if (s.drag == State::Drag::none) {
        hover(now);
    }
    s.last = now;
}

void ViewerWidget::mouseReleaseEvent(QMouseEvent* event) {
    State& s = *m_state;
    const State::Drag ended = std::exchange(s.drag, State::Drag::none);
    const QPointF moved = event->position() - s.pressed;
    if (ended == State::Drag::press &&
        moved.manhattanLength() < QApplication::startDragDistance()) {
        chooseFace(s.onPicture(event->position()) ? faceAt(s.faces, toFilm(event->position()))
                                                  : -1);
    }
    hover(event->position());
}

void ViewerWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (event->button() != Qt::LeftButton || s.onWipe(event->position())) {
        mousePressEvent(event);
        return;
    }
    s.drag = State::Drag::none;
    if (s.geometry.isFit()) {
        zoomAt(1.0, event->position());
    } else {
        zoomToFit();
    }
}

void ViewerWidget::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m_state->marks.hovered >= 0) {
        m_state->marks.hovered = -1;
        update();
    }
}

void ViewerWidget::keyPressEvent(QKeyEvent* event) {
    const bool choose = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (choose && m_state->marks.focused >= 0) {
        chooseFace(m_state->marks.focused);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_state->marks.focused >= 0) {
        m_state->marks.focused = -1;
        update();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ViewerWidget::focusOutEvent(QFocusEvent* event) {
    m_state->marks.focused = -1;
    update();
    QWidget::focusOutEvent(event);
}

void ViewerWidget::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void ViewerWidget::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT filesDropped(event->mimeData()->urls());
}

void ViewerWidget::hover(QPointF position) {
    State& s = *m_state;
    if (s.brush.isActive()) {
        setCursor(Qt::BlankCursor);  // the brush shows itself
        return;
    }
    const bool faces = s.overlays & faceBoxes && s.onPicture(position);
    const int now = faces ? faceAt(s.faces, toFilm(position)) : -1;
    setCursor(s.onWipe(position) ? Qt::SplitHCursor
              : now >= 0         ? Qt::PointingHandCursor
                                 : Qt::ArrowCursor);
    if (now != s.marks.hovered) {
        s.marks.hovered = now;
        update();
    }
}

void ViewerWidget::chooseFace(int index) {
    if (index >= 0) {
        const FaceOverlay& face = m_state->faces[static_cast<std::size_t>(index)];
        Q_EMIT faceClicked(face.track, face.actor);
    }
}

bool ViewerWidget::focusFace(int step) {
    State& s = *m_state;
    const auto count = static_cast<int>(s.faces.size());
    if (count == 0 || !(s.overlays & faceBoxes)) {
        return false;
    }
    const int first = step > 0 ? 0 : count - 1;
    const int next = s.marks.focused < 0 ? first : s.marks.focused + step;
    update();
    if (next < 0 || next >= count) {
        s.marks.focused = -1;
        setAccessibleDescription({});
        return false;  // and the focus goes on to the next widget
    }
    s.marks.focused = next;
    setAccessibleDescription(
        tr("Face of %1. Enter chooses it.").arg(s.faces[static_cast<std::size_t>(next)].name));
    return true;
}

}  // namespace lipwright::widgets
