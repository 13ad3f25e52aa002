// What a segment is set to, wherever it lies.
#include "engine/project/edits_p.h"

namespace lipwright::project {

using core::ErrorCode;
using core::fail;
using core::Result;

Result<void> setSegmentStatus(Project& project, std::span<const Id> segments,
                              SegmentStatus status) {
    return changeEach(project, segments, [status](Segment& segment) { segment.status = status; });
}

Result<void> setSegmentSettings(Project& project, std::span<const Id> segments,
                                const SegmentSettings& settings) {
    if (const auto problem = settingsProblem(settings); !problem.empty()) {
        return fail(ErrorCode::invalidArgument, problem);
    }
    return changeEach(project, segments, [&settings](Segment& segment) {
        SegmentSettings wanted = settings;
        wanted.pickedFrames = std::move(segment.settings.pickedFrames);
        wanted.bannedFrames = std::move(segment.settings.bannedFrames);
        segment.settings = std::move(wanted);
    });
}

Result<void> nudgeSegments(Project& project, std::span<const Id> segments,
                           std::int64_t microseconds) {
    if (microseconds < -kDayMicroseconds || microseconds > kDayMicroseconds) {
        return fail(ErrorCode::invalidArgument, "the mouth can not be moved by more than a minute");
    }
    return allOrNothing(project, [&](Project& copy) -> Result<void> {
        for (const Id id : segments) {
            const auto found = findSegment(copy, id);
            if (!found) {
                return core::passOn(found);
            }
            SegmentSettings& settings = (*found)->settings;
            settings.offsetMicroseconds += microseconds;
            if (const auto problem = settingsProblem(settings); !problem.empty()) {
                return fail(ErrorCode::invalidArgument, problem);
            }
        }
        return {};
    });
}

Result<void> setSegmentNotes(Project& project, Id id, std::string notes) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    if (auto checked = checkText(notes, "notes"); !checked) {
        return checked;
    }
    (*found)->notes = std::move(notes);
    return {};
}

Result<void> setSegmentText(Project& project, Id id, std::string text) {
    const auto found = findSegment(project, id);
    if (!found) {
        return core::passOn(found);
    }
    if (auto checked = checkText(text, "text"); !checked) {
        return checked;
    }
    (*found)->text = std::move(text);
    return {};
}

}  // namespace lipwright::project
