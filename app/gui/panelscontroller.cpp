#include "app/gui/panelscontroller.h"

#include "app/gui/panelvalues.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "widgets/panels/inspectorpanel.h"
#include "widgets/panels/jobspanel.h"
#include "widgets/panels/mediacastpanel.h"
#include "widgets/panels/messagespanel.h"
#include "widgets/panels/reviewpanel.h"

#include <QTimer>

namespace lipwright::app {

using widgets::InspectorPanel;
using widgets::MediaCastPanel;
using widgets::ReviewPanel;

PanelsController::PanelsController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_due(new QTimer(this)) {
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &PanelsController::refresh);
    const auto due = [this] { m_due->start(); };
    Editor& editor = m_parts.editor;
    connect(&editor.document(), &ProjectDocument::changed, this, due);
    connect(&editor.document(), &ProjectDocument::reset, this, due);
    connect(&editor.document(), &ProjectDocument::relinked, this, due);
    connect(&editor.analysis(), &FilmAnalysis::filmReady, this, due);
    connect(&editor.analysis(), &FilmAnalysis::facesReady, this, due);
    connect(&editor.analysis(), &FilmAnalysis::voiceReady, this, due);
    connect(&editor.analysis(), &FilmAnalysis::confidenceReady, this, due);
    connect(&editor.renders(), &RenderQueue::queueChanged, this, due);
    connect(&m_parts.selection, &Selection::changed, this, [this] {
        m_parts.review.setSelection(m_parts.selection.segments());
        showInspector();
    });
    connectCast();
    connectInspector();
    connectReview();
    connectJobs();
    connectMessages();
    refresh();
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

void PanelsController::connectInspector() {
    InspectorPanel& inspector = m_parts.inspector;
    Editor& editor = m_parts.editor;
    connect(&inspector, &InspectorPanel::actorChosen, this,
            [this](const std::vector<project::Id>& ids, int actor) {
                m_parts.editor.setActor(ids, actor);
            });
    connect(&inspector, &InspectorPanel::dubChosen, &editor, &Editor::setVoice);
    connect(&inspector, &InspectorPanel::statusChosen, &editor, &Editor::setStatus);
    connect(&inspector, &InspectorPanel::settingsChanged, &editor, &Editor::setSettings);
    connect(&inspector, &InspectorPanel::textChanged, this,
            [this](project::Id id, const QString& text) {
                m_parts.editor.setText(id, text.toStdString());
            });
    connect(&inspector, &InspectorPanel::notesChanged, this,
            [this](project::Id id, const QString& notes) {
                m_parts.editor.setNotes(id, notes.toStdString());
            });
    connect(&inspector, &InspectorPanel::takeChosen, &editor, &Editor::chooseTake);
    connect(&inspector, &InspectorPanel::takeRenamed, this,
            [this](project::Id id, project::Id take, const QString& name) {
                m_parts.editor.renameTake(id, take, name.toStdString());
            });
    connect(&inspector, &InspectorPanel::takeRemoved, &editor, &Editor::removeTake);
    connect(&inspector, &InspectorPanel::renderRequested, &editor, &Editor::render);
}

void PanelsController::connectReview() {
    ReviewPanel& review = m_parts.review;
    connect(&review, &ReviewPanel::selectionChanged, this,
            [this](const std::vector<project::Id>& ids) {
                if (!ids.empty()) {
                    const project::Project& project = m_parts.editor.project();
                    const project::Segment* first = project.segment(ids.front());
                    const project::DubTrack* dub =
                        first != nullptr ? project.dub(first->dubTrack) : nullptr;
                    if (dub != nullptr) {
                        m_parts.selection.setLanguage(dub->language);
                    }
                }
                m_parts.selection.setSegments(ids);
            });
    connect(&review, &ReviewPanel::segmentActivated, this, [this](project::Id id) {
        if (const project::Segment* segment = m_parts.editor.project().segment(id)) {
            goTo(segment->frames.first);
        }
    });
    connect(&m_parts.editor.renders(), &RenderQueue::segmentProgress, &review,
            &ReviewPanel::setProgress);
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

void PanelsController::refresh() {
    showCast();
    showInspector();
    showReview();
}

void PanelsController::showCast() {
    const auto cast = castEntries(m_parts.editor);
    const auto dubs = dubEntries(m_parts.editor);
    m_parts.cast.setFilm(filmSummary(m_parts.editor));
    m_parts.cast.setDubs(dubs);
    m_parts.cast.setCast(cast);
    m_parts.inspector.setCast(cast);
    m_parts.inspector.setDubs(dubs);
    for (const auto& [actor, portrait] : m_parts.editor.analysis().film().portraits) {
        m_parts.cast.setPortrait(actor, portrait);
    }
}

void PanelsController::showInspector() {
    const project::Project& project = m_parts.editor.project();
    std::vector<project::Segment> segments;
    for (const project::Id id : m_parts.selection.segments()) {
        if (const project::Segment* segment = project.segment(id)) {
            segments.push_back(*segment);
        }
    }
    m_parts.inspector.setFrameSeconds(static_cast<double>(project.film.frameNumerator) /
                                      project.film.frameDenominator);
    m_parts.inspector.setSegments(segments);
}

void PanelsController::showReview() {
    m_parts.review.setRows(reviewRows(m_parts.editor));
    m_parts.review.setSelection(m_parts.selection.segments());
}

void PanelsController::goTo(qint64 frame) {
    m_parts.player.pause();
    m_parts.player.seek(frame);
}

}  // namespace lipwright::app
