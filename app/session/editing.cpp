// The edits of Editor: each one undo step with a name of its own.
#include "app/session/editor.h"
#include "engine/project/edits.h"

namespace lipwright::app {

using core::Result;
using project::Project;

namespace {

/// Of Editor's edits that follow one another while a slider is dragged.
constexpr int kSettingsMerge = 1;

/// An edit that also returns a value, as one that does not.
template <typename T>
Result<void> outcomeOf(const Result<T>& result) {
    return result ? Result<void>() : core::passOn(result);
}

}  // namespace

void Editor::splitAt(const Ids& segments, std::int64_t frame) {
    apply(tr("Split segment"), [&](Project& project) -> Result<void> {
        bool split = false;
        for (const project::Id id : segments) {
            const project::Segment* segment = project.segment(id);
            if (segment == nullptr || !segment->frames.contains(frame) ||
                segment->frames.first == frame) {
                continue;
            }
            if (const auto done = project::splitSegment(project, id, frame); !done) {
                return core::passOn(done);
            }
            split = true;
        }
        return split ? Result<void>()
                     : core::fail(core::ErrorCode::invalidArgument,
                                  "no segment is under the playhead", {},
                                  "Put the playhead inside of a segment");
    });
}

void Editor::merge(const Ids& segments) {
    apply(tr("Merge segments"),
          [&](Project& project) { return project::mergeSegments(project, segments); });
}

void Editor::remove(const Ids& segments) {
    apply(tr("Delete %n segment(s)", nullptr, static_cast<int>(segments.size())),
          [&](Project& project) { return project::removeSegments(project, segments); });
}

void Editor::trim(project::Id segment, core::FrameRange frames) {
    apply(tr("Trim segment"),
          [&](Project& project) { return project::trimSegment(project, segment, frames); });
}

void Editor::move(const Ids& segments, std::int64_t frames) {
    apply(tr("Move %n segment(s)", nullptr, static_cast<int>(segments.size())),
          [&](Project& project) { return project::moveSegments(project, segments, frames); });
}

void Editor::setActor(const Ids& segments, int actor, int track) {
    apply(tr("Choose the actor"), [&](Project& project) -> Result<void> {
        for (const project::Id id : segments) {
            if (auto done = project::setSegmentActor(project, id, actor, track); !done) {
                return done;
            }
        }
        return {};
    });
}

void Editor::setVoice(const Ids& segments, project::Id voice) {
    apply(tr("Choose the voice"),
          [&](Project& project) { return project::setSegmentDub(project, segments, voice); });
}

void Editor::setStatus(const Ids& segments, project::SegmentStatus status) {
    apply(tr("Set the status"),
          [&](Project& project) { return project::setSegmentStatus(project, segments, status); });
}

void Editor::setSettings(const Ids& segments, const project::SegmentSettings& settings,
                         bool interactive) {
    apply(
        tr("Change settings"),
        [&](Project& project) { return project::setSegmentSettings(project, segments, settings); },
        interactive ? kSettingsMerge : 0);
}

void Editor::changeSettings(const std::map<project::Id, project::SegmentSettings>& settings,
                            bool interactive) {
    apply(
        tr("Change settings"),
        [&](Project& project) -> Result<void> {
            for (const auto& [id, value] : settings) {
                if (auto done = project::setSegmentSettings(project, {&id, 1}, value); !done) {
                    return done;
                }
            }
            return {};
        },
        interactive ? kSettingsMerge : 0);
}

void Editor::useModel(const Ids& segments, const std::string& model) {
    apply(tr("Choose the mouth shapes"), [&](Project& project) -> Result<void> {
        for (const project::Id id : segments) {
            const project::Segment* segment = project.segment(id);
            if (segment == nullptr) {
                continue;
            }
            project::SegmentSettings settings = segment->settings;
            settings.model = model;
            if (auto done = project::setSegmentSettings(project, {&id, 1}, settings); !done) {
                return done;
            }
        }
        return {};
    });
}

void Editor::applyOffsets(const std::map<project::Id, std::int64_t>& offsets) {
    apply(tr("Apply the measured offset"), [&](Project& project) -> Result<void> {
        for (const auto& [id, microseconds] : offsets) {
            if (auto done = project::nudgeSegments(project, {&id, 1}, microseconds); !done) {
                return done;
            }
        }
        return {};
    });
}

void Editor::nudge(const Ids& segments, std::int64_t microseconds) {
    apply(tr("Nudge the mouth"), [&](Project& project) {
        return project::nudgeSegments(project, segments, microseconds);
    });
}

void Editor::setText(project::Id segment, const std::string& text) {
    apply(tr("Edit the text"),
          [&](Project& project) { return project::setSegmentText(project, segment, text); });
}

void Editor::setNotes(project::Id segment, const std::string& notes) {
    apply(tr("Edit the notes"),
          [&](Project& project) { return project::setSegmentNotes(project, segment, notes); });
}

void Editor::chooseTake(project::Id segment, project::Id take) {
    apply(tr("Choose a take"),
          [&](Project& project) { return project::chooseTake(project, segment, take); });
}

void Editor::renameTake(project::Id segment, project::Id take, const std::string& name) {
    apply(tr("Rename the take"),
          [&](Project& project) { return project::renameTake(project, segment, take, name); });
}

void Editor::removeTake(project::Id segment, project::Id take) {
    apply(tr("Delete the take"),
          [&](Project& project) { return project::removeTake(project, segment, take); });
}

void Editor::setVoiceTrack(const project::DubTrack& voice) {
    apply(tr("Change the voice"),
          [&](Project& project) { return project::changeDubTrack(project, voice); });
}

void Editor::removeVoice(project::Id voice) {
    apply(tr("Remove the voice"),
          [&](Project& project) { return project::removeDubTrack(project, voice); });
}

void Editor::renameActor(int actor, const std::string& name) {
    apply(tr("Rename the actor"), [&](Project& project) {
        const project::CastMember* known = project.member(actor);
        project::CastMember member = known != nullptr ? *known : project::CastMember{actor, {}, {}};
        member.name = name;
        return project::setCastMember(project, member);
    });
}

void Editor::setConsent(int actor, const project::Consent& consent) {
    apply(tr("Record consent"), [&](Project& project) {
        const project::CastMember* known = project.member(actor);
        project::CastMember member = known != nullptr ? *known : project::CastMember{actor, {}, {}};
        member.consent = consent;
        return project::setCastMember(project, member);
    });
}

void Editor::addMarker(std::int64_t frame, const std::string& name) {
    apply(tr("Set a marker"),
          [&](Project& project) { return outcomeOf(project::addMarker(project, frame, name)); });
}

void Editor::removeMarker(project::Id marker) {
    apply(tr("Remove the marker"),
          [&](Project& project) { return project::removeMarker(project, marker); });
}

void Editor::setInOut(std::optional<core::FrameRange> inOut) {
    apply(tr("Set in and out"),
          [&](Project& project) { return project::setInOut(project, inOut); });
}

}  // namespace lipwright::app
