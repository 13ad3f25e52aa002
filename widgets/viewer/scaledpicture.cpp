#include "widgets/viewer/scaledpicture_p.h"

#include <cmath>

namespace lipwright::widgets {
namespace {

/// Bilinear sampling skips pixels below this scale; there the mean over areas is taken.
constexpr double kLeastBilinear = 0.6;

/// `rect` grown to whole device pixels.
QRectF onDevicePixels(const QRectF& rect, double ratio) {
    const double left = std::floor(rect.left() * ratio);
    const double top = std::floor(rect.top() * ratio);
    const double right = std::ceil(rect.right() * ratio);
    const double bottom = std::ceil(rect.bottom() * ratio);
    return {left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio};
}

}  // namespace

void ScaledPicture::paint(QPainter& painter, const QImage& image, const QRectF& target,
                          const QRectF& visible, bool crisp) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF shown = onDevicePixels(target.intersected(visible), ratio);
    if (image.isNull() || shown.width() * ratio < 1 || shown.height() * ratio < 1) {
        return;
    }
    if (image.cacheKey() != m_image || target != m_target || shown != m_shown || ratio != m_ratio ||
        crisp != m_crisp) {
        render(image, target, shown, ratio, crisp);
    }
    painter.drawPixmap(shown.topLeft(), m_pixmap);
}

void ScaledPicture::render(const QImage& image, const QRectF& target, const QRectF& shown,
                           double ratio, bool crisp) {
    m_image = image.cacheKey();
    m_target = target;
    m_shown = shown;
    m_ratio = ratio;
    m_crisp = crisp;
    const QSize pixels(qRound(shown.width() * ratio), qRound(shown.height() * ratio));
    const double scale = target.width() * ratio / image.width();
    const bool alpha = image.hasAlphaChannel();
    QImage scaled;
    if (scale < kLeastBilinear && target.width() <= shown.width() + 2 &&
        target.height() <= shown.height() + 2) {
        scaled = image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    } else {
        scaled = QImage(pixels, alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        scaled.fill(alpha ? Qt::transparent : Qt::black);
        QPainter onto(&scaled);
        onto.setRenderHint(QPainter::SmoothPixmapTransform, !crisp);
        const QPointF origin = (target.topLeft() - shown.topLeft()) * ratio;
        onto.drawImage(QRectF(origin, target.size() * ratio), image);
    }
    m_pixmap = QPixmap::fromImage(std::move(scaled));
    m_pixmap.setDevicePixelRatio(ratio);
}

}  // namespace lipwright::widgets
