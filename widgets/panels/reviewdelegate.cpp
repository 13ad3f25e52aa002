#include "widgets/panels/reviewdelegate_p.h"
#include "widgets/panels/reviewmodel_p.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QPainter>

namespace lipwright::widgets {
namespace {

constexpr double kFullConfidence = 10.0;  ///< LSE-C of speech in plain view
constexpr int kBarWidth = 44;

QColor textColour(const QStyleOptionViewItem& option) {
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    return option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
}

}  // namespace

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const bool status = index.column() == ReviewModel::kStatus;
    const bool confidence = index.column() == ReviewModel::kConfidence &&
                            index.data(ReviewModel::kSortRole).toDouble() >= 0.0;
    if (!status && !confidence) {
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
        paintConfidence(*painter, option, index);
    }
    painter->restore();
}

void ReviewDelegate::paintStatus(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const auto status =
        static_cast<project::SegmentStatus>(index.data(ReviewModel::kSortRole).toInt());
    const int side = 10;
    const QRect chip(option.rect.left() + 6, option.rect.center().y() - side / 2, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusColour(status));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(textColour(option));
    const QRect text = option.rect.adjusted(side + 12, 0, -4, 0);
    painter.drawText(
        text, Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void ReviewDelegate::paintConfidence(QPainter& painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const {
    const double share =
        std::min(index.data(ReviewModel::kSortRole).toDouble() / kFullConfidence, 1.0);
    QRectF bar(option.rect.left() + 6, option.rect.center().y() - 3, kBarWidth, 6);
    QColor ground = textColour(option);
    ground.setAlphaF(0.18F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(bar, 3, 3);
    bar.setWidth(bar.width() * share);
    QColor filled = textColour(option);
    filled.setAlphaF(0.7F);
    painter.setBrush(filled);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setPen(textColour(option));
    painter.drawText(option.rect.adjusted(kBarWidth + 12, 0, -4, 0), Qt::AlignVCenter,
                     index.data().toString());
}

}  // namespace lipwright::widgets
