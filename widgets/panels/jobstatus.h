// What is known of a background job, as the jobs panel shows it. A value.
#pragma once

#include <QString>

namespace lipwright::widgets {

enum class JobState { waiting, running, paused, done, failed, cancelled };

struct JobStatus {
    qint64 id = 0;
    QString title;
    JobState state = JobState::waiting;
    QString stage;  ///< "analyse", "render"
    qint64 done = 0;
    qint64 total = 0;             ///< 0: unknown
    double unitsPerSecond = 0.0;  ///< over the last seconds, 0 while unknown
    double secondsLeft = -1.0;    ///< -1 while unknown
    QString message;              ///< of a failed job: the error's text; of a done one: a result
    QString result;               ///< file or folder to show, may be empty
    bool pausable = true;
    bool hidden = false;       ///< autosaves and the like
    bool countsFrames = true;  ///< else `done` is a share of `total` and has no pace to show
};

}  // namespace lipwright::widgets
