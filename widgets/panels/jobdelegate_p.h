// A job as two lines with its progress bar and buttons; a click on a button is told, not done.
#pragma once

#include "widgets/panels/jobsmodel_p.h"

#include <QStyledItemDelegate>

namespace lipwright::widgets {

class JobDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Button { pause, cancel, show };
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] static QList<Button> buttonsOf(const JobStatus& job);
    [[nodiscard]] static QRect buttonRect(const QRect& row, qsizetype fromRight);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

Q_SIGNALS:
    void pressed(const QModelIndex& index, lipwright::widgets::JobDelegate::Button button);
};

}  // namespace lipwright::widgets
