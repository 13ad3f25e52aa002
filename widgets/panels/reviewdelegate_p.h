// Draws the status as a colour with its word, and measures as small bars beside their numbers.
#pragma once

#include <QStyledItemDelegate>

namespace lipwright::widgets {

class ReviewDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace lipwright::widgets
