// The window that shows how an adaptation goes while it runs: one at a time, opened from the cast
// panel, the jobs panel or the command. It closes when the adaptation ends.
#pragma once

#include "app/jobs/jobqueue.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace lipwright::widgets {
class AdaptingDialog;
}

namespace lipwright::app {

class Editor;

class LearningWatch : public QObject {
    Q_OBJECT
public:
    LearningWatch(Editor& editor, QWidget& window);

    /// Nothing while the actor is not being adapted to.
    void show(int actor);
    /// As above; nothing for jobs of other kinds.
    void showJob(qint64 job);

private:
    void open(int actor);
    void showStatus(const widgets::JobStatus& status);
    void showLearning(int actor);
    void end(int actor);

    Editor& m_editor;
    QWidget& m_window;
    QPointer<widgets::AdaptingDialog> m_dialog;
    int m_actor = -1;  ///< whom the dialog shows
};

}  // namespace lipwright::app
