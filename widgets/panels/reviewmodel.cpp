#include "widgets/panels/reviewmodel_p.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr std::size_t kMostRuns = 32;

/// First and last row of every run of rows whose segment is one of those asked for.
template <typename Asked>
std::vector<std::pair<int, int>> runsOf(const std::vector<ReviewRow>& rows, Asked asked) {
    std::vector<std::pair<int, int>> runs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!asked(rows[i].segment)) {
            continue;
        }
        const int row = static_cast<int>(i);
        if (!runs.empty() && runs.back().second == row - 1) {
            runs.back().second = row;
        } else {
            runs.emplace_back(row, row);
        }
    }
    return runs;
}

}  // namespace

void ReviewModel::set(std::vector<ReviewRow> rows) {
    const bool sameSegments =
        std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                   [](const ReviewRow& a, const ReviewRow& b) { return a.segment == b.segment; });
    if (sameSegments) {
        replaceValues(std::move(rows));
    } else {
        rearrange(std::move(rows));
    }
}

void ReviewModel::replaceValues(std::vector<ReviewRow> rows) {
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != m_rows[i]) {
            first = first < 0 ? static_cast<int>(i) : first;
            last = static_cast<int>(i);
        }
    }
    m_rows = std::move(rows);
    if (first >= 0) {
        Q_EMIT dataChanged(index(first, 0), index(last, ReviewColumn::kColumns - 1));
    }
}

/// Few runs of rows come or go after most edits. What else happens (an import over everything) is
/// one reset; the panel then selects again by segment.
void ReviewModel::rearrange(std::vector<ReviewRow> rows) {
    QHash<project::Id, int> wanted;
    wanted.reserve(static_cast<qsizetype>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        wanted.insert(rows[i].segment, static_cast<int>(i));
    }
    const auto gone = runsOf(m_rows, [&](project::Id id) { return !wanted.contains(id); });
    const auto fresh = runsOf(rows, [&](project::Id id) { return !m_rowOf.contains(id); });
    if (gone.size() + fresh.size() > kMostRuns) {
        beginResetModel();
        m_rows = std::move(rows);
        m_places = wanted;
        findRows();
        endResetModel();
        return;
    }
    for (auto run = gone.rbegin(); run != gone.rend(); ++run) {
        beginRemoveRows({}, run->first, run->second);
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->second + 1);
        findRows();
        endRemoveRows();
    }
    reorder(wanted);
    for (const auto& [first, last] : fresh) {
        beginInsertRows({}, first, last);
        for (int row = first; row <= last; ++row) {
            m_places.insert(rows[static_cast<std::size_t>(row)].segment, row);
        }
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + last + 1);
        findRows();
        endInsertRows();
    }
    m_places = wanted;
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, ReviewColumn::kNumber),
                           index(rowCount() - 1, ReviewColumn::kNumber), {Qt::DisplayRole});
    }
    replaceValues(std::move(rows));
}

/// Puts the rows that stay into their new order; persistent indexes go with their segments.
void ReviewModel::reorder(const QHash<project::Id, int>& wanted) {
    const auto before = [&wanted](const ReviewRow& a, const ReviewRow& b) {
        return wanted.value(a.segment) < wanted.value(b.segment);
    };
    if (std::is_sorted(m_rows.begin(), m_rows.end(), before)) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList old = persistentIndexList();
    std::vector<project::Id> ids;
    for (const QModelIndex& index : old) {
        ids.push_back(m_rows[static_cast<std::size_t>(index.row())].segment);
    }
    std::sort(m_rows.begin(), m_rows.end(), before);
    findRows();
    QModelIndexList moved;
    for (qsizetype i = 0; i < old.size(); ++i) {
        moved.append(index(rowOf(ids[static_cast<std::size_t>(i)]), old[i].column()));
    }
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged();
}

void ReviewModel::setProgress(project::Id segment, double progress) {
    if (const int row = rowOf(segment); row >= 0) {
        m_rows[static_cast<std::size_t>(row)].progress = progress;
        Q_EMIT dataChanged(index(row, ReviewColumn::kStatus), index(row, ReviewColumn::kStatus),
                           {Qt::DisplayRole});
    }
}

int ReviewModel::reviewed() const {
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const ReviewRow& row) { return isReviewed(row.status); }));
}

void ReviewModel::findRows() {
    m_rowOf.clear();
    m_rowOf.reserve(static_cast<qsizetype>(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rowOf.insert(m_rows[i].segment, static_cast<int>(i));
    }
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ReviewColumn::kColumns;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const ReviewRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return column == ReviewColumn::kNumber ? QVariant(m_places.value(row.segment) + 1)
                                                   : QVariant(reviewText(row, column));
        case Qt::ToolTipRole:
            return reviewTip(row, column);
        case kSortRole:
            return column == ReviewColumn::kNumber ? QVariant(index.row())
                                                   : reviewOrder(row, column);
        case kBarRole: {
            const auto bar = reviewBar(row, column);
            return bar ? QVariant::fromValue(*bar) : QVariant();
        }
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter |
                            (column == ReviewColumn::kNumber ? Qt::AlignRight : Qt::AlignLeft));
        default:
            return {};
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return reviewHeader(section);
    }
    return role == Qt::ToolTipRole ? QVariant(reviewHeaderTip(section)) : QVariant();
}

}  // namespace lipwright::widgets
