#include "widgets/panels/reviewmodel_p.h"
#include "widgets/style/theme.h"

#include <QLocale>
#include <algorithm>
#include <array>

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

bool isReviewed(project::SegmentStatus status) {
    return status == project::SegmentStatus::approved || status == project::SegmentStatus::bypass;
}

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
        Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
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
        Q_EMIT dataChanged(index(0, kNumber), index(rowCount() - 1, kNumber), {Qt::DisplayRole});
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
        Q_EMIT dataChanged(index(row, kStatus), index(row, kStatus), {Qt::DisplayRole});
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
    return parent.isValid() ? 0 : kColumns;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const ReviewRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return textOf(row, m_places.value(row.segment) + 1, index.column());
        case Qt::ToolTipRole:
            return tipOf(row, index.column());
        case kSortRole:
            return orderOf(row, index.row(), index.column());
        case Qt::TextAlignmentRole:
            return index.column() == kNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant ReviewModel::textOf(const ReviewRow& row, int number, int column) const {
    switch (column) {
        case kNumber:
            return number;
        case kIn:
            return row.timecodeIn;
        case kOut:
            return row.timecodeOut;
        case kActor:
            return row.actorName;
        case kLanguage:
            return row.language;
        case kStatus:
            return row.progress >= 0.0
                       ? tr("Render %1 %").arg(static_cast<int>(row.progress * 100.0))
                       : statusName(row.status);
        case kConfidence:
            return row.confidence < 0.0 ? QStringLiteral("—")
                                        : QLocale().toString(row.confidence, 'f', 1);
        case kTake:
            return row.takeName;
        case kText:
            return QString(row.text).replace(QLatin1Char('\n'), QLatin1Char(' '));
        case kNotes:
            return QString(row.notes).replace(QLatin1Char('\n'), QLatin1Char(' '));
        default:
            return {};
    }
}

QVariant ReviewModel::tipOf(const ReviewRow& row, int column) {
    if (column == kConfidence) {
        return row.confidence < 0.0
                   ? tr("Not measurable: too short, silent, or the mouth is not seen.")
                   : tr("How surely the film's own voice and mouth agree here.");
    }
    if (column == kText) {
        return row.text;
    }
    return column == kNotes ? QVariant(row.notes) : QVariant();
}

QVariant ReviewModel::orderOf(const ReviewRow& row, int number, int column) {
    switch (column) {
        case kNumber:
            return number;
        case kIn:
            return QVariant::fromValue<qint64>(row.frames.first);
        case kOut:
            return QVariant::fromValue<qint64>(row.frames.end);
        case kActor:
            return row.actorName;
        case kLanguage:
            return row.language;
        case kStatus:
            return static_cast<int>(row.status);
        case kConfidence:
            return row.confidence;
        case kTake:
            return row.takeName;
        case kText:
            return row.text;
        default:
            return row.notes;
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= kColumns) {
        return {};
    }
    const std::array<QString, kColumns> names{
        tr("#"),      tr("In"),         tr("Out"),  tr("Actor"), tr("Language"),
        tr("Status"), tr("Confidence"), tr("Take"), tr("Text"),  tr("Notes")};
    return names.at(static_cast<std::size_t>(section));
}

}  // namespace lipwright::widgets
