// A picture of a mouth with its timecode; picked ones framed and ticked, banned ones dimmed and
// crossed out.
#pragma once

#include <QStyledItemDelegate>

namespace lipwright::widgets {

class LibraryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

}  // namespace lipwright::widgets
