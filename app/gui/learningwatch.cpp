#include "app/gui/learningwatch.h"

#include "app/gui/actorvalues.h"
#include "app/session/actoradaptation.h"
#include "app/session/editor.h"
#include "widgets/dialogs/adaptingdialog.h"
#include "widgets/panels/jobwords.h"

#include <QWidget>

namespace lipwright::app {

using widgets::AdaptingDialog;

constexpr qint64 kPercent = 100;

LearningWatch::LearningWatch(Editor& editor, QWidget& window)
    : QObject(&window), m_editor(editor), m_window(window) {
    ActorAdaptation& adaptation = editor.adaptation();
    connect(&editor.jobs(), &JobQueue::jobChanged, this, &LearningWatch::showStatus);
    connect(&adaptation, &ActorAdaptation::learned, this, &LearningWatch::showLearning);
    connect(&adaptation, &ActorAdaptation::ended, this, &LearningWatch::end);
}

void LearningWatch::show(int actor) {
    if (m_editor.adaptation().jobOf(actor) == 0) {
        return;
    }
    if (!m_dialog || m_actor != actor) {
        open(actor);
    }
    for (const widgets::JobStatus& status : m_editor.jobs().jobs()) {
        showStatus(status);
    }
    showLearning(actor);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void LearningWatch::showJob(qint64 job) {
    show(m_editor.adaptation().actorOf(job));
}

void LearningWatch::open(int actor) {
    if (m_dialog) {
        m_dialog->close();
    }
    m_actor = actor;
    m_dialog = new AdaptingDialog(
        QString::fromStdString(project::displayName(m_editor.project(), actor)), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AdaptingDialog::pauseRequested, this, [this](bool paused) {
        m_editor.jobs().setPaused(m_editor.adaptation().jobOf(m_actor), paused);
    });
    connect(m_dialog, &AdaptingDialog::stopRequested, this,
            [this] { m_editor.jobs().cancel(m_editor.adaptation().jobOf(m_actor)); });
}

void LearningWatch::showStatus(const widgets::JobStatus& status) {
    if (m_dialog && status.id == m_editor.adaptation().jobOf(m_actor)) {
        m_dialog->setStatus(
            {widgets::describeJob(status),
             status.total > 0 ? static_cast<int>(kPercent * status.done / status.total) : 0,
             status.state == JobState::paused});
    }
}

void LearningWatch::showLearning(int actor) {
    if (m_dialog && actor == m_actor) {
        m_dialog->setLearning(learningCurves(m_editor.adaptation().learningOf(actor)));
    }
}

void LearningWatch::end(int actor) {
    if (m_dialog && actor == m_actor) {
        m_dialog->close();
        m_dialog.clear();  // it is deleted later
    }
}

}  // namespace lipwright::app
