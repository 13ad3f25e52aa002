#include "widgets/viewer/brushpainting_p.h"
#include "widgets/viewer/maskbrush_p.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTabletEvent>
#include <QTransform>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kSizeStep = 1.15;
constexpr double kSoftnessStep = 0.1;
constexpr double kFirstRadius = 0.035;   ///< of the film's height
constexpr double kLargestRadius = 0.25;  ///< likewise
constexpr int kPatienceMs = 800;
constexpr double kNotch = 120.0;

// The keys of "[" and "]", with Shift, and as Cyrillic layouts name them.
constexpr std::array<int, 3> kLess = {Qt::Key_BracketLeft, Qt::Key_BraceLeft, 0x0425};
constexpr std::array<int, 4> kMore = {Qt::Key_BracketRight, Qt::Key_BraceRight, 0x0407, 0x042a};

/// -1, 1, or 0 for another key.
int direction(const QKeyEvent& event) {
    const auto in = [&event](const auto& keys) {
        return std::find(keys.begin(), keys.end(), event.key()) != keys.end();
    };
    return in(kLess) ? -1 : in(kMore) ? 1 : 0;
}

bool isPlain(const QKeyEvent& event) {
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

}  // namespace

MaskBrush::MaskBrush(ViewerWidget& viewer, const ViewGeometry& geometry)
    : m_viewer(viewer), m_geometry(geometry) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_waiting.clear();
        m_viewer.update();
    });
    viewer.installEventFilter(this);
}

void MaskBrush::setTool(Tool tool) {
    if (tool == m_tool) {
        return;
    }
    m_recorder.cancel();
    m_tool = tool;
    m_viewer.setCursor(isActive() ? Qt::BlankCursor : Qt::ArrowCursor);
    m_viewer.update();
    Q_EMIT toolChanged(tool);
}

void MaskBrush::setRadius(double filmPixels) {
    const double inside = std::clamp(filmPixels, kLeastRadius, largestRadius());
    if (inside != m_radius) {
        m_radius = inside;
        m_viewer.update();
        Q_EMIT brushChanged();
    }
}

double MaskBrush::largestRadius() const {
    return std::max(kLeastRadius, kLargestRadius * m_film.height());
}

void MaskBrush::setSoftness(double softness) {
    const double inside = std::clamp(softness, 0.0, 1.0);
    if (inside != m_softness) {
        m_softness = inside;
        m_viewer.update();
        Q_EMIT brushChanged();
    }
}

void MaskBrush::setPicture(QSize film) {
    m_waiting.clear();
    if (film == m_film || film.isEmpty()) {
        return;
    }
    const double share = m_radius > 0 ? m_radius / m_film.height() : kFirstRadius;
    m_film = film;
    setRadius(share * film.height());
}

void MaskBrush::paint(QPainter& painter, int pane) const {
    paintMarks(painter, m_waiting, toWidget(pane));
    paintMarks(painter, m_recorder.marks(), toWidget(pane));
    if (isActive() && m_cursor && m_geometry.paneAt(*m_cursor) == pane) {
        paintBrushCursor(painter, *m_cursor, m_radius * m_geometry.scale(), m_softness,
                         erasesNow());
    }
}

bool MaskBrush::eventFilter(QObject* watched, QEvent* event) {
    if (!isActive()) {
        return QObject::eventFilter(watched, event);
    }
    switch (event->type()) {
        case QEvent::ShortcutOverride:
            if (knows(*static_cast<QKeyEvent*>(event))) {
                event->accept();  // the key is meant for the brush, not for a command
                return true;
            }
            return false;
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
            return key(*static_cast<QKeyEvent*>(event));
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::MouseButtonRelease:
            return mouse(*static_cast<QMouseEvent*>(event));
        case QEvent::TabletPress:
        case QEvent::TabletMove:
        case QEvent::TabletRelease:
            return tablet(*static_cast<QTabletEvent*>(event));
        case QEvent::Wheel:
            return wheel(*static_cast<QWheelEvent*>(event));
        case QEvent::Leave:
            moveCursor({});
            return false;
        default:
            return false;
    }
}

bool MaskBrush::mouse(const QMouseEvent& event) {
    m_alt = event.modifiers() & Qt::AltModifier;
    moveCursor(event.position());
    if (event.type() == QEvent::MouseMove) {
        if (m_recorder.isRunning()) {
            extend(event.position(), 1.0);
        }
        return !(event.buttons() & Qt::MiddleButton);  // which pans
    }
    if (event.button() != Qt::LeftButton) {
        return false;
    }
    if (event.type() == QEvent::MouseButtonRelease) {
        finish(event.position());
    } else {
        begin(event.position(), erasesNow(), 1.0);
    }
    return true;
}

bool MaskBrush::tablet(QTabletEvent& event) {
    m_alt = event.modifiers() & Qt::AltModifier;
    m_penErases = event.pointerType() == QPointingDevice::PointerType::Eraser;
    const QPointF position = event.position();
    moveCursor(position);
    switch (event.type()) {
        case QEvent::TabletPress:
            if (event.button() != Qt::LeftButton) {
                return false;
            }
            begin(position, erasesNow(), event.pressure());
            break;
        case QEvent::TabletMove:
            if (m_recorder.isRunning()) {
                extend(position, event.pressure());
            }
            break;
        default:
            finish(position);
            m_penErases = false;
    }
    event.accept();  // else it would come as a mouse event once more
    return true;
}

bool MaskBrush::wheel(const QWheelEvent& event) {
    if (!(event.modifiers() & Qt::ShiftModifier)) {
        return false;
    }
    // Some platforms turn the wheel sideways with Shift.
    const int turned =
        event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    setRadius(m_radius * std::pow(kSizeStep, turned / kNotch));
    return true;
}

bool MaskBrush::knows(const QKeyEvent& event) const {
    return isPlain(event) && (direction(event) != 0 || event.key() == Qt::Key_Escape);
}

bool MaskBrush::key(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Alt) {
        m_alt = event.type() == QEvent::KeyPress;
        m_viewer.update();
        return false;
    }
    if (event.type() != QEvent::KeyPress || !knows(event)) {
        return false;
    }
    if (const int step = direction(event); step == 0) {
        cancel();
    } else if (event.modifiers() & Qt::ShiftModifier) {
        setSoftness(std::round((m_softness + step * kSoftnessStep) * 10) / 10);
    } else {
        setRadius(m_radius * std::pow(kSizeStep, step));
    }
    return true;
}

void MaskBrush::begin(QPointF position, bool erases, double pressure) {
    const int pane = m_geometry.paneAt(position);
    if (m_geometry.isEmpty() || !m_geometry.picture(pane).contains(position)) {
        return;
    }
    m_pane = pane;
    m_recorder.begin(toFilm(position), m_radius, m_softness, erases, pressure);
    m_viewer.update();
    Q_EMIT strokeBegun();
}

void MaskBrush::extend(QPointF position, double pressure) {
    m_recorder.add(toFilm(position), pressure);
    m_viewer.update();
}

void MaskBrush::finish(QPointF position) {
    if (!m_recorder.isRunning()) {
        return;
    }
    m_waiting = m_recorder.finish(toFilm(position));
    m_patience.start();
    Q_EMIT strokePainted(m_waiting);
}

void MaskBrush::cancel() {
    if (m_recorder.isRunning()) {
        m_recorder.cancel();
        m_viewer.update();
    } else {
        setTool(Tool::look);
    }
}

void MaskBrush::moveCursor(std::optional<QPointF> position) {
    const double radius = m_radius * m_geometry.scale();
    for (const auto& place : {m_cursor, position}) {
        if (place) {
            m_viewer.update(brushCursorArea(*place, radius).toAlignedRect());
        }
    }
    m_cursor = position;
}

bool MaskBrush::erasesNow() const {
    if (m_recorder.isRunning()) {
        return m_recorder.marks().first().erases;
    }
    return m_penErases || ((m_tool == Tool::eraseMask) != m_alt);
}

QTransform MaskBrush::toWidget(int pane) const {
    const QPointF origin = m_geometry.fromFilm({0, 0}, pane);
    const double scale = m_geometry.scale();
    return {scale, 0, 0, scale, origin.x(), origin.y()};
}

QPointF MaskBrush::toFilm(QPointF position) const {
    return toWidget(m_pane).inverted().map(position);
}

}  // namespace lipwright::widgets
