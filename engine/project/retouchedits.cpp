// Edits of shapes, masks, library frames and presets.
#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

namespace lipwright::project {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

Result<void> outsideFilm() {
    return fail(ErrorCode::invalidArgument, "a frame lies outside of the film", {},
                "Keep to frames of the film");
}

void ascending(std::vector<std::int64_t>& frames) {
    std::ranges::sort(frames);
    const auto doubled = std::ranges::unique(frames);
    frames.erase(doubled.begin(), doubled.end());
}

}  // namespace

Result<void> setSegmentShape(Project& project, Id id, ShapeEdit shape) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    if (const auto problem = shapeProblem(shape); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    Segment& segment = **found;
    for (const auto& [frame, control] : shape) {
        if (!segment.frames.contains(frame) && !segment.shape.contains(frame)) {
            return fail(ErrorCode::invalidArgument, "the frame is not inside of the segment",
                        "frame " + std::to_string(frame), "Shape frames of the segment");
        }
    }
    segment.shape = std::move(shape);
    return {};
}

Result<void> setSegmentRetouch(Project& project, std::span<const Id> segments,
                               const Retouch& retouch) {
    Retouch ordered = retouch;
    std::ranges::sort(ordered.mask, {}, &MaskKeyframe::frame);
    std::ranges::sort(ordered.opacity, {}, &OpacityKeyframe::frame);
    uniteRanges(ordered.original);
    if (const auto problem = retouchProblem(ordered); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    if (!insideFilm(ordered, project.film.frameCount)) {
        return outsideFilm();
    }
    return changeEach(project, segments, [&ordered](Segment& segment) {
        if (segment.retouch != ordered && segment.status == SegmentStatus::approved) {
            segment.status = SegmentStatus::review;
        }
        segment.retouch = ordered;
    });
}

Result<void> setLibraryFrames(Project& project, Id id, std::vector<std::int64_t> picked,
                              std::vector<std::int64_t> banned) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    SegmentSettings settings = (*found)->settings;
    settings.pickedFrames = std::move(picked);
    settings.bannedFrames = std::move(banned);
    ascending(settings.pickedFrames);
    ascending(settings.bannedFrames);
    if (const auto problem = settingsProblem(settings); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    if (!insideFilm(settings, project.film.frameCount)) {
        return outsideFilm();
    }
    (*found)->settings = std::move(settings);
    return {};
}

Result<Id> setPreset(Project& project, Preset preset) {
    preset.settings.pickedFrames.clear();
    preset.settings.bannedFrames.clear();
    preset.settings.model.clear();
    if (const auto problem = presetProblem(preset); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    for (const Preset& other : project.presets) {
        if (other.id != preset.id && other.name == preset.name) {
            return fail(ErrorCode::invalidArgument, "there is a preset of this name", preset.name,
                        "Choose another name");
        }
    }
    Preset* known = findById(project.presets, preset.id);
    if (known == nullptr && preset.id != 0) {
        return fail(ErrorCode::invalidArgument, "there is no such preset", preset.name);
    }
    if (known == nullptr) {
        preset.id = project.nextId++;
        project.presets.push_back(std::move(preset));
        return project.presets.back().id;
    }
    *known = std::move(preset);
    return known->id;
}

Result<void> removePreset(Project& project, Id preset) {
    if (std::erase_if(project.presets,
                      [preset](const Preset& item) { return item.id == preset; }) == 0) {
        return fail(ErrorCode::invalidArgument, "there is no such preset");
    }
    return {};
}

Result<void> applyPreset(Project& project, std::span<const Id> segments, Id preset) {
    const Preset* known = findById(project.presets, preset);
    if (known == nullptr) {
        return fail(ErrorCode::invalidArgument, "there is no such preset");
    }
    const SegmentSettings wanted = known->settings;
    return allOrNothing(project, [&](Project& copy) -> Result<void> {
        for (const Id id : segments) {
            SegmentSettings settings = wanted;
            if (const Segment* segment = copy.segment(id)) {
                settings.model = segment->settings.model;
            }
            if (auto set = setSegmentSettings(copy, {&id, 1}, settings); !set) {
                return set;
            }
        }
        return {};
    });
}

}  // namespace lipwright::project
