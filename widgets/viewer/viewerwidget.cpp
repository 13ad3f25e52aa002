#include "widgets/viewer/viewerwidget.h"

#include "widgets/viewer/brushstrip_p.h"
#include "widgets/viewer/viewerstate_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

bool samePicture(const ViewerPicture& a, const ViewerPicture& b) {
    return a.frame == b.frame && a.filmSize == b.filmSize && a.maskRegion == b.maskRegion &&
           a.original.cacheKey() == b.original.cacheKey() &&
           a.dubbed.cacheKey() == b.dubbed.cacheKey() && a.mask.cacheKey() == b.mask.cacheKey() &&
           a.compared.cacheKey() == b.compared.cacheKey();
}

}  // namespace

ViewerWidget::ViewerWidget(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>(*this)) {
    setObjectName(QStringLiteral("viewer"));
    setAccessibleName(tr("Viewer"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connectBrush();
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
    m_state->brush.setPicture(m_state->picture.filmSize);
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

void ViewerWidget::setComparison(Comparison with, const QString& takeName,
                                 const QString& shownName) {
    const ComparedSides wanted{with, isFlipped(), takeName, shownName};
    if (wanted != m_state->sides) {
        m_state->sides = wanted;
        update();
    }
}

Comparison ViewerWidget::comparison() const {
    return m_state->sides.with;
}

void ViewerWidget::setFlipped(bool flipped) {
    if (flipped != m_state->sides.flipped) {
        m_state->sides.flipped = flipped;
        Q_EMIT flippedChanged(flipped);
        update();
    }
}

bool ViewerWidget::isFlipped() const {
    return m_state->sides.flipped;
}

void ViewerWidget::setTool(Tool tool) {
    m_state->brush.setTool(tool);
}

ViewerWidget::Tool ViewerWidget::tool() const {
    return m_state->brush.tool();
}

void ViewerWidget::setBrushRadius(double filmPixels) {
    m_state->brush.setRadius(filmPixels);
}

double ViewerWidget::brushRadius() const {
    return m_state->brush.radius();
}

void ViewerWidget::setBrushSoftness(double softness) {
    m_state->brush.setSoftness(softness);
}

double ViewerWidget::brushSoftness() const {
    return m_state->brush.softness();
}

void ViewerWidget::setBrushActions(const QList<QAction*>& tools, const QList<QAction*>& keyframes) {
    m_state->strip->setActions(tools, keyframes);
    showBrush();
}

void ViewerWidget::connectBrush() {
    MaskBrush& brush = m_state->brush;
    BrushStrip& strip = *m_state->strip;
    connect(&brush, &MaskBrush::toolChanged, this, [this](Tool tool) {
        showBrush();
        if (tool != Tool::look) {
            setFocus(Qt::OtherFocusReason);  // the brush's keys
        }
        Q_EMIT toolChanged(tool);
    });
    connect(&brush, &MaskBrush::brushChanged, this, &ViewerWidget::showBrush);
    connect(&brush, &MaskBrush::strokeBegun, this, &ViewerWidget::brushStrokeBegun);
    connect(&brush, &MaskBrush::strokePainted, this, &ViewerWidget::brushStroke);
    connect(&strip, &BrushStrip::radiusChosen, &brush, &MaskBrush::setRadius);
    connect(&strip, &BrushStrip::softnessChosen, &brush, &MaskBrush::setSoftness);
    showBrush();
}

void ViewerWidget::showBrush() {
    const MaskBrush& brush = m_state->brush;
    BrushStrip& strip = *m_state->strip;
    strip.setVisible(brush.isActive());
    strip.setBrush(brush.radius(), MaskBrush::kLeastRadius, brush.largestRadius(),
                   brush.softness());
    strip.placeIn(rect());
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

}  // namespace lipwright::widgets
