// The takes of one segment below the original picture. Renaming asks; the project answers.
#pragma once

#include "engine/project/project.h"
#include "widgets/panels/syncbar_p.h"
#include "widgets/style/syncrating.h"

#include <QAbstractListModel>

namespace lipwright::widgets {

class TakesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        kActiveRole = Qt::UserRole,
        kDetailRole,  ///< second line: when, settings, model, size
        kDraftRole,
        kBarRole,    ///< SyncBar; nothing while not measured
        kScoreRole,  ///< the two judges' confidence
    };
    using QAbstractListModel::QAbstractListModel;

    void set(const project::Segment& segment, const SyncScale& scale);
    [[nodiscard]] project::Id takeAt(int row) const;  ///< 0: the original picture
    [[nodiscard]] int activeRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void renamed(lipwright::project::Id take, const QString& name);

private:
    [[nodiscard]] QString nameOf(int row) const;
    [[nodiscard]] QVariant ofTake(const project::Take& take, int role) const;

    std::vector<project::Take> m_takes;
    project::SegmentSettings m_settings;
    project::Id m_active = 0;
    SyncScale m_scale;
};

}  // namespace lipwright::widgets
