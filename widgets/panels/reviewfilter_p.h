// Which segments the review list shows, and in which order: worst first until a column is chosen.
#pragma once

#include "widgets/panels/reviewmodel_p.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace lipwright::widgets {

class ReviewFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ReviewFilter(ReviewModel* model, QObject* parent = nullptr);

    void setStatuses(const QSet<int>& statuses);  ///< empty: all
    void setActor(std::optional<int> actor);
    void setLanguage(const QString& language);  ///< null: all
    /// Nothing: whatever the reason. `gap` narrows down what can not be measured.
    void setReason(std::optional<ReviewReason> reason, SyncGap gap = SyncGap::none);
    void setText(const QString& text);
    void sort(int column, Qt::SortOrder order) override;  ///< -1: worst first

    [[nodiscard]] project::Id segmentAt(int row) const;
    [[nodiscard]] int rowOf(project::Id segment) const;  ///< -1: not shown
    [[nodiscard]] const ReviewRow* row(int shown) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] bool hasWantedReason(const ReviewRow& row) const;
    [[nodiscard]] bool hasWantedText(const ReviewRow& row) const;

    ReviewModel* m_model;
    QSet<int> m_statuses;
    std::optional<int> m_actor;
    QString m_language;
    std::optional<ReviewReason> m_reason;
    SyncGap m_gap = SyncGap::none;
    QString m_text;
    bool m_worstFirst = true;
};

}  // namespace lipwright::widgets
