// Bottom tab: background jobs with progress, pace, time left, pause and cancel.
#pragma once

#include "widgets/panels/jobstatus.h"

#include <QWidget>
#include <memory>

namespace lipwright::widgets {

class JobsPanel : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(QWidget* parent = nullptr);
    ~JobsPanel() override;

    void setJob(const JobStatus& status);
    void removeJob(qint64 job);

Q_SIGNALS:
    void cancelRequested(qint64 job);
    void pauseRequested(qint64 job, bool paused);
    void showRequested(const QString& path);  ///< "show in folder"
    void opened(qint64 job);                  ///< double click or Enter, with nothing in a folder
    void clearRequested();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
