#include "widgets/panels/itempainting_p.h"
#include "widgets/panels/reviewdelegate_p.h"
#include "widgets/panels/reviewmodel_p.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QPainter>

namespace lipwright::widgets {
namespace {

constexpr int kMargin = 6;
constexpr int kChip = 10;

/// The cell's text after `taken` pixels.
void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
               int taken) {
    const QRect text = option.rect.adjusted(taken, 0, -4, 0);
    painter.setPen(itemTextColour(option));
    painter.drawText(
        text, Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void paintStatus(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto status =
        static_cast<project::SegmentStatus>(index.data(ReviewModel::kSortRole).toInt());
    const QRect chip(option.rect.left() + kMargin, option.rect.center().y() - kChip / 2, kChip,
                     kChip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusColour(status));
    painter.drawRoundedRect(chip, 3, 3);
    paintText(painter, option, index, kChip + 2 * kMargin);
}

}  // namespace

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const bool status = index.column() == ReviewColumn::kStatus;
    const QVariant bar = index.data(ReviewModel::kBarRole);
    if (!status && !bar.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem box(option);
    initStyleOption(&box, index);
    box.text.clear();
    const QStyle* style = box.widget != nullptr ? box.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &box, painter, box.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (status) {
        paintStatus(*painter, option, index);
    } else {
        const QRect area(option.rect.left() + kMargin, option.rect.top(), kSyncBarWidth,
                         option.rect.height());
        paintItemBar(*painter, option, area, bar.value<SyncBar>());
        paintText(*painter, option, index, kSyncBarWidth + 2 * kMargin);
    }
    painter->restore();
}

}  // namespace lipwright::widgets
