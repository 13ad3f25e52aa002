// The status bar's view of background work: the job that runs, how far it is, how long it takes.
#pragma once

#include "app/jobs/jobqueue.h"

#include <QWidget>
#include <map>

class QLabel;
class QProgressBar;

namespace lipwright::app {

class JobIndicator : public QWidget {
    Q_OBJECT
public:
    explicit JobIndicator(JobQueue& jobs, QWidget* parent = nullptr);

private:
    void follow(const widgets::JobStatus& status);
    void show(const widgets::JobStatus& status);

    QLabel* m_title;
    QProgressBar* m_bar;
    std::map<JobId, widgets::JobStatus> m_running;
};

}  // namespace lipwright::app
