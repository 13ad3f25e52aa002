#include "widgets/viewer/captions_p.h"

#include <QFontMetricsF>
#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr double kMargin = 8.0;
constexpr double kPadding = 6.0;

double place(double from, double room, double size, bool last, bool middle) {
    return middle ? from + (room - size) / 2 : last ? from + room - size - kMargin : from + kMargin;
}

}  // namespace

void paintCaption(QPainter& painter, const QRectF& area, Qt::Alignment alignment,
                  const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const double room = area.width() - 2 * (kMargin + kPadding);
    if (text.isEmpty() || room < metrics.averageCharWidth() * 3 ||
        area.height() < metrics.height()) {
        return;
    }
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
    const QSizeF size(metrics.horizontalAdvance(shown) + 2 * kPadding, metrics.height() + 4);
    const QRectF ground(place(area.left(), area.width(), size.width(), alignment & Qt::AlignRight,
                              alignment & Qt::AlignHCenter),
                        place(area.top(), area.height(), size.height(), alignment & Qt::AlignBottom,
                              alignment & Qt::AlignVCenter),
                        size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 170));
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(QColor(240, 240, 240));
    painter.drawText(ground, Qt::AlignCenter, shown);
    painter.restore();
}

}  // namespace lipwright::widgets
