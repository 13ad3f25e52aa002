#include "widgets/viewer/captions_p.h"
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

}  // namespace

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
    const bool both = mode == ViewMode::splitWipe || mode == ViewMode::sideBySide;
    if (overlays & mouthInset) {
        inset.paint(painter, area, picture, mode == ViewMode::original, both);
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
    switch (mode) {
        case ViewMode::original:
            paintPicture(painter, m_scaled[0], picture.original, 0, whole);
            break;
        case ViewMode::dubbed:
            paintPicture(painter, m_scaled[1], shownDubbed(), 0, whole);
            break;
        case ViewMode::difference:
            paintPicture(painter, m_scaled[1], difference(), 0, whole);
            break;
        case ViewMode::sideBySide:
            paintPicture(painter, m_scaled[0], picture.original, 0, whole);
            paintPicture(painter, m_scaled[1], shownDubbed(), 1, geometry.pane(1));
            break;
        case ViewMode::splitWipe: {
            QRectF right = whole;
            right.setLeft(wipeX());
            paintPicture(painter, m_scaled[0], picture.original, 0, whole);
            painter.save();
            painter.setClipRect(right);
            paintPicture(painter, m_scaled[1], shownDubbed(), 0, whole);
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
    if (overlays & ViewerWidget::mask) {
        paintMask(painter, pane);
    }
    paintFaces(painter, faces, overlays, marks,
               [this, pane](QPointF point) { return geometry.fromFilm(point, pane); });
    painter.restore();
}

void ViewerWidget::State::paintMask(QPainter& painter, int pane) {
    if (picture.mask.isNull() || picture.maskRegion.isEmpty()) {
        return;
    }
    const QRectF region(picture.maskRegion);
    const QRectF target(geometry.fromFilm(region.topLeft(), pane),
                        geometry.fromFilm(region.bottomRight(), pane));
    m_scaledMask[static_cast<std::size_t>(pane)].paint(
        painter, maskTint(), target, geometry.pane(pane), geometry.zoom() >= kCrispFrom);
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
    const auto label = [&](int pane, Qt::Alignment side, const QString& text) {
        const QRectF place = geometry.pane(pane).intersected(geometry.picture(pane));
        paintCaption(painter, place, side | Qt::AlignTop, text);
    };
    if (mode == ViewMode::sideBySide) {
        label(0, Qt::AlignLeft, ViewerWidget::tr("Original"));
        label(1, Qt::AlignLeft, ViewerWidget::tr("Dubbed"));
    } else if (mode == ViewMode::splitWipe) {
        const QRectF shown = geometry.pane(0).intersected(geometry.picture(0));
        QRectF left = shown;
        QRectF right = shown;
        left.setRight(std::clamp(wipeX(), shown.left(), shown.right()));
        right.setLeft(left.right());
        paintCaption(painter, left, Qt::AlignLeft | Qt::AlignTop, ViewerWidget::tr("Original"));
        paintCaption(painter, right, Qt::AlignRight | Qt::AlignTop, ViewerWidget::tr("Dubbed"));
    } else if (mode == ViewMode::difference) {
        label(0, Qt::AlignLeft,
              hasDubbed() ? ViewerWidget::tr("Difference × %1").arg(kDifferenceGain)
                          : ViewerWidget::tr("No difference: this frame is not dubbed"));
    }
    paintCaption(painter, area, Qt::AlignHCenter | Qt::AlignBottom, banner);
}

const QImage& ViewerWidget::State::shownDubbed() const {
    return hasDubbed() ? picture.dubbed : picture.original;
}

const QImage& ViewerWidget::State::difference() {
    const qint64 first = picture.original.cacheKey();
    const qint64 second = shownDubbed().cacheKey();
    if (m_difference.isNull() || m_differenceOf[0] != first || m_differenceOf[1] != second) {
        m_differenceOf[0] = first;
        m_differenceOf[1] = second;
        if (first == second) {
            m_difference = QImage(picture.original.size(), QImage::Format_RGB32);
            m_difference.fill(Qt::black);
        } else {
            m_difference = differenceOf(picture.original, picture.dubbed);
        }
    }
    return m_difference;
}

const QImage& ViewerWidget::State::maskTint() {
    if (m_tint.isNull() || m_tintOf != picture.mask.cacheKey()) {
        m_tintOf = picture.mask.cacheKey();
        m_tint = tintedMask(picture.mask.convertToFormat(QImage::Format_Alpha8), kMaskTint);
    }
    return m_tint;
}

}  // namespace lipwright::widgets
