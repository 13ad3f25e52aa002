#include "widgets/panels/recentprojects_p.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QPainter>

namespace lipwright::widgets {

void RecentProjectsModel::set(const QList<StartScreen::RecentProject>& projects) {
    beginResetModel();
    m_projects = projects;
    endResetModel();
}

int RecentProjectsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_projects.size());
}

QVariant RecentProjectsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const StartScreen::RecentProject& project = m_projects[index.row()];
    const QFileInfo file(project.file);
    switch (role) {
        case Qt::DisplayRole:
            return file.completeBaseName();
        case FileRole:
            return project.file;
        case FolderRole:
            return QDir::toNativeSeparators(file.path());
        case WhenRole:
            return project.exists ? project.when : tr("not found");
        case Qt::ToolTipRole:
            return QDir::toNativeSeparators(project.file);
        case Qt::AccessibleTextRole:
            return tr("%1, in %2, %3", "project, folder, when")
                .arg(file.completeBaseName(), file.path(), project.when);
        default:
            return {};
    }
}

Qt::ItemFlags RecentProjectsModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    if (!m_projects[index.row()].exists) {
        return Qt::ItemNeverHasChildren;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void RecentProjectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    QStyleOptionViewItem box(option);
    initStyleOption(&box, index);
    box.text.clear();
    const QStyle* style = box.widget != nullptr ? box.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &box, painter, box.widget);

    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const auto group = enabled ? QPalette::Normal : QPalette::Disabled;
    const auto role = selected ? QPalette::HighlightedText : QPalette::Text;
    const QColor soft = selected  ? option.palette.color(group, role)
                        : enabled ? option.palette.color(QPalette::PlaceholderText)
                                  : option.palette.color(group, QPalette::Text);
    const int height = option.fontMetrics.height();
    QRect line = option.rect.adjusted(10, 6, -10, 0);
    line.setHeight(height);
    const QString when = index.data(RecentProjectsModel::WhenRole).toString();
    const int whenWidth = option.fontMetrics.horizontalAdvance(when) + 12;
    painter->save();
    painter->setPen(soft);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, when);
    painter->setPen(option.palette.color(group, role));
    QFont bold(option.font);
    bold.setBold(true);
    painter->setFont(bold);
    painter->drawText(line, Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight,
                                                    line.width() - whenWidth));
    painter->setFont(option.font);
    painter->setPen(soft);
    line.translate(0, height + 2);
    painter->drawText(
        line, Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(RecentProjectsModel::FolderRole).toString(),
                                      Qt::ElideMiddle, line.width()));
    painter->restore();
}

QSize RecentProjectDelegate::sizeHint(const QStyleOptionViewItem& option,
                                      const QModelIndex& /*index*/) const {
    return {200, 2 * option.fontMetrics.height() + 14};
}

}  // namespace lipwright::widgets
