// What a segment keeps by film frame (shaped frames, keyframes, forced-original ranges): how it is
// divided, joined and moved with the segment. Data outside of a segment's frames has no effect but
// stays, so that a trim back brings it back and keyframes dissolve across a cut as before.
#pragma once

#include "engine/project/project.h"

#include <span>

namespace lipwright::project {

/// Leaves the part of `first` before `frame`, and of `second` from there on; each also keeps the
/// nearest keyframe of the other's.
void divide(Segment& first, Segment& second, std::int64_t frame);

/// What every part says of its own frames, and of frames that are in no part the first that speaks
/// of them.
void joinFilmFrames(Segment& whole, std::span<const Segment> parts);

/// Later by so many frames.
void shiftFilmFrames(Segment& segment, std::int64_t frames);

/// Forgets what lies outside of a film of so many frames; 0: not yet known.
void keepInsideFilm(Segment& segment, std::int64_t frameCount);

/// Every frame that is named lies inside of such a film.
[[nodiscard]] bool insideFilm(const ShapeEdit& shape, std::int64_t frameCount);
[[nodiscard]] bool insideFilm(const Retouch& retouch, std::int64_t frameCount);
[[nodiscard]] bool insideFilm(const SegmentSettings& settings, std::int64_t frameCount);

}  // namespace lipwright::project
