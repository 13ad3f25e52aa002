#include "widgets/panels/reviewfilter_p.h"

namespace lipwright::widgets {

ReviewFilter::ReviewFilter(ReviewModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model) {
    setSourceModel(model);
    setSortRole(ReviewModel::kSortRole);
    setSortLocaleAware(true);
    sort(-1, Qt::AscendingOrder);
}

void ReviewFilter::setStatuses(const QSet<int>& statuses) {
    m_statuses = statuses;
    invalidateFilter();
}

void ReviewFilter::setActor(std::optional<int> actor) {
    m_actor = actor;
    invalidateFilter();
}

void ReviewFilter::setLanguage(const QString& language) {
    m_language = language;
    invalidateFilter();
}

void ReviewFilter::setReason(std::optional<ReviewReason> reason, SyncGap gap) {
    m_reason = reason;
    m_gap = gap;
    invalidateFilter();
}

void ReviewFilter::setText(const QString& text) {
    m_text = text.trimmed();
    invalidateFilter();
}

void ReviewFilter::sort(int column, Qt::SortOrder order) {
    const bool worst = column < 0;
    if (worst != m_worstFirst) {
        m_worstFirst = worst;
        invalidate();
    }
    QSortFilterProxyModel::sort(worst ? 0 : column, worst ? Qt::AscendingOrder : order);
}

const ReviewRow* ReviewFilter::row(int shown) const {
    const QModelIndex source = mapToSource(index(shown, 0));
    return source.isValid() ? &m_model->rows()[static_cast<std::size_t>(source.row())] : nullptr;
}

project::Id ReviewFilter::segmentAt(int shown) const {
    const ReviewRow* found = row(shown);
    return found != nullptr ? found->segment : 0;
}

int ReviewFilter::rowOf(project::Id segment) const {
    const int row = m_model->rowOf(segment);
    return row < 0 ? -1 : mapFromSource(m_model->index(row, 0)).row();
}

bool ReviewFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
    const ReviewRow& value = m_model->rows()[static_cast<std::size_t>(row)];
    if (!m_statuses.isEmpty() && !m_statuses.contains(static_cast<int>(value.status))) {
        return false;
    }
    if (m_actor && *m_actor != value.actor) {
        return false;
    }
    if (!m_language.isNull() && m_language != value.language) {
        return false;
    }
    return hasWantedReason(value) && hasWantedText(value);
}

bool ReviewFilter::hasWantedReason(const ReviewRow& row) const {
    return !m_reason ||
           (hasReason(row, *m_reason) && (m_gap == SyncGap::none || m_gap == row.sync.gap));
}

bool ReviewFilter::hasWantedText(const ReviewRow& row) const {
    return m_text.isEmpty() || row.text.contains(m_text, Qt::CaseInsensitive) ||
           row.notes.contains(m_text, Qt::CaseInsensitive) ||
           row.actorName.contains(m_text, Qt::CaseInsensitive) || row.timecodeIn.contains(m_text);
}

bool ReviewFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (!m_worstFirst) {
        return QSortFilterProxyModel::lessThan(left, right);
    }
    const std::vector<ReviewRow>& rows = m_model->rows();
    return isWorse(rows[static_cast<std::size_t>(left.row())],
                   rows[static_cast<std::size_t>(right.row())]);
}

}  // namespace lipwright::widgets
