// Editor's edits of mouth shapes, masks and presets: each one undo step with a name of its own.
#include "app/session/editor.h"
#include "engine/project/edits.h"

#include <algorithm>

namespace lipwright::app {

using core::Result;
using project::Project;

namespace {

/// Of edits that follow one another during a drag; editing.cpp has the settings' key.
constexpr int kShapeMerge = 2;
constexpr int kRetouchMerge = 3;

}  // namespace

void Editor::setShape(project::Id segment, const project::ShapeEdit& shape, bool interactive) {
    apply(
        tr("Shape the mouth"),
        [&](Project& project) { return project::setSegmentShape(project, segment, shape); },
        interactive ? kShapeMerge : 0);
}

void Editor::setRetouch(const Ids& segments, const project::Retouch& retouch, bool interactive) {
    apply(
        tr("Retouch the mask"),
        [&](Project& project) { return project::setSegmentRetouch(project, segments, retouch); },
        interactive ? kRetouchMerge : 0);
}

void Editor::changeRetouch(const std::map<project::Id, project::Retouch>& retouch,
                           bool interactive) {
    apply(
        tr("Retouch the mask"),
        [&](Project& project) -> Result<void> {
            for (const auto& [id, value] : retouch) {
                if (auto done = project::setSegmentRetouch(project, {&id, 1}, value); !done) {
                    return done;
                }
            }
            return {};
        },
        interactive ? kRetouchMerge : 0);
}

void Editor::setLibraryFrames(project::Id segment, std::vector<std::int64_t> picked,
                              std::vector<std::int64_t> banned) {
    apply(tr("Choose the mouth's frames"), [&](Project& project) {
        return project::setLibraryFrames(project, segment, std::move(picked), std::move(banned));
    });
}

void Editor::savePreset(const std::string& name, const project::SegmentSettings& settings) {
    apply(tr("Save the preset"), [&](Project& project) -> Result<void> {
        const auto known = std::ranges::find(project.presets, name, &project::Preset::name);
        const project::Id id = known != project.presets.end() ? known->id : 0;
        const auto saved = project::setPreset(project, {id, name, settings});
        return saved ? Result<void>() : core::passOn(saved);
    });
}

void Editor::renamePreset(project::Id preset, const std::string& name) {
    apply(tr("Rename the preset"), [&](Project& project) -> Result<void> {
        const auto known = std::ranges::find(project.presets, preset, &project::Preset::id);
        if (known == project.presets.end()) {
            return {};  // removed meanwhile
        }
        const auto saved = project::setPreset(project, {preset, name, known->settings});
        return saved ? Result<void>() : core::passOn(saved);
    });
}

void Editor::removePreset(project::Id preset) {
    apply(tr("Delete the preset"),
          [&](Project& project) { return project::removePreset(project, preset); });
}

void Editor::applyPreset(const Ids& segments, project::Id preset) {
    apply(tr("Apply the preset"),
          [&](Project& project) { return project::applyPreset(project, segments, preset); });
}

void Editor::adoptScores(project::Id segment, project::Id take, const project::TakeScores& scores) {
    // The take may have been removed while it was measured: nothing to tell the user then.
    (void)m_document.amend(
        [&](Project& project) { return project::setTakeScores(project, segment, take, scores); });
}

}  // namespace lipwright::app
