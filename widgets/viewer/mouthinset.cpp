#include "widgets/viewer/mouthinset_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kMagnification = 2.0;
constexpr double kStep = 0.35;          ///< share of the way to the new place per frame
constexpr double kLargestShare = 0.36;  ///< of the viewer's width and height
constexpr double kMargin = 10.0;
constexpr double kGap = 2.0;

const FaceOverlay* followed(const std::vector<FaceOverlay>& faces) {
    const auto chosen = std::find_if(faces.begin(), faces.end(), [](const FaceOverlay& face) {
        return face.chosen && !face.mouth.isEmpty();
    });
    if (chosen != faces.end()) {
        return &*chosen;
    }
    return faces.size() == 1 && !faces.front().mouth.isEmpty() ? &faces.front() : nullptr;
}

/// `mouth` of the film in an image that may be smaller.
QRectF inImage(const QRectF& mouth, const QImage& image, const QSize& film) {
    const double x = image.width() / static_cast<double>(film.width());
    const double y = image.height() / static_cast<double>(film.height());
    return {mouth.x() * x, mouth.y() * y, mouth.width() * x, mouth.height() * y};
}

}  // namespace

void MouthInset::follow(const std::vector<FaceOverlay>& faces) {
    const FaceOverlay* face = followed(faces);
    if (face == nullptr) {
        m_track = -1;
        return;
    }
    const QPointF way = face->mouth.center() - m_mouth.center();
    const bool jumped = std::hypot(way.x(), way.y()) > face->mouth.width();
    if (face->track != m_track || jumped || m_mouth.isEmpty()) {
        m_track = face->track;
        m_mouth = face->mouth;
        return;
    }
    const QSizeF grown = face->mouth.size() - m_mouth.size();
    QRectF next(QPointF(), m_mouth.size() + grown * (kStep / 4));
    next.moveCenter(m_mouth.center() + way * kStep);
    m_mouth = next;
}

void MouthInset::paint(QPainter& painter, const QRectF& area, const QSize& film,
                       std::initializer_list<const QImage*> images) const {
    if (!isVisible() || film.isEmpty()) {
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const auto count = static_cast<int>(images.size());
    const QSizeF room(area.width() * kLargestShare / count, area.height() * kLargestShare);
    const QSizeF pixels = m_mouth.size() / ratio;
    const double magnification =
        std::clamp(std::min(room.width() / pixels.width(), room.height() / pixels.height()), 1.0,
                   kMagnification);
    const QSizeF size = (pixels * magnification).boundedTo(room);
    if (size.width() < 24 || size.height() < 16) {
        return;
    }
    QRectF source(QPointF(), size * ratio / magnification);
    source.moveCenter(m_mouth.center());
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QRectF target(QPointF(area.right() - kMargin - count * size.width() - (count - 1) * kGap,
                          area.bottom() - kMargin - size.height()),
                  size);
    for (const QImage* image : images) {
        painter.fillRect(target, Qt::black);
        painter.drawImage(target, *image, inImage(source, *image, film));
        QPen frame(QColor(255, 255, 255, 200), 1);
        frame.setCosmetic(true);
        painter.setPen(frame);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(target);
        target.translate(size.width() + kGap, 0);
    }
    painter.restore();
}

}  // namespace lipwright::widgets
