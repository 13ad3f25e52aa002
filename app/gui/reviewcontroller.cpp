#include "app/gui/reviewcontroller.h"

#include "app/gui/commands.h"
#include "app/gui/reviewvalues.h"
#include "app/gui/selection.h"
#include "app/gui/viewercontroller.h"
#include "app/session/editor.h"
#include "app/session/syncmeter.h"
#include "widgets/panels/noteoverlay.h"
#include "widgets/panels/reviewpanel.h"

#include <QAction>
#include <QTimer>

namespace lipwright::app {

using project::Id;
using project::SegmentStatus;
using widgets::ReviewPanel;
using Ids = std::vector<Id>;

ReviewController::ReviewController(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_due(new QTimer(this)),
      m_note(new widgets::NoteOverlay(&parts.window)) {
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &ReviewController::refresh);
    connect(m_note, &widgets::NoteOverlay::written, this,
            [this](const QString& note) { m_parts.editor.setNotes(m_noted, note.toStdString()); });
    followEditor();
    connectPanel();
    connectCommands();
    refresh();
}

void ReviewController::followEditor() {
    Editor& editor = m_parts.editor;
    const auto due = [this] { m_due->start(); };
    connect(&editor.document(), &ProjectDocument::changed, this, due);
    connect(&editor.document(), &ProjectDocument::reset, this, due);
    connect(&editor.analysis(), &FilmAnalysis::filmReady, this, due);
    connect(&editor.renders(), &RenderQueue::queueChanged, this, due);
    connect(&editor.sync(), &SyncMeter::measured, this, due);
    connect(&editor.sync(), &SyncMeter::baselineReady, this, due);
    connect(&editor.renders(), &RenderQueue::segmentProgress, &m_parts.review,
            &ReviewPanel::setProgress);
    connect(&m_parts.selection, &Selection::changed, this, [this] {
        m_parts.review.setSelection(m_parts.selection.segments());
        enable();
        focusMeter();
    });
}

void ReviewController::connectPanel() {
    connect(&m_parts.review, &ReviewPanel::selectionChanged, this, &ReviewController::select);
    connect(&m_parts.review, &ReviewPanel::segmentActivated, this, &ReviewController::open);
    connect(&m_parts.review, &ReviewPanel::viewChanged, this, &ReviewController::focusMeter);
}

void ReviewController::connectCommands() {
    Commands& commands = m_parts.commands;
    Editor& editor = m_parts.editor;
    Selection& selection = m_parts.selection;
    commands.on("review.next", this, [this] { goOn(1); });
    commands.on("review.previous", this, [this] { goOn(-1); });
    const auto verdict = [&](const char* name, SegmentStatus status) {
        commands.on(name, this, [this, &editor, &selection, status] {
            judge([&] { editor.setStatus(selection.segments(), status); });
        });
    };
    verdict("review.approve", SegmentStatus::approved);
    verdict("review.needsWork", SegmentStatus::review);
    verdict("review.bypass", SegmentStatus::bypass);
    commands.on("review.render", this, [this, &editor, &selection] {
        judge([&] { editor.render(selection.segments(), project::TakeQuality::final); });
    });
    commands.on("review.note", this, [this] { writeNote(); });
    commands.on("review.applyOffset", this, [this] { applyOffset(); });
}

void ReviewController::refresh() {
    m_parts.review.setRows(reviewRows(m_parts.editor));
    m_parts.review.setSelection(m_parts.selection.segments());
    enable();
    focusMeter();
}

/// What is selected, then what can be seen.
void ReviewController::focusMeter() {
    Ids wanted = m_parts.selection.segments();
    const Ids visible = m_parts.review.visibleSegments();
    wanted.insert(wanted.end(), visible.begin(), visible.end());
    if (wanted != m_focus) {
        m_focus = wanted;
        m_parts.editor.sync().setFocus(wanted);
    }
}

void ReviewController::enable() {
    const Ids& selected = m_parts.selection.segments();
    const auto set = [this](const char* name, bool on) {
        m_parts.commands.action(name).setEnabled(on);
    };
    for (const char* name :
         {"review.approve", "review.needsWork", "review.bypass", "review.render"}) {
        set(name, !selected.empty());
    }
    set("review.note", m_parts.selection.single() != 0);
    set("review.applyOffset", !offsetsToApply(m_parts.editor, selected).empty());
    const bool any = !m_parts.editor.project().segments.empty();
    set("review.next", any);
    set("review.previous", any);
}

void ReviewController::select(const Ids& segments) {
    if (!segments.empty()) {
        const project::Project& project = m_parts.editor.project();
        const project::Segment* first = project.segment(segments.front());
        const project::DubTrack* dub = first != nullptr ? project.dub(first->dubTrack) : nullptr;
        if (dub != nullptr) {
            m_parts.selection.setLanguage(dub->language);
        }
    }
    m_parts.selection.setSegments(segments);
}

void ReviewController::open(Id segment) {
    if (m_parts.editor.project().segment(segment) != nullptr) {
        select({segment});
        m_parts.viewer.playLoop();
    }
}

void ReviewController::openNext(Id segment) {
    if (segment != 0) {
        open(segment);
    } else {
        Q_EMIT m_parts.editor.noted(tr("No other segment of the list waits for review."));
    }
}

void ReviewController::goOn(int direction) {
    const Id next = m_parts.review.nextToReview(m_parts.selection.segments(), direction);
    openNext(next);
}

void ReviewController::judge(const std::function<void()>& verdict) {
    const Ids& selected = m_parts.selection.segments();
    if (selected.empty()) {
        return;
    }
    const Id next = m_parts.review.nextToReview(selected, 1);
    verdict();
    openNext(next);
}

void ReviewController::writeNote() {
    m_noted = m_parts.selection.single();
    if (const project::Segment* segment = m_parts.editor.project().segment(m_noted)) {
        const std::string in = core::toTimecode(segment->frames.first, m_parts.editor.timecode());
        m_note->open(tr("Note on the segment at %1").arg(QString::fromStdString(in)),
                     QString::fromStdString(segment->notes));
    }
}

void ReviewController::applyOffset() {
    const auto offsets = offsetsToApply(m_parts.editor, m_parts.selection.segments());
    if (!offsets.empty()) {
        m_parts.editor.applyOffsets(offsets);
        Q_EMIT m_parts.editor.noted(tr("The offset is applied; render to see it."));
    }
}

}  // namespace lipwright::app
