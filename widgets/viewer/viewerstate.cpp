#include "widgets/viewer/brushstrip_p.h"
#include "widgets/viewer/captions_p.h"
#include "widgets/viewer/maskcontour_p.h"
#include "widgets/viewer/pictureanalysis_p.h"
#include "widgets/viewer/viewerstate_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kCrispFrom = 2.0;  ///< zoom at which film pixels become visible squares
constexpr double kWipeReach = 7.0;
constexpr double kHandle = 11.0;
const QColor kMaskTint(86, 180, 233);
const QColor kMaskLine(150, 215, 255);

}  // namespace

ViewerWidget::State::State(ViewerWidget& viewer)
    : brush(viewer, geometry), strip(new BrushStrip(&viewer)) {}

void ViewerWidget::State::paint(QPainter& painter, const QRectF& area) {
    painter.fillRect(area, QColor(12, 12, 12));
    if (picture.original.isNull() || geometry.isEmpty()) {
        painter.setPen(QColor(165, 165, 165));
        painter.drawText(area.adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         placeholder);
        return;
    }
    paintPictures(painter);
    for (int pane = 0; pane < geometry.panes(); ++pane) {
        paintOverlays(painter, pane);
    }
    if (mode == ViewMode::splitWipe) {
        paintWipe(painter);
    }
    if (overlays & mouthInset) {
        paintInset(painter, area);
    }
    paintCaptions(painter, area);
}

double ViewerWidget::State::wipeX() const {
    const QRectF shown = geometry.picture(0);
    return shown.left() + shown.width() * wipe;
}

bool ViewerWidget::State::onWipe(QPointF position) const {
    return mode == ViewMode::splitWipe && !picture.original.isNull() && !geometry.isEmpty() &&
           std::abs(position.x() - wipeX()) <= kWipeReach;
}

bool ViewerWidget::State::onPicture(QPointF position) const {
    const int pane = geometry.paneAt(position);
    return !geometry.isEmpty() &&
           geometry.picture(pane).intersected(geometry.pane(pane)).contains(position);
}

void ViewerWidget::State::paintPictures(QPainter& painter) {
    const QRectF whole = geometry.pane(0);
    const QImage* first = sides.first(picture).image;
    const QImage* second = sides.second(picture).image;
    switch (mode) {
        case ViewMode::original:
            paintPicture(painter, m_scaled[0], picture.original, 0, whole);
            break;
        case ViewMode::dubbed:
            paintPicture(painter, m_scaled[1], *second, 0, whole);
            break;
        case ViewMode::difference:
            paintPicture(painter, m_scaled[1], difference(), 0, whole);
            break;
        case ViewMode::sideBySide:
            paintPicture(painter, m_scaled[0], *first, 0, whole);
            paintPicture(painter, m_scaled[1], *second, 1, geometry.pane(1));
            break;
        case ViewMode::splitWipe: {
            QRectF right = whole;
            right.setLeft(wipeX());
            paintPicture(painter, m_scaled[0], *first, 0, whole);
            painter.save();
            painter.setClipRect(right);
            paintPicture(painter, m_scaled[1], *second, 0, whole);
            painter.restore();
            break;
        }
    }
}

void ViewerWidget::State::paintPicture(QPainter& painter, ScaledPicture& scaled,
                                       const QImage& image, int pane, const QRectF& visible) {
    scaled.paint(painter, image, geometry.picture(pane), visible, geometry.zoom() >= kCrispFrom);
}

void ViewerWidget::State::paintOverlays(QPainter& painter, int pane) {
    painter.save();
    painter.setClipRect(geometry.pane(pane));
    if (overlays & ViewerWidget::mask || brush.isActive()) {
        paintMask(painter, pane);
    }
    paintFaces(painter, faces, overlays, marks,
               [this, pane](QPointF point) { return geometry.fromFilm(point, pane); });
    brush.paint(painter, pane);
    painter.restore();
}

void ViewerWidget::State::paintMask(QPainter& painter, int pane) {
    if (picture.mask.isNull() || picture.maskRegion.isEmpty()) {
        return;
    }
    const QRectF region(picture.maskRegion);
    const QRectF target(geometry.fromFilm(region.topLeft(), pane),
                        geometry.fromFilm(region.bottomRight(), pane));
    takeMask();
    m_scaledMask[static_cast<std::size_t>(pane)].paint(painter, m_tint, target, geometry.pane(pane),
                                                       false);
    paintContour(painter, target);
}

void ViewerWidget::State::paintContour(QPainter& painter, const QRectF& target) {
    QTransform onto;
    onto.translate(target.left(), target.top());
    onto.scale(target.width() / m_tint.width(), target.height() / m_tint.height());
    const QPainterPath line = onto.map(m_contour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // The dark line below keeps the bright one visible on any picture.
    painter.setPen(QPen(QColor(0, 0, 0, 150), 3.5));
    painter.drawPath(line);
    painter.setPen(QPen(kMaskLine, 1.5));
    painter.drawPath(line);
    painter.restore();
}

void ViewerWidget::State::paintInset(QPainter& painter, const QRectF& area) {
    const QImage* first = sides.first(picture).image;
    const QImage* second = sides.second(picture).image;
    if (mode == ViewMode::splitWipe || mode == ViewMode::sideBySide) {
        inset.paint(painter, area, picture.filmSize, {first, second});
    } else {
        inset.paint(painter, area, picture.filmSize,
                    {mode == ViewMode::original ? &picture.original : second});
    }
}

void ViewerWidget::State::paintWipe(QPainter& painter) {
    const QRectF shown = geometry.picture(0).intersected(geometry.pane(0));
    const double x = wipeX();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
    painter.drawLine(QPointF(x, shown.top()), QPointF(x, shown.bottom()));
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1));
    painter.drawLine(QPointF(x, shown.top()), QPointF(x, shown.bottom()));
    const QPointF middle(x, shown.center().y());
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.setBrush(QColor(255, 255, 255, 230));
    painter.drawEllipse(middle, kHandle, kHandle);
    painter.setBrush(QColor(40, 40, 40));
    painter.setPen(Qt::NoPen);
    for (const double side : {-1.0, 1.0}) {
        painter.drawPolygon(QPolygonF{middle + QPointF(side * 7, 0), middle + QPointF(side * 3, -4),
                                      middle + QPointF(side * 3, 4)});
    }
    painter.restore();
}

void ViewerWidget::State::paintCaptions(QPainter& painter, const QRectF& area) {
    const QString first = sides.first(picture).name;
    const QString second = sides.second(picture).name;
    const QRectF shown = geometry.pane(0).intersected(geometry.picture(0));
    const auto left = Qt::AlignLeft | Qt::AlignTop;
    if (mode == ViewMode::sideBySide) {
        paintCaption(painter, shown, left, first);
        paintCaption(painter, geometry.pane(1).intersected(geometry.picture(1)), left, second);
    } else if (mode == ViewMode::splitWipe) {
        const double edge = std::clamp(wipeX(), shown.left(), shown.right());
        paintCaption(painter, {shown.topLeft(), QPointF(edge, shown.bottom())}, left, first);
        paintCaption(painter, {QPointF(edge, shown.top()), shown.bottomRight()},
                     Qt::AlignRight | Qt::AlignTop, second);
    } else if (mode == ViewMode::difference) {
        paintCaption(painter, shown, left, differenceText());
    } else if (mode == ViewMode::dubbed && sides.needsName()) {
        paintCaption(painter, shown, left, second);
    }
    paintCaption(painter, area, Qt::AlignHCenter | Qt::AlignBottom, banner);
}

QString ViewerWidget::State::differenceText() const {
    if (picture.dubbed.isNull() && picture.compared.isNull()) {
        return ViewerWidget::tr("No difference: this frame is not dubbed");
    }
    if (sides.with == Comparison::take) {
        return ViewerWidget::tr("Difference of %1 and %2 × %3")
            .arg(sides.first(picture).name, sides.second(picture).name)
            .arg(kDifferenceGain);
    }
    return ViewerWidget::tr("Difference × %1").arg(kDifferenceGain);
}

const QImage& ViewerWidget::State::difference() {
    const QImage& a = *sides.first(picture).image;
    const QImage& b = *sides.second(picture).image;
    const std::array<qint64, 2> now{a.cacheKey(), b.cacheKey()};
    if (m_difference.isNull() || m_differenceOf != now) {
        m_differenceOf = now;
        if (now[0] == now[1]) {
            m_difference = QImage(a.size(), QImage::Format_RGB32);
            m_difference.fill(Qt::black);
        } else {
            m_difference = differenceOf(a, b);
        }
    }
    return m_difference;
}

void ViewerWidget::State::takeMask() {
    if (m_tint.isNull() || m_maskTaken != picture.mask.cacheKey()) {
        m_maskTaken = picture.mask.cacheKey();
        const QImage alpha = picture.mask.convertToFormat(QImage::Format_Alpha8);
        m_tint = tintedMask(alpha, kMaskTint);
        m_contour = contourOf(alpha);
    }
}

}  // namespace lipwright::widgets
