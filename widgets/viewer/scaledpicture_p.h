// One picture, scaled once for where it lies in the viewer and then painted as often as needed.
#pragma once

#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QRectF>

namespace lipwright::widgets {

class ScaledPicture {
public:
    /// Draws what of `image`, stretched over `target`, lies in `visible` (logical pixels).
    void paint(QPainter& painter, const QImage& image, const QRectF& target, const QRectF& visible,
               bool crisp);

private:
    void render(const QImage& image, const QRectF& target, const QRectF& shown, double ratio,
                bool crisp);

    QPixmap m_pixmap;
    qint64 m_image = 0;
    QRectF m_target;
    QRectF m_shown;
    double m_ratio = 0.0;
    bool m_crisp = false;
};

}  // namespace lipwright::widgets
