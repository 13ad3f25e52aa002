// What the edit functions share.
#pragma once

#include "engine/core/result.h"
#include "engine/project/edits.h"

#include <algorithm>

namespace lipwright::project {

inline constexpr std::size_t kMaximumText = 64 * 1024;
inline constexpr std::int64_t kMaximumFrames = std::int64_t{1} << 40;
inline constexpr int kMaximumActor = 100'000;
inline constexpr std::int64_t kDayMicroseconds = 86'400'000'000;

/// Texts the file can hold; `what` names it in the error.
[[nodiscard]] core::Result<void> checkText(const std::string& text, const std::string& what);

/// How much a segment can hold of what the user draws: far above what anyone would, low enough
/// that a file made to harm fits in memory.
inline constexpr std::size_t kMaximumKeyframes = 2'000;
inline constexpr std::size_t kMaximumStrokes = 500;     ///< a keyframe
inline constexpr std::size_t kMaximumPoints = 4'096;    ///< a stroke
inline constexpr std::size_t kMaximumListed = 100'000;  ///< frames of a list, shaped or picked
inline constexpr float kMaximumControl = 20.0F;         ///< of MouthControl, either way
inline constexpr float kMaximumHead = 10.0F;            ///< of a stroke's point, head units

/// Why it can not be kept; empty when it can.
[[nodiscard]] std::string takeProblem(const Take& take);
[[nodiscard]] std::string scoresProblem(const TakeScores& scores);
[[nodiscard]] std::string presetProblem(const Preset& preset);
/// Of its settings, shape and retouch in a film of so many frames (0: not yet known).
[[nodiscard]] std::string valuesProblem(const Segment& segment, std::int64_t frameCount);

/// Ascending, those that overlap or touch as one.
void uniteRanges(std::vector<core::FrameRange>& ranges);

template <typename T>
[[nodiscard]] T* findById(std::vector<T>& items, Id id) {
    const auto found = std::ranges::find(items, id, &T::id);
    return found == items.end() ? nullptr : &*found;
}

/// The segment, or why there is none.
[[nodiscard]] core::Result<Segment*> findSegment(Project& project, Id id);

/// Inside the film, not empty, and over no other segment of the same actor and dub track.
[[nodiscard]] core::Result<void> checkPlace(const Project& project, const Segment& segment);

/// By first frame, then by id.
void sortSegments(Project& project);

/// Makes `edit` on a copy; the project changes only when it succeeds.
template <typename Edit>
[[nodiscard]] core::Result<void> allOrNothing(Project& project, const Edit& edit) {
    Project copy = project;
    if (auto done = edit(copy); !done) {
        return done;
    }
    project = std::move(copy);
    return {};
}

/// Changes every named segment, or none when one of them is not there.
template <typename Change>
[[nodiscard]] core::Result<void> changeEach(Project& project, std::span<const Id> segments,
                                            const Change& change) {
    for (const Id id : segments) {
        if (auto found = findSegment(project, id); !found) {
            return core::passOn(found);
        }
    }
    for (const Id id : segments) {
        change(*findById(project.segments, id));
    }
    return {};
}

}  // namespace lipwright::project
