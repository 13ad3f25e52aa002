// The jobs, newest first, with what the list says of each.
#pragma once

#include "widgets/panels/jobwords.h"

#include <QAbstractListModel>
#include <QMetaType>
#include <vector>

namespace lipwright::widgets {

class JobsModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kJobRole = Qt::UserRole;
    using QAbstractListModel::QAbstractListModel;

    void set(const JobStatus& job);
    void remove(qint64 job);
    [[nodiscard]] bool anyFinished() const;
    [[nodiscard]] JobStatus job(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] int rowOf(qint64 job) const;
    std::vector<JobStatus> m_jobs;
};

}  // namespace lipwright::widgets

Q_DECLARE_METATYPE(lipwright::widgets::JobStatus)
