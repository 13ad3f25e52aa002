#include "widgets/viewer/viewgeometry_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kGap = 4.0;
constexpr double kSmallest = 1e-4;

double insideOf(double centre, double film, double visible) {
    return visible >= film ? film / 2 : std::clamp(centre, visible / 2, film - visible / 2);
}

}  // namespace

void ViewGeometry::setWidget(QSizeF size, double devicePixelRatio) {
    m_widget = size;
    m_ratio = devicePixelRatio > 0 ? devicePixelRatio : 1.0;
    keepInside();
}

void ViewGeometry::setFilm(QSizeF size) {
    if (size == m_film) {
        return;
    }
    m_film = size;
    m_centre = QPointF(size.width() / 2, size.height() / 2);
    keepInside();
}

void ViewGeometry::setPanes(int panes) {
    m_panes = panes;
    keepInside();
}

void ViewGeometry::fit() {
    m_fit = true;
    keepInside();
}

void ViewGeometry::setZoom(double zoom, QPointF keep) {
    if (isEmpty()) {
        return;
    }
    const QPointF offset = keep - pane(paneAt(keep)).center();
    const QPointF film = m_centre + offset / scale();
    const double least = std::min(fitZoom(), 1.0);
    m_zoom = std::clamp(zoom, least, std::max(least, kLargestZoom));
    m_fit = m_zoom <= fitZoom() && m_zoom >= fitZoom() * 0.999;
    m_centre = film - offset / scale();
    keepInside();
}

void ViewGeometry::pan(QPointF delta) {
    if (!isEmpty()) {
        m_centre -= delta / scale();
        keepInside();
    }
}

double ViewGeometry::zoom() const {
    return m_fit ? fitZoom() : m_zoom;
}

bool ViewGeometry::isEmpty() const {
    return m_film.isEmpty() || m_widget.width() < 1 || m_widget.height() < 1;
}

QRectF ViewGeometry::pane(int number) const {
    const double gap = m_panes > 1 ? kGap : 0.0;
    const double width = std::max(0.0, (m_widget.width() - gap) / m_panes);
    return {number * (width + gap), 0, width, m_widget.height()};
}

int ViewGeometry::paneAt(QPointF position) const {
    return m_panes > 1 && position.x() >= m_widget.width() / 2 ? 1 : 0;
}

QRectF ViewGeometry::picture(int number) const {
    const double size = scale();
    // The origin lies on a device pixel, so that 1:1 shows the film's own pixels.
    const QPointF origin = pane(number).center() - m_centre * size;
    const QPointF snapped(std::round(origin.x() * m_ratio) / m_ratio,
                          std::round(origin.y() * m_ratio) / m_ratio);
    return {snapped, m_film * size};
}

double ViewGeometry::scale() const {
    return std::max(kSmallest, zoom() / m_ratio);
}

QPointF ViewGeometry::toFilm(QPointF position) const {
    return (position - picture(paneAt(position)).topLeft()) / scale();
}

QPointF ViewGeometry::fromFilm(QPointF point, int number) const {
    return picture(number).topLeft() + point * scale();
}

double ViewGeometry::fitZoom() const {
    if (isEmpty()) {
        return 1.0;
    }
    const QRectF area = pane(0);
    return std::max(kSmallest, m_ratio * std::min(area.width() / m_film.width(),
                                                  area.height() / m_film.height()));
}

void ViewGeometry::keepInside() {
    if (isEmpty()) {
        return;
    }
    if (m_zoom < fitZoom() && m_zoom < 1.0) {
        m_fit = true;
    }
    const QRectF area = pane(0);
    m_centre.setX(insideOf(m_centre.x(), m_film.width(), area.width() / scale()));
    m_centre.setY(insideOf(m_centre.y(), m_film.height(), area.height() / scale()));
}

}  // namespace lipwright::widgets
