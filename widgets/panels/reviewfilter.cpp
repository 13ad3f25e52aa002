#include "widgets/panels/reviewfilter_p.h"

#include <tuple>

namespace lipwright::widgets {
namespace {

/// Unrendered before unseen before waiting for review before reviewed.
int urgency(project::SegmentStatus status) {
    using enum project::SegmentStatus;
    switch (status) {
        case fresh:
            return 0;
        case review:
            return 1;
        case rendered:
            return 2;
        case approved:
        case bypass:
            return 3;
    }
    return 0;
}

/// Where nothing can be measured it is neither good nor bad: after what was measured.
double doubt(const ReviewRow& row) {
    return row.confidence < 0.0 ? 1e9 : row.confidence;
}

}  // namespace

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

project::Id ReviewFilter::segmentAt(int row) const {
    const QModelIndex source = mapToSource(index(row, 0));
    return source.isValid() ? m_model->rows()[static_cast<std::size_t>(source.row())].segment : 0;
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
    return m_text.isEmpty() || value.text.contains(m_text, Qt::CaseInsensitive) ||
           value.notes.contains(m_text, Qt::CaseInsensitive) ||
           value.actorName.contains(m_text, Qt::CaseInsensitive) ||
           value.timecodeIn.contains(m_text);
}

bool ReviewFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (!m_worstFirst) {
        return QSortFilterProxyModel::lessThan(left, right);
    }
    const ReviewRow& a = m_model->rows()[static_cast<std::size_t>(left.row())];
    const ReviewRow& b = m_model->rows()[static_cast<std::size_t>(right.row())];
    return std::tuple(urgency(a.status), doubt(a), a.frames.first, a.segment) <
           std::tuple(urgency(b.status), doubt(b), b.frames.first, b.segment);
}

}  // namespace lipwright::widgets
