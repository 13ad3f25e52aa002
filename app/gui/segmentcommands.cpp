#include "app/gui/segmentcommands.h"

#include "app/gui/commands.h"
#include "app/gui/selection.h"
#include "app/gui/timelinecontroller.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAction>
#include <algorithm>

namespace lipwright::app {

using project::SegmentStatus;
using project::TakeQuality;

SegmentCommands::SegmentCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts) {
    connectEdits();
    connectRendering();
    connectMoves();
    connectTakes();
    connect(&m_parts.selection, &Selection::changed, this, &SegmentCommands::enable);
    connect(&m_parts.editor.document(), &ProjectDocument::changed, this, &SegmentCommands::enable);
    connect(&m_parts.editor.document(), &ProjectDocument::reset, this, &SegmentCommands::enable);
    connect(&m_parts.editor.renders(), &RenderQueue::queueChanged, this, &SegmentCommands::enable);
    enable();
}

std::int64_t SegmentCommands::playhead() const {
    return m_parts.player.position();
}

void SegmentCommands::connectEdits() {
    Commands& commands = m_parts.commands;
    Editor& editor = m_parts.editor;
    Selection& selection = m_parts.selection;
    commands.on("segment.split", this, [this] { split(); });
    commands.on("segment.merge", this,
                [&editor, &selection] { editor.merge(selection.segments()); });
    commands.on("segment.trimStart", this, [this] { trimToPlayhead(true); });
    commands.on("segment.trimEnd", this, [this] { trimToPlayhead(false); });
    commands.on("edit.delete", this,
                [&editor, &selection] { editor.remove(selection.segments()); });
    commands.on("segment.earlier", this, [this] { nudgeFrames(-1); });
    commands.on("segment.later", this, [this] { nudgeFrames(1); });
    commands.on("segment.earlierMs", this,
                [&editor, &selection] { editor.nudge(selection.segments(), -1000); });
    commands.on("segment.laterMs", this,
                [&editor, &selection] { editor.nudge(selection.segments(), 1000); });
    const auto status = [this](const char* name, SegmentStatus value) {
        m_parts.commands.on(name, this, [this, value] {
            m_parts.editor.setStatus(m_parts.selection.segments(), value);
        });
    };
    status("segment.approve", SegmentStatus::approved);
    status("segment.review", SegmentStatus::review);
    status("segment.bypass", SegmentStatus::bypass);
    commands.on("edit.marker", this, [this] { m_parts.editor.addMarker(playhead(), {}); });
    commands.on("edit.in", this, [this] { markInOut(true); });
    commands.on("edit.out", this, [this] { markInOut(false); });
    commands.on("edit.clearInOut", this, [&editor] { editor.setInOut(std::nullopt); });
    commands.on("edit.selectAll", this, [this] {
        std::vector<project::Id> all;
        for (const project::Segment& segment : m_parts.editor.project().segments) {
            if (speaks(m_parts.editor.project(), segment, m_parts.selection.language())) {
                all.push_back(segment.id);
            }
        }
        m_parts.selection.setSegments(all);
    });
}

void SegmentCommands::connectRendering() {
    Commands& commands = m_parts.commands;
    Editor& editor = m_parts.editor;
    Selection& selection = m_parts.selection;
    commands.on("render.selected", this,
                [&editor, &selection] { editor.render(selection.segments(), TakeQuality::final); });
    commands.on("render.draft", this,
                [&editor, &selection] { editor.render(selection.segments(), TakeQuality::draft); });
    commands.on("render.open", this, [this] { renderOpen(); });
    connect(&commands.action("render.pause"), &QAction::toggled, &editor.renders(),
            &RenderQueue::setPaused);
    commands.on("render.cancelSelected", this, [&editor, &selection] {
        for (const project::Id id : selection.segments()) {
            editor.renders().cancel(id);
        }
    });
    commands.on("render.cancel", this, [&editor] { editor.renders().cancelAll(); });
    commands.on("render.propose", this, [this] {
        for (const project::DubTrack& dub : m_parts.editor.project().dubs) {
            if (dub.language == m_parts.selection.language()) {
                m_parts.editor.proposeSegments(dub.id);
            }
        }
    });
}

void SegmentCommands::connectMoves() {
    Commands& commands = m_parts.commands;
    Player& player = m_parts.player;
    const auto second = [this](int direction) {
        m_parts.player.seek(playhead() + direction * m_parts.editor.timecode().framesPerSecond);
    };
    commands.on("play.secondBack", this, [second] { second(-1); });
    commands.on("play.secondForward", this, [second] { second(1); });
    commands.on("play.previousEdit", this,
                [this] { m_parts.player.seek(m_parts.timeline.nearestEdit(playhead(), -1)); });
    commands.on("play.nextEdit", this,
                [this] { m_parts.player.seek(m_parts.timeline.nearestEdit(playhead(), 1)); });
    commands.on("play.start", this, [&player] { player.seek(0); });
    commands.on("play.end", this, [this] {
        m_parts.player.seek(
            std::max<std::int64_t>(0, m_parts.editor.project().film.frameCount - 1));
    });
    commands.on("play.toIn", this, [this] {
        if (const auto& inOut = m_parts.editor.project().inOut) {
            m_parts.player.seek(inOut->first);
        }
    });
    commands.on("play.toOut", this, [this] {
        if (const auto& inOut = m_parts.editor.project().inOut) {
            m_parts.player.seek(inOut->end - 1);
        }
    });
    commands.on("segment.previous", this, [this] { goToNeighbour(-1); });
    commands.on("segment.next", this, [this] { goToNeighbour(1); });
    widgets::TimelineWidget& widget = m_parts.widget;
    commands.on("view.zoomIn", this, [&widget] { widget.zoomIn(); });
    commands.on("view.zoomOut", this, [&widget] { widget.zoomOut(); });
    commands.on("view.zoomFit", this, [&widget] { widget.zoomToFit(); });
    commands.on("view.zoomSelection", this, [&widget] { widget.zoomToSelection(); });
    QAction& snapping = commands.action("edit.snapping");
    snapping.setChecked(widget.snapping());
    connect(&snapping, &QAction::toggled, &widget, &widgets::TimelineWidget::setSnapping);
}

void SegmentCommands::connectTakes() {
    for (int number = 0; number <= 9; ++number) {
        m_parts.commands.on(QStringLiteral("take.%1").arg(number), this, [this, number] {
            for (const project::Id id : m_parts.selection.segments()) {
                const project::Segment* segment = m_parts.editor.project().segment(id);
                if (segment == nullptr || number > static_cast<int>(segment->takes.size())) {
                    continue;
                }
                m_parts.editor.chooseTake(
                    id, number == 0 ? 0 : segment->takes[static_cast<std::size_t>(number - 1)].id);
            }
        });
    }
}

void SegmentCommands::split() {
    std::vector<project::Id> under = m_parts.selection.segments();
    if (under.empty()) {
        for (const project::Segment& segment : m_parts.editor.project().segments) {
            if (segment.frames.contains(playhead()) &&
                speaks(m_parts.editor.project(), segment, m_parts.selection.language())) {
                under.push_back(segment.id);
            }
        }
    }
    m_parts.editor.splitAt(under, playhead());
}

void SegmentCommands::trimToPlayhead(bool start) {
    const project::Id id = m_parts.selection.single();
    const project::Segment* segment = m_parts.editor.project().segment(id);
    if (segment == nullptr) {
        return;
    }
    core::FrameRange frames = segment->frames;
    (start ? frames.first : frames.end) = playhead();
    m_parts.editor.trim(id, frames);
}

void SegmentCommands::nudgeFrames(int frames) {
    const project::Film& film = m_parts.editor.project().film;
    m_parts.editor.nudge(m_parts.selection.segments(),
                         frames * 1'000'000LL * film.frameNumerator / film.frameDenominator);
}

void SegmentCommands::markInOut(bool in) {
    const std::int64_t count = m_parts.editor.project().film.frameCount;
    core::FrameRange range = m_parts.editor.project().inOut.value_or(core::FrameRange{0, count});
    (in ? range.first : range.end) = in ? playhead() : playhead() + 1;
    if (range.empty()) {
        // The other end gives way.
        range = in ? core::FrameRange{playhead(), count} : core::FrameRange{0, playhead() + 1};
    }
    m_parts.editor.setInOut(range);
}

void SegmentCommands::goToNeighbour(int direction) {
    const project::Id single = m_parts.selection.single();
    const project::Segment* current = m_parts.editor.project().segment(single);
    const std::int64_t from = current != nullptr ? current->frames.first : playhead();
    const project::Id found = m_parts.timeline.neighbour(from, direction);
    if (const project::Segment* segment = m_parts.editor.project().segment(found)) {
        m_parts.selection.setSegments({found});
        m_parts.player.seek(segment->frames.first);
        m_parts.widget.ensureVisible(segment->frames.first);
    }
}

void SegmentCommands::renderOpen() {
    std::vector<project::Id> open;
    for (const project::Segment& segment : m_parts.editor.project().segments) {
        if (segment.active() == nullptr && segment.status != SegmentStatus::bypass &&
            m_parts.editor.renders().progressOf(segment.id) < 0.0) {
            open.push_back(segment.id);
        }
    }
    m_parts.editor.render(open, TakeQuality::final);
}

void SegmentCommands::enable() {
    const project::Project& project = m_parts.editor.project();
    const auto selected = m_parts.selection.segments().size();
    const bool film = project.film.frameCount > 0;
    const auto set = [this](std::initializer_list<const char*> names, bool on) {
        for (const char* name : names) {
            m_parts.commands.action(name).setEnabled(on);
        }
    };
    set({"segment.approve", "segment.review", "segment.bypass", "segment.earlier", "segment.later",
         "segment.earlierMs", "segment.laterMs", "edit.delete", "render.selected", "render.draft",
         "view.zoomSelection", "play.around"},
        selected > 0);
    set({"segment.merge"}, selected > 1);
    set({"segment.trimStart", "segment.trimEnd"}, selected == 1);
    set({"segment.split", "segment.previous", "segment.next", "edit.selectAll", "render.open"},
        !project.segments.empty());
    set({"edit.marker", "edit.in", "edit.out", "edit.clearInOut", "file.export", "file.changeList",
         "file.importVoices", "file.save", "file.saveAs", "play.toggle"},
        film);
    set({"file.importCues", "render.propose"}, film && !project.dubs.empty());
    set({"render.cancel", "render.cancelSelected"}, m_parts.editor.renders().waiting() > 0);
    std::size_t takes = 0;
    for (const project::Id id : m_parts.selection.segments()) {
        const project::Segment* segment = project.segment(id);
        takes = std::max(takes, segment != nullptr ? segment->takes.size() : 0);
    }
    for (std::size_t number = 0; number <= 9; ++number) {
        m_parts.commands.action(QStringLiteral("take.%1").arg(number))
            .setEnabled(selected > 0 && takes > 0 && number <= takes);
    }
}

}  // namespace lipwright::app
