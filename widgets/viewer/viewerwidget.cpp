#include "widgets/viewer/viewerwidget.h"

#include "widgets/viewer/viewerstate_p.h"

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

bool samePicture(const ViewerPicture& a, const ViewerPicture& b) {
    return a.frame == b.frame && a.filmSize == b.filmSize && a.maskRegion == b.maskRegion &&
           a.original.cacheKey() == b.original.cacheKey() &&
           a.dubbed.cacheKey() == b.dubbed.cacheKey() && a.mask.cacheKey() == b.mask.cacheKey();
}

}  // namespace

ViewerWidget::ViewerWidget(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    setObjectName(QStringLiteral("viewer"));
    setAccessibleName(tr("Viewer"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ViewerWidget::~ViewerWidget() = default;

void ViewerWidget::setPicture(const ViewerPicture& picture) {
    if (samePicture(m_state->picture, picture)) {
        return;
    }
    m_state->picture = picture;
    if (picture.filmSize.isEmpty()) {
        m_state->picture.filmSize = picture.original.size();
    }
    m_state->geometry.setFilm(m_state->picture.filmSize);
    tellZoom();
    update();
}

void ViewerWidget::setFaces(const std::vector<FaceOverlay>& faces) {
    State& s = *m_state;
    if (faces.empty() && s.faces.empty()) {
        return;
    }
    s.faces = faces;
    const auto count = static_cast<int>(faces.size());
    s.marks.hovered = s.marks.hovered < count ? s.marks.hovered : -1;
    s.marks.focused = s.marks.focused < count ? s.marks.focused : -1;
    s.inset.follow(faces);
    if (s.overlays) {
        update();
    }
}

const ViewerPicture& ViewerWidget::picture() const {
    return m_state->picture;
}

void ViewerWidget::setMode(ViewMode mode) {
    if (mode == m_state->mode) {
        return;
    }
    m_state->mode = mode;
    m_state->geometry.setPanes(mode == ViewMode::sideBySide ? 2 : 1);
    Q_EMIT modeChanged(mode);
    tellZoom();
    update();
}

ViewMode ViewerWidget::mode() const {
    return m_state->mode;
}

void ViewerWidget::setOverlays(Overlays overlays) {
    if (overlays == m_state->overlays) {
        return;
    }
    m_state->overlays = overlays;
    if (!(overlays & faceBoxes)) {
        m_state->marks = {};
    }
    Q_EMIT overlaysChanged(overlays);
    update();
}

ViewerWidget::Overlays ViewerWidget::overlays() const {
    return m_state->overlays;
}

void ViewerWidget::setWipePosition(double share) {
    const double inside = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.5;
    if (inside != m_state->wipe) {
        m_state->wipe = inside;
        update();
    }
}

double ViewerWidget::wipePosition() const {
    return m_state->wipe;
}

void ViewerWidget::zoomToFit() {
    m_state->geometry.fit();
    tellZoom();
    update();
}

void ViewerWidget::setZoom(double screenPixelsPerFilmPixel) {
    zoomAt(screenPixelsPerFilmPixel, m_state->geometry.pane(0).center());
}

double ViewerWidget::zoom() const {
    return m_state->geometry.zoom();
}

void ViewerWidget::setPlaceholder(const QString& text) {
    m_state->placeholder = text;
    update();
}

void ViewerWidget::setBanner(const QString& text) {
    if (text != m_state->banner) {
        m_state->banner = text;
        update();
    }
}

QPointF ViewerWidget::toFilm(QPointF position) const {
    return m_state->geometry.toFilm(position);
}

QPointF ViewerWidget::fromFilm(QPointF point) const {
    return m_state->geometry.fromFilm(point);
}

QSize ViewerWidget::sizeHint() const {
    return {640, 360};
}

QSize ViewerWidget::minimumSizeHint() const {
    return {160, 90};
}

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

void ViewerWidget::zoomAt(double zoom, QPointF position) {
    if (!std::isfinite(zoom) || zoom <= 0) {
        return;
    }
    m_state->geometry.setZoom(zoom, position);
    tellZoom();
    update();
}

void ViewerWidget::tellZoom() {
    const double now = zoom();
    if (now != m_state->zoomTold) {
        m_state->zoomTold = now;
        Q_EMIT zoomChanged(now);
    }
}

void ViewerWidget::hover(QPointF position) {
    State& s = *m_state;
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
