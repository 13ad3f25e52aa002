#include "widgets/panels/syncmeasures_p.h"
#include "widgets/panels/takesmodel_p.h"
#include "widgets/panels/takewords_p.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

bool sameIds(const std::vector<project::Take>& a, const std::vector<project::Take>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.id == y.id; });
}

}  // namespace

void TakesModel::set(const project::Segment& segment, const SyncScale& scale) {
    const bool same = rowCount() > 1 && sameIds(m_takes, segment.takes);
    const bool changed = m_takes != segment.takes || m_active != segment.activeTake ||
                         m_settings != segment.settings || m_scale != scale;
    if (same && !changed) {
        return;
    }
    if (!same) {
        beginResetModel();
    }
    m_takes = segment.takes;
    m_active = segment.activeTake;
    m_settings = segment.settings;
    m_scale = scale;
    if (same) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    } else {
        endResetModel();
    }
}

project::Id TakesModel::takeAt(int row) const {
    return row >= 1 && row < rowCount() ? m_takes[static_cast<std::size_t>(row - 1)].id : 0;
}

int TakesModel::activeRow() const {
    const auto found = std::ranges::find(m_takes, m_active, &project::Take::id);
    return found == m_takes.end() ? 0 : static_cast<int>(found - m_takes.begin()) + 1;
}

int TakesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_takes.size()) + 1;
}

QString TakesModel::nameOf(int row) const {
    if (row == 0) {
        return tr("Original");
    }
    const std::string& name = m_takes[static_cast<std::size_t>(row - 1)].name;
    return name.empty() ? tr("Take %1").arg(row) : QString::fromStdString(name);
}

QVariant TakesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const bool active = index.row() == activeRow();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return nameOf(index.row());
        case Qt::AccessibleTextRole:
            return active ? tr("%1, shown now").arg(nameOf(index.row())) : nameOf(index.row());
        case kActiveRole:
            return active;
        default:
            break;
    }
    if (index.row() == 0) {
        return role == kDetailRole ? QVariant(tr("The film's own picture")) : QVariant();
    }
    return ofTake(m_takes[static_cast<std::size_t>(index.row() - 1)], role);
}

QVariant TakesModel::ofTake(const project::Take& take, int role) const {
    switch (role) {
        case kDetailRole:
            return takeDetail(take, m_settings);
        case kDraftRole:
            return take.quality == project::TakeQuality::draft;
        case kScoreRole:
            return takeScore(take);
        case kBarRole:
            return take.scores ? QVariant::fromValue(
                                     confidenceBar(take.scores->expert, std::nullopt, m_scale))
                               : QVariant();
        case Qt::ToolTipRole:
            return takeTip(take, m_settings);
        default:
            return {};
    }
}

bool TakesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || index.row() < 1 || name == nameOf(index.row())) {
        return false;
    }
    m_takes[static_cast<std::size_t>(index.row() - 1)].name = name.toStdString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(takeAt(index.row()), name);
    return true;
}

Qt::ItemFlags TakesModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() && index.row() > 0 ? flags | Qt::ItemIsEditable : flags;
}

}  // namespace lipwright::widgets
