#include "widgets/panels/portrait_p.h"
#include "widgets/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace lipwright::widgets {

constexpr int kSide = 64;

Portrait::Portrait(int actor, QWidget* parent) : QWidget(parent), m_actor(actor) {
    setFixedSize(kSide, kSide);
}

void Portrait::setImage(const QImage& image) {
    m_image = image.scaled(QSize(kSide, kSide) * devicePixelRatio(), Qt::KeepAspectRatioByExpanding,
                           Qt::SmoothTransformation);
    update();
}

void Portrait::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setClipPath(shape);
    if (m_image.isNull()) {
        painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
        icon(QStringLiteral("person")).paint(&painter, rect().adjusted(14, 14, -14, -14));
    } else {
        const QSize size =
            QSize(m_image.size()).scaled(rect().size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(
            QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size),
            m_image);
    }
    painter.setClipping(false);
    painter.setPen(QPen(actorColour(m_actor), 2));
    painter.drawPath(shape);
}

}  // namespace lipwright::widgets
