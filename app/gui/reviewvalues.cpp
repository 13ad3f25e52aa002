#include "app/gui/reviewvalues.h"

#include "app/gui/panelvalues.h"
#include "app/gui/syncvalues.h"
#include "app/session/editor.h"
#include "app/session/syncmeter.h"

namespace lipwright::app {
namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

}  // namespace

widgets::SyncFacts syncFactsOf(Editor& editor, const project::Segment& segment) {
    return syncFacts(segment, editor.sync().of(segment.id).get(), editor.sync().baseline());
}

std::map<project::Id, std::int64_t> offsetsToApply(Editor& editor,
                                                   const std::vector<project::Id>& segments) {
    std::map<project::Id, std::int64_t> offsets;
    for (const project::Id id : segments) {
        const project::Segment* segment = editor.project().segment(id);
        if (segment == nullptr) {
            continue;
        }
        const widgets::SyncFacts facts = syncFactsOf(editor, *segment);
        if (facts.hasOffsetToApply()) {
            offsets.emplace(id, facts.offset->microseconds);
        }
    }
    return offsets;
}

std::vector<widgets::ReviewRow> reviewRows(Editor& editor) {
    const project::Project& project = editor.project();
    const core::TimecodeFormat timecode = editor.timecode();
    const dubbing::FilmBaseline film = editor.sync().baseline();
    std::vector<widgets::ReviewRow> rows;
    rows.reserve(project.segments.size());
    for (const project::Segment& segment : project.segments) {
        widgets::ReviewRow& row = rows.emplace_back();
        row.segment = segment.id;
        row.frames = segment.frames;
        row.timecodeIn = text(core::toTimecode(segment.frames.first, timecode));
        row.timecodeOut = text(core::toTimecode(segment.frames.end, timecode));
        row.actor = segment.actor;
        row.actorName = text(project::displayName(project, segment.actor));
        if (const project::DubTrack* dub = project.dub(segment.dubTrack)) {
            row.language = text(dub->language.empty() ? dub->name : dub->language);
        }
        row.status = segment.status;
        row.takeName = takeName(segment);
        row.stale = project::isStale(segment);
        row.sync = syncFacts(segment, editor.sync().of(segment.id).get(), film);
        row.text = text(segment.text);
        row.notes = text(segment.notes);
        row.progress = editor.renders().progressOf(segment.id);
    }
    return rows;
}

}  // namespace lipwright::app
