// Draws the status as a colour with its word and the confidence as a small bar.
#pragma once

#include <QStyledItemDelegate>

namespace lipwright::widgets {

class ReviewDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintStatus(QPainter& painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index) const;
    void paintConfidence(QPainter& painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const;
};

}  // namespace lipwright::widgets
