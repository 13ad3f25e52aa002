#include "widgets/panels/jobwords.h"

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

}  // namespace lipwright::widgets
