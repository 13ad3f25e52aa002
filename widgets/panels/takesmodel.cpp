#include "widgets/panels/takesmodel_p.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>
#include <algorithm>
#include <array>

namespace lipwright::widgets {
namespace {

bool sameIds(const std::vector<project::Take>& a, const std::vector<project::Take>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.id == y.id; });
}

QString whenOf(const project::Take& take) {
    const auto time = QDateTime::fromString(QString::fromStdString(take.created), Qt::ISODate);
    if (!time.isValid()) {
        return QString::fromStdString(take.created);
    }
    const QDateTime local = time.toLocalTime();
    return local.date() == QDate::currentDate()
               ? QLocale().toString(local.time(), QLocale::ShortFormat)
               : QLocale().toString(local, QLocale::ShortFormat);
}

}  // namespace

void TakesModel::set(const project::Segment& segment) {
    if (rowCount() > 0 && sameIds(m_takes, segment.takes)) {
        if (m_takes != segment.takes || m_active != segment.activeTake) {
            m_takes = segment.takes;
            m_active = segment.activeTake;
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        }
        return;
    }
    beginResetModel();
    m_takes = segment.takes;
    m_active = segment.activeTake;
    endResetModel();
}

project::Id TakesModel::takeAt(int row) const {
    return row >= 1 && row < rowCount() ? m_takes[static_cast<std::size_t>(row - 1)].id : 0;
}

int TakesModel::activeRow() const {
    for (int row = 1; row < rowCount(); ++row) {
        if (takeAt(row) == m_active) {
            return row;
        }
    }
    return 0;
}

int TakesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_takes.size()) + 1;
}

int TakesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString TakesModel::nameOf(int row) const {
    const std::string& name = m_takes[static_cast<std::size_t>(row - 1)].name;
    return name.empty() ? tr("Take %1").arg(row) : QString::fromStdString(name);
}

QString TakesModel::textOf(const project::Take& take, int column) const {
    switch (column) {
        case kQuality:
            return take.quality == project::TakeQuality::draft ? tr("Draft") : tr("Final");
        case kEngine:
            return QString::fromStdString(take.engine);
        case kWhen:
            return whenOf(take);
        case kDuration:
            return tr("%1 s").arg(QLocale().toString(take.seconds, 'f', 1));
        default:
            return {};
    }
}

QVariant TakesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const bool active = index.row() == activeRow();
    if (role == Qt::FontRole && active) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::AccessibleTextRole && index.column() == kName) {
        const QString name = data(index, Qt::EditRole).toString();
        return active ? tr("%1, shown now").arg(name) : name;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole) {
        return {};
    }
    if (index.column() == kName) {
        const QString name = index.row() == 0 ? tr("Original") : nameOf(index.row());
        if (role == Qt::EditRole) {
            return name;
        }
        return active ? tr("● %1", "the take that is shown now").arg(name)
                      : tr("○ %1", "a take that is not shown now").arg(name);
    }
    return index.row() == 0
               ? QString()
               : textOf(m_takes[static_cast<std::size_t>(index.row() - 1)], index.column());
}

bool TakesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || index.row() < 1 || index.column() != kName ||
        name == data(index, Qt::EditRole).toString()) {
        return false;
    }
    m_takes[static_cast<std::size_t>(index.row() - 1)].name = name.toStdString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(takeAt(index.row()), name);
    return true;
}

QVariant TakesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= kColumns) {
        return {};
    }
    const std::array<QString, kColumns> names{tr("Take"), tr("Quality"), tr("Engine"), tr("When"),
                                              tr("Render time")};
    return names.at(static_cast<std::size_t>(section));
}

Qt::ItemFlags TakesModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.row() > 0 && index.column() == kName) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

}  // namespace lipwright::widgets
