// The projects opened last: name, folder and when; those that are gone are grey and do nothing.
#pragma once

#include "widgets/panels/startscreen.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace lipwright::widgets {

class RecentProjectsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FileRole = Qt::UserRole, FolderRole, WhenRole };
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<StartScreen::RecentProject>& projects);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<StartScreen::RecentProject> m_projects;
};

class RecentProjectDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

}  // namespace lipwright::widgets
