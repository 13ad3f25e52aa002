#include "app/gui/panelscontroller.h"

#include "app/gui/panelvalues.h"
#include "app/playback/player.h"
#include "app/session/actoradaptation.h"
#include "app/session/actormodels.h"
#include "app/session/editor.h"
#include "widgets/panels/jobspanel.h"
#include "widgets/panels/mediacastpanel.h"
#include "widgets/panels/messagespanel.h"

#include <QTimer>

namespace lipwright::app {

using widgets::MediaCastPanel;

PanelsController::PanelsController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_due(new QTimer(this)) {
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &PanelsController::showCast);
    const auto due = [this] { m_due->start(); };
    Editor& editor = m_parts.editor;
    connect(&editor.document(), &ProjectDocument::changed, this, due);
    connect(&editor.document(), &ProjectDocument::reset, this, due);
    connect(&editor.document(), &ProjectDocument::relinked, this, due);
    connect(&editor.analysis(), &FilmAnalysis::filmReady, this, due);
    connect(&editor.analysis(), &FilmAnalysis::facesReady, this, due);
    connect(&editor.analysis(), &FilmAnalysis::voiceReady, this, due);
    connect(&editor.actorModels(), &ActorModels::changed, this, due);
    connect(&editor.adaptation(), &ActorAdaptation::progressed, this, due);
    connectCast();
    connectJobs();
    connectMessages();
    showCast();
}

void PanelsController::connectCast() {
    MediaCastPanel& cast = m_parts.cast;
    Editor& editor = m_parts.editor;
    connect(&cast, &MediaCastPanel::dubChanged, &editor, &Editor::setVoiceTrack);
    connect(&cast, &MediaCastPanel::removeDubRequested, &editor, &Editor::removeVoice);
    connect(&cast, &MediaCastPanel::proposeSegmentsRequested, &editor, &Editor::proposeSegments);
    connect(&cast, &MediaCastPanel::actorRenamed, this, [this](int actor, const QString& name) {
        m_parts.editor.renameActor(actor, name.toStdString());
    });
    connect(&cast, &MediaCastPanel::consentRequested, this, &PanelsController::consentRequested);
    connect(&cast, &MediaCastPanel::actorActivated, this, [this](int actor) {
        if (const auto faces = m_parts.editor.analysis().film().faces) {
            for (const face::FaceTrack& track : faces->tracks) {
                if (track.actor == actor) {
                    goTo(track.firstFrame);
                    return;
                }
            }
        }
    });
    connect(&editor.analysis(), &FilmAnalysis::portraitReady, &cast, &MediaCastPanel::setPortrait);
}

void PanelsController::connectJobs() {
    widgets::JobsPanel& panel = m_parts.jobs;
    JobQueue& queue = m_parts.editor.jobs();
    connect(&queue, &JobQueue::jobChanged, this, [&panel](const widgets::JobStatus& status) {
        if (!status.hidden) {
            panel.setJob(status);
        }
    });
    connect(&queue, &JobQueue::jobForgotten, &panel, &widgets::JobsPanel::removeJob);
    connect(&panel, &widgets::JobsPanel::cancelRequested, &queue, &JobQueue::cancel);
    connect(&panel, &widgets::JobsPanel::pauseRequested, &queue, &JobQueue::setPaused);
    connect(&panel, &widgets::JobsPanel::clearRequested, &queue, &JobQueue::forgetFinished);
    connect(&panel, &widgets::JobsPanel::showRequested, this, &PanelsController::showFileRequested);
}

void PanelsController::connectMessages() {
    widgets::MessagesPanel& messages = m_parts.messages;
    Editor& editor = m_parts.editor;
    connect(&editor, &Editor::noted, &messages, [&messages](const QString& text) {
        messages.add(widgets::Severity::information, text);
    });
    connect(&editor, &Editor::warned, &messages,
            [&messages](const QString& text) { messages.add(widgets::Severity::warning, text); });
    connect(&editor, &Editor::failed, &messages, [&messages](const core::Error& error) {
        messages.add(widgets::Severity::error, QString::fromStdString(error.text()));
    });
}

void PanelsController::showCast() {
    m_parts.cast.setFilm(filmSummary(m_parts.editor));
    m_parts.cast.setDubs(dubEntries(m_parts.editor));
    m_parts.cast.setCast(castEntries(m_parts.editor));
    for (const auto& [actor, portrait] : m_parts.editor.analysis().film().portraits) {
        m_parts.cast.setPortrait(actor, portrait);
    }
}

void PanelsController::goTo(qint64 frame) {
    m_parts.player.pause();
    m_parts.player.seek(frame);
}

}  // namespace lipwright::app
