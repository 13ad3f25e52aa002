// Every edit a user can make to a project, as functions on the value: they either succeed and keep
// the invariants (invariants()) or leave the project as it was and say why. Undo is the document's.
#pragma once

#include "engine/core/result.h"
#include "engine/project/project.h"

#include <span>
#include <string>
#include <vector>

namespace lipwright::project {

/// [--A--------)  split at ^  [--A--)[--B--)   B is new, keeps settings, takes and text of A; a
/// take is used only where its segment is. What is kept by film frame (shaped frames, keyframes,
/// forced-original ranges) is divided, so that every frame looks as before.
[[nodiscard]] core::Result<Id> splitSegment(Project& project, Id segment, std::int64_t frame);

/// [-A-)  [-B-)   ->   [----A----)   of one actor and dub track; nothing of them may lie between.
/// Takes of both are kept, none is active unless it covers the whole. Settings are the first one's;
/// of what is kept by film frame each part's say about its own frames is.
[[nodiscard]] core::Result<void> mergeSegments(Project& project, std::span<const Id> segments);

/// Gives a segment new ends; at least one frame, inside the film, not over another segment of the
/// same actor and dub track. What is kept by film frame stays where it is: a trim back loses none.
[[nodiscard]] core::Result<void> trimSegment(Project& project, Id segment, core::FrameRange frames);

/// All by the same number of frames, with what they keep by film frame (picked and banned frames
/// of the film stay what they are); nothing moves when one of them can not.
[[nodiscard]] core::Result<void> moveSegments(Project& project, std::span<const Id> segments,
                                              std::int64_t frames);

[[nodiscard]] core::Result<void> removeSegments(Project& project, std::span<const Id> segments);

/// Adds segments (ids are given), e.g. proposed or imported ones. Those that would overlap another
/// one of the same actor and dub track are left out; returns the ids of the added.
[[nodiscard]] core::Result<std::vector<Id>> addSegments(Project& project,
                                                        std::vector<Segment> segments);

/// Another actor's model would not do: the segment is given the universal one.
[[nodiscard]] core::Result<void> setSegmentActor(Project& project, Id segment, int actor,
                                                 int track = -1);
/// The voice they speak from; refused where one would then overlap another of the same actor and
/// voice.
[[nodiscard]] core::Result<void> setSegmentDub(Project& project, std::span<const Id> segments,
                                               Id dubTrack);
[[nodiscard]] core::Result<void> setSegmentStatus(Project& project, std::span<const Id> segments,
                                                  SegmentStatus status);
/// All but the picked and banned frames, which each segment keeps (setLibraryFrames).
[[nodiscard]] core::Result<void> setSegmentSettings(Project& project, std::span<const Id> segments,
                                                    const SegmentSettings& settings);
/// Adds to SegmentSettings::offsetMicroseconds.
[[nodiscard]] core::Result<void> nudgeSegments(Project& project, std::span<const Id> segments,
                                               std::int64_t microseconds);
/// Replaces the shaped frames; an empty edit resets. Frames outside of the segment are refused
/// unless they were shaped before it was trimmed.
[[nodiscard]] core::Result<void> setSegmentShape(Project& project, Id segment, ShapeEdit shape);
/// An approved segment that looks different now is to be reviewed again. Keyframes and ranges may
/// come in any order.
[[nodiscard]] core::Result<void> setSegmentRetouch(Project& project, std::span<const Id> segments,
                                                   const Retouch& retouch);
/// The frames of the library a segment's mouth prefers or never takes.
[[nodiscard]] core::Result<void> setLibraryFrames(Project& project, Id segment,
                                                  std::vector<std::int64_t> picked,
                                                  std::vector<std::int64_t> banned);
[[nodiscard]] core::Result<void> setSegmentNotes(Project& project, Id segment, std::string notes);
[[nodiscard]] core::Result<void> setSegmentText(Project& project, Id segment, std::string text);

/// The take (its id is given when 0) becomes active; a fresh segment becomes rendered, an approved
/// one review.
[[nodiscard]] core::Result<Id> addTake(Project& project, Id segment, Take take);
/// 0 chooses the original picture.
[[nodiscard]] core::Result<void> chooseTake(Project& project, Id segment, Id take);
[[nodiscard]] core::Result<void> renameTake(Project& project, Id segment, Id take,
                                            std::string name);
/// Forgets the take; its folder is removed only when the project is cleaned up, so undo works.
[[nodiscard]] core::Result<void> removeTake(Project& project, Id segment, Id take);

/// A measurement, not a wish of the user: callers keep it out of undo.
[[nodiscard]] core::Result<void> setTakeScores(Project& project, Id segment, Id take,
                                               const TakeScores& scores);

/// Adds (id 0) or replaces; a name is used once. Frames and model of the settings are left out:
/// they are one actor's.
[[nodiscard]] core::Result<Id> setPreset(Project& project, Preset preset);
[[nodiscard]] core::Result<void> removePreset(Project& project, Id preset);
/// The preset's settings; picked and banned frames and the model of the segments stay.
[[nodiscard]] core::Result<void> applyPreset(Project& project, std::span<const Id> segments,
                                             Id preset);

[[nodiscard]] core::Result<void> setFilm(Project& project, Film film);
[[nodiscard]] core::Result<Id> addDubTrack(Project& project, DubTrack track);
/// With the segments that speak from it.
[[nodiscard]] core::Result<void> removeDubTrack(Project& project, Id track);
/// Replaces the track of the same id.
[[nodiscard]] core::Result<void> changeDubTrack(Project& project, const DubTrack& track);

/// Adds the member or replaces the one with the same actor number.
[[nodiscard]] core::Result<void> setCastMember(Project& project, CastMember member);
/// Adds members for numbers that have none; those that have keep their names.
[[nodiscard]] core::Result<void> completeCast(Project& project, std::span<const int> actors);

[[nodiscard]] core::Result<Id> addMarker(Project& project, std::int64_t frame, std::string name);
[[nodiscard]] core::Result<void> removeMarker(Project& project, Id marker);
[[nodiscard]] core::Result<void> setInOut(Project& project, std::optional<core::FrameRange> inOut);

/// Why these settings will not do; empty when they will.
[[nodiscard]] std::string settingsProblem(const SegmentSettings& settings);
[[nodiscard]] std::string retouchProblem(const Retouch& retouch);
[[nodiscard]] std::string shapeProblem(const ShapeEdit& shape);

/// What is wrong with a project's values; empty for every project the edits above can make.
[[nodiscard]] std::vector<std::string> invariants(const Project& project);

}  // namespace lipwright::project
