// The segments as a table. New rows are matched to the old by segment id, so that what is selected
// and where the list stands is kept.
#pragma once

#include "widgets/panels/reviewcells_p.h"

#include <QAbstractTableModel>
#include <QHash>

namespace lipwright::widgets {

class ReviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kBarRole = Qt::UserRole + 1;  ///< a SyncBar, or nothing
    using QAbstractTableModel::QAbstractTableModel;

    void set(std::vector<ReviewRow> rows);
    void setProgress(project::Id segment, double progress);
    [[nodiscard]] const std::vector<ReviewRow>& rows() const { return m_rows; }
    [[nodiscard]] int rowOf(project::Id segment) const { return m_rowOf.value(segment, -1); }
    [[nodiscard]] int reviewed() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void replaceValues(std::vector<ReviewRow> rows);
    void rearrange(std::vector<ReviewRow> rows);
    void reorder(const QHash<project::Id, int>& wanted);
    void findRows();
    std::vector<ReviewRow> m_rows;
    QHash<project::Id, int> m_rowOf;
    QHash<project::Id, int> m_places;  ///< for "#"; told of after rows have come or gone
};

}  // namespace lipwright::widgets
