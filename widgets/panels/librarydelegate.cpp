#include "widgets/panels/librarydelegate_p.h"
#include "widgets/panels/librarymodel_p.h"
#include "widgets/style/syncrating.h"

#include <QImage>
#include <QPainter>

namespace lipwright::widgets {
namespace {

constexpr int kSide = 84;
constexpr int kMargin = 5;

/// A disc in the corner with a tick or a cross: told apart without its colour.
void paintBadge(QPainter& painter, const QRectF& picture, bool picked, const QColor& colour) {
    const QRectF disc(picture.right() - 20.0, picture.top() + 4.0, 16.0, 16.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(disc);
    painter.setPen(QPen(Qt::white, 2.0, Qt::SolidLine, Qt::RoundCap));
    const QPointF c = disc.center();
    if (picked) {
        const QPointF tick[] = {c + QPointF(-3.5, 0.2), c + QPointF(-1.0, 3.0),
                                c + QPointF(3.8, -2.8)};
        painter.drawPolyline(tick, 3);
    } else {
        painter.drawLine(c + QPointF(-3, -3), c + QPointF(3, 3));
        painter.drawLine(c + QPointF(-3, 3), c + QPointF(3, -3));
    }
}

}  // namespace

void LibraryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    using Verdict = LibraryModel::Verdict;
    const auto verdict = static_cast<Verdict>(index.data(LibraryModel::kVerdictRole).toInt());
    const QRectF picture(option.rect.left() + kMargin, option.rect.top() + kMargin, kSide, kSide);
    const QColor colour =
        ratingColour(verdict == Verdict::picked ? SyncRating::good : SyncRating::poor);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if ((option.state & QStyle::State_Selected) != 0) {
        QColor ground = option.palette.color(QPalette::Highlight);
        ground.setAlphaF(0.45F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->fillRect(picture, option.palette.alternateBase());
    painter->setOpacity(verdict == Verdict::banned ? 0.3 : 1.0);
    painter->drawImage(picture, index.data(Qt::DecorationRole).value<QImage>());
    painter->setOpacity(1.0);
    if (verdict != Verdict::neutral) {
        painter->setPen(QPen(colour, 2.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(picture);
        paintBadge(*painter, picture, verdict == Verdict::picked, colour);
    }
    painter->setPen(option.palette.color(QPalette::Text));
    const QRectF text(option.rect.left(), picture.bottom() + 2.0, option.rect.width(),
                      option.fontMetrics.height());
    painter->drawText(text, Qt::AlignCenter, index.data().toString());
    painter->restore();
}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem& option,
                                const QModelIndex& /*index*/) const {
    return {kSide + 2 * kMargin, kSide + 2 * kMargin + option.fontMetrics.height() + 2};
}

}  // namespace lipwright::widgets
