// The takes of one segment below the original picture. Renaming asks; the project answers.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace lipwright::widgets {

class TakesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kName, kQuality, kEngine, kWhen, kDuration, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void set(const project::Segment& segment);
    [[nodiscard]] project::Id takeAt(int row) const;  ///< 0: the original picture
    [[nodiscard]] int activeRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void renamed(lipwright::project::Id take, const QString& name);

private:
    [[nodiscard]] QString nameOf(int row) const;
    [[nodiscard]] QString textOf(const project::Take& take, int column) const;

    std::vector<project::Take> m_takes;
    project::Id m_active = 0;
};

}  // namespace lipwright::widgets
