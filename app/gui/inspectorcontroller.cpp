#include "app/gui/inspectorcontroller.h"

#include "app/gui/actorvalues.h"
#include "app/gui/panelvalues.h"
#include "app/gui/picturechoice.h"
#include "app/gui/reviewvalues.h"
#include "app/gui/selection.h"
#include "app/gui/syncvalues.h"
#include "app/playback/player.h"
#include "app/session/actormodels.h"
#include "app/session/editor.h"
#include "app/session/syncmeter.h"
#include "engine/dubbing/enginechoice.h"
#include "widgets/panels/inspectorpanel.h"

#include <QTimer>
#include <algorithm>
#include <map>

namespace lipwright::app {

using project::Id;
using widgets::InspectorPanel;
using Ids = std::vector<Id>;

namespace {

std::int64_t takeBytes(const project::Project& project) {
    std::int64_t bytes = 0;
    for (const project::Segment& segment : project.segments) {
        for (const project::Take& take : segment.takes) {
            bytes += take.bytes;
        }
    }
    return bytes;
}

QTimer* dueTimer(QObject* parent) {
    auto* timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(0);
    return timer;
}

}  // namespace

InspectorController::InspectorController(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_due(dueTimer(this)),
      m_syncDue(dueTimer(this)),
      m_pictures(std::make_unique<PictureChoice>(parts.editor, parts.inspector)) {
    connect(m_due, &QTimer::timeout, this, &InspectorController::show);
    connect(m_syncDue, &QTimer::timeout, this, &InspectorController::showSync);
    findEngines();
    followEditor();
    connectIdentity();
    connectValues();
    connectPresets();
    connectTakes();
    show();
}

InspectorController::~InspectorController() = default;

// Those engines that have their weights here; a segment that names another keeps it.
void InspectorController::findEngines() {
    const std::map<std::string, QString> words = {
        {"warped", tr("Warped pictures of the actor")},
        {"mended", tr("Warped pictures, mended by a network")},
        {"painted", tr("Painted by a network")}};
    for (const std::string& name : dubbing::availableEngines(m_parts.editor.folders().models)) {
        const auto known = words.find(name);
        m_engines.push_back(
            {name, known != words.end() ? known->second : QString::fromStdString(name)});
    }
}

void InspectorController::offerChoices(const std::vector<project::Segment>& segments) {
    m_parts.inspector.setChoices(m_engines, modelChoices(m_parts.editor, segments));
}

void InspectorController::followEditor() {
    Editor& editor = m_parts.editor;
    const auto due = [this] { m_due->start(); };
    connect(&editor.document(), &ProjectDocument::changed, this, due);
    connect(&editor.document(), &ProjectDocument::reset, this, due);
    connect(&editor.document(), &ProjectDocument::relinked, this, due);
    connect(&editor.analysis(), &FilmAnalysis::filmReady, this, due);
    connect(&editor.analysis(), &FilmAnalysis::facesReady, this, due);
    connect(&editor.actorModels(), &ActorModels::changed, this, due);
    connect(&m_parts.selection, &Selection::changed, this, &InspectorController::show);
    connect(&m_parts.player, &Player::positionChanged, &m_parts.inspector,
            &InspectorPanel::setPlayhead);
    connect(&editor.sync(), &SyncMeter::baselineReady, this, [this] { m_syncDue->start(); });
    connect(&editor.sync(), &SyncMeter::measured, this, [this](Id segment) {
        if (std::ranges::find(m_parts.selection.segments(), segment) !=
            m_parts.selection.segments().end()) {
            m_syncDue->start();
        }
    });
}

void InspectorController::connectIdentity() {
    const InspectorPanel& inspector = m_parts.inspector;
    Editor& editor = m_parts.editor;
    connect(&inspector, &InspectorPanel::actorChosen, &editor,
            [&editor](const Ids& ids, int actor) { editor.setActor(ids, actor); });
    connect(&inspector, &InspectorPanel::dubChosen, &editor, &Editor::setVoice);
    connect(&inspector, &InspectorPanel::statusChosen, &editor, &Editor::setStatus);
    connect(&inspector, &InspectorPanel::textChanged, &editor,
            [&editor](Id id, const QString& text) { editor.setText(id, text.toStdString()); });
    connect(&inspector, &InspectorPanel::notesChanged, &editor,
            [&editor](Id id, const QString& notes) { editor.setNotes(id, notes.toStdString()); });
    connect(&inspector, &InspectorPanel::renderRequested, &editor, &Editor::render);
}

void InspectorController::connectValues() {
    const InspectorPanel& inspector = m_parts.inspector;
    Editor& editor = m_parts.editor;
    connect(&inspector, &InspectorPanel::settingsChanged, &editor, &Editor::changeSettings);
    connect(&inspector, &InspectorPanel::retouchChanged, &editor, &Editor::changeRetouch);
    connect(&inspector, &InspectorPanel::nudged, &editor, &Editor::nudge);
    connect(&inspector, &InspectorPanel::offsetApplied, &editor,
            [&editor](const Ids& ids) { editor.applyOffsets(offsetsToApply(editor, ids)); });
    connect(&inspector, &InspectorPanel::frameRequested, this, [this](std::int64_t frame) {
        m_parts.player.pause();
        m_parts.player.seek(frame);
    });
    connect(&inspector, &InspectorPanel::picturesRequested, this,
            [this](Id segment) { m_pictures->open(segment); });
}

void InspectorController::connectPresets() {
    const InspectorPanel& inspector = m_parts.inspector;
    Editor& editor = m_parts.editor;
    connect(&inspector, &InspectorPanel::presetApplied, &editor, &Editor::applyPreset);
    connect(&inspector, &InspectorPanel::presetRemoved, &editor, &Editor::removePreset);
    connect(&inspector, &InspectorPanel::presetSaved, &editor,
            [&editor](const QString& name, const project::SegmentSettings& settings) {
                editor.savePreset(name.toStdString(), settings);
            });
    connect(&inspector, &InspectorPanel::presetRenamed, &editor,
            [&editor](Id preset, const QString& name) {
                editor.renamePreset(preset, name.toStdString());
            });
}

void InspectorController::connectTakes() {
    const InspectorPanel& inspector = m_parts.inspector;
    Editor& editor = m_parts.editor;
    connect(&inspector, &InspectorPanel::takeChosen, &editor, &Editor::chooseTake);
    connect(&inspector, &InspectorPanel::takeRenamed, &editor,
            [&editor](Id id, Id take, const QString& name) {
                editor.renameTake(id, take, name.toStdString());
            });
    connect(&inspector, &InspectorPanel::takeRemoved, &editor, &Editor::removeTake);
    connect(&inspector, &InspectorPanel::takeCompared, this, &InspectorController::takeCompared);
}

std::vector<project::Segment> InspectorController::selected() const {
    std::vector<project::Segment> segments;
    for (const Id id : m_parts.selection.segments()) {
        if (const project::Segment* segment = m_parts.editor.project().segment(id)) {
            segments.push_back(*segment);
        }
    }
    return segments;
}

void InspectorController::show() {
    const project::Project& project = m_parts.editor.project();
    InspectorPanel& inspector = m_parts.inspector;
    inspector.setCast(castEntries(m_parts.editor));
    inspector.setDubs(dubEntries(m_parts.editor));
    inspector.setFrameSeconds(static_cast<double>(project.film.frameNumerator) /
                              project.film.frameDenominator);
    inspector.setPresets(project.presets);
    inspector.setInOut(project.inOut);
    inspector.setTakeBytes(takeBytes(project));
    const std::vector<project::Segment> segments = selected();
    offerChoices(segments);
    inspector.setSegments(segments);
    inspector.setPlayhead(m_parts.player.position());
    m_pictures->follow(m_parts.selection.single());
    showSync();
}

void InspectorController::showSync() {
    Editor& editor = m_parts.editor;
    std::vector<widgets::SyncFacts> facts;
    for (const Id id : m_parts.selection.segments()) {
        if (const project::Segment* segment = editor.project().segment(id)) {
            facts.push_back(syncFactsOf(editor, *segment));
        }
    }
    const auto single = editor.sync().of(m_parts.selection.single());
    m_parts.inspector.setSync(facts, single ? syncCurves(*single) : widgets::SyncCurves{});
}

}  // namespace lipwright::app
