#include "widgets/panels/syncbar_p.h"

#include <QPainter>
#include <algorithm>

namespace lipwright::widgets {
namespace {

QColor faded(QColor colour, float share) {
    colour.setAlphaF(share);
    return colour;
}

QRectF part(const QRectF& whole, double share) {
    QRectF filled = whole;
    filled.setWidth(whole.width() * std::clamp(share, 0.0, 1.0));
    return filled;
}

void paintTick(QPainter& painter, const QRectF& bar, double share, const QColor& colour) {
    const double x = bar.left() + bar.width() * std::clamp(share, 0.0, 1.0);
    painter.fillRect(QRectF(x - 0.75, bar.top() - 2.5, 1.5, bar.height() + 5.0), colour);
}

/// A line from the middle to where the value lies, with a knob at its end.
void paintCentred(QPainter& painter, const QRectF& bar, const SyncBar& what, const QColor& colour) {
    const double middle = bar.center().x();
    const double x = bar.left() + bar.width() * std::clamp(what.value, 0.0, 1.0);
    painter.fillRect(QRectF(std::min(x, middle), bar.center().y() - 1.0, std::abs(x - middle), 2.0),
                     colour);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(x, bar.center().y()), 3.0, 3.0);
}

}  // namespace

void paintSyncBar(QPainter& painter, const QRectF& area, const SyncBar& what, const QColor& text) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF bar(area.left(), area.center().y() - 3.5, area.width(), 7.0);
    const QColor filled =
        what.rating == SyncRating::unknown ? faded(text, 0.6F) : ratingColour(what.rating);
    painter.setBrush(faded(text, 0.14F));
    if (what.centred) {
        painter.drawRoundedRect(bar.adjusted(0.0, 2.0, 0.0, -2.0), 1.5, 1.5);
        paintTick(painter, bar, 0.5, faded(text, 0.5F));
        if (what.value >= 0.0) {
            paintCentred(painter, bar, what, filled);
        }
        painter.restore();
        return;
    }
    painter.drawRoundedRect(bar, 2.0, 2.0);
    const double upper = what.before >= 0.0 ? 4.5 : 7.0;
    if (what.value > 0.0) {
        painter.setBrush(filled);
        painter.drawRoundedRect(part({bar.topLeft(), QSizeF(bar.width(), upper)}, what.value), 2.0,
                                2.0);
    }
    if (what.before > 0.0) {
        const QRectF lower(bar.left(), bar.bottom() - 2.0, bar.width(), 2.0);
        painter.setBrush(faded(text, 0.5F));
        painter.drawRoundedRect(part(lower, what.before), 1.0, 1.0);
    }
    if (what.usual >= 0.0) {
        paintTick(painter, bar, what.usual, text);
    }
    painter.restore();
}

}  // namespace lipwright::widgets
