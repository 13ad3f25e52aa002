#include "widgets/panels/jobsmodel_p.h"
#include "widgets/panels/stagename.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr qint64 kPercent = 100;

QString timeLeft(double seconds) {
    const int whole = static_cast<int>(std::lround(std::min(seconds, 3.6e6)));
    if (whole < 60) {
        return JobsModel::tr("%n s left", nullptr, whole);
    }
    const int minutes = (whole + 30) / 60;
    if (minutes < 60) {
        return JobsModel::tr("%n min left", nullptr, minutes);
    }
    return JobsModel::tr("%1 h %2 min left").arg(minutes / 60).arg(minutes % 60);
}

QString running(const JobStatus& job) {
    QStringList parts;
    if (!job.stage.isEmpty()) {
        parts.append(stageName(job.stage));
    }
    if (!job.countsFrames && job.total > 0) {
        parts.append(JobsModel::tr("%1 %").arg(kPercent * job.done / job.total));
    } else if (job.unitsPerSecond > 0.0) {
        const int decimals = job.unitsPerSecond < 10.0 ? 1 : 0;
        parts.append(JobsModel::tr("%1 frames/s")
                         .arg(QLocale().toString(job.unitsPerSecond, 'f', decimals)));
    }
    if (job.secondsLeft >= 0.0) {
        parts.append(timeLeft(job.secondsLeft));
    }
    return parts.isEmpty() ? JobsModel::tr("Running") : parts.join(QStringLiteral("  ·  "));
}

}  // namespace

bool isFinished(JobState state) {
    return state == JobState::done || state == JobState::failed || state == JobState::cancelled;
}

QString describeJob(const JobStatus& job) {
    switch (job.state) {
        case JobState::waiting:
            return JobsModel::tr("Waiting for its turn");
        case JobState::running:
            return running(job);
        case JobState::paused:
            return JobsModel::tr("Paused");
        case JobState::done:
            return job.message.isEmpty() ? JobsModel::tr("Done") : job.message;
        case JobState::failed:
            return job.message.isEmpty() ? JobsModel::tr("Failed") : job.message;
        case JobState::cancelled:
            return JobsModel::tr("Cancelled");
    }
    return {};
}

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
