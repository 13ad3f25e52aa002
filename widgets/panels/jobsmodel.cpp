#include "widgets/panels/jobsmodel_p.h"

#include <algorithm>

namespace lipwright::widgets {

void JobsModel::set(const JobStatus& job) {
    if (const int row = rowOf(job.id); row >= 0) {
        m_jobs[static_cast<std::size_t>(row)] = job;
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_jobs.insert(m_jobs.begin(), job);
    endInsertRows();
}

void JobsModel::remove(qint64 job) {
    if (const int row = rowOf(job); row >= 0) {
        beginRemoveRows({}, row, row);
        m_jobs.erase(m_jobs.begin() + row);
        endRemoveRows();
    }
}

bool JobsModel::anyFinished() const {
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [](const JobStatus& job) { return isFinished(job.state); });
}

JobStatus JobsModel::job(const QModelIndex& index) const {
    return index.isValid() ? m_jobs.at(static_cast<std::size_t>(index.row())) : JobStatus{};
}

int JobsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const JobStatus& job = m_jobs[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return job.title;
        case Qt::ToolTipRole:
            return describeJob(job);
        case Qt::AccessibleTextRole:
            return tr("%1: %2", "job, its state").arg(job.title, describeJob(job));
        case kJobRole:
            return QVariant::fromValue(job);
        default:
            return {};
    }
}

int JobsModel::rowOf(qint64 job) const {
    const auto at = std::find_if(m_jobs.begin(), m_jobs.end(),
                                 [job](const JobStatus& known) { return known.id == job; });
    return at == m_jobs.end() ? -1 : static_cast<int>(at - m_jobs.begin());
}

}  // namespace lipwright::widgets
