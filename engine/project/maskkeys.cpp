#include "engine/project/maskkeys.h"

#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

#include <algorithm>

namespace lipwright::project {
namespace {

std::size_t placeFrom(const Retouch& retouch, std::int64_t frame) {
    const auto found = std::ranges::lower_bound(retouch.mask, frame, {}, &MaskKeyframe::frame);
    return static_cast<std::size_t>(found - retouch.mask.begin());
}

void addStroke(std::vector<BrushStroke>& strokes, const BrushStroke& stroke) {
    BrushStroke part = stroke;
    // The parts share a point, so that the line between them is painted too.
    for (std::size_t from = 0; from == 0 || from + 1 < stroke.points.size();
         from += kMaximumPoints - 1) {
        const std::size_t end = std::min(stroke.points.size(), from + kMaximumPoints);
        const auto begin = stroke.points.begin();
        part.points.assign(begin + static_cast<std::ptrdiff_t>(from),
                           begin + static_cast<std::ptrdiff_t>(end));
        strokes.push_back(part);
    }
}

}  // namespace

bool hasMaskKey(const Retouch& retouch, std::int64_t frame) {
    const std::size_t place = placeFrom(retouch, frame);
    return place < retouch.mask.size() && retouch.mask[place].frame == frame;
}

std::optional<std::int64_t> neighbourMaskKey(const Retouch& retouch, std::int64_t frame,
                                             int direction) {
    const std::size_t place = placeFrom(retouch, direction < 0 ? frame : frame + 1);
    if (direction < 0) {
        return place > 0 ? std::optional(retouch.mask[place - 1].frame) : std::nullopt;
    }
    return place < retouch.mask.size() ? std::optional(retouch.mask[place].frame) : std::nullopt;
}

void addMaskKey(Retouch& retouch, std::int64_t frame) {
    if (hasMaskKey(retouch, frame)) {
        return;
    }
    const std::size_t place = placeFrom(retouch, frame);
    MaskKeyframe added{frame, {}};
    if (!retouch.mask.empty()) {
        added.strokes = retouch.mask[place > 0 ? place - 1 : 0].strokes;
    }
    retouch.mask.insert(retouch.mask.begin() + static_cast<std::ptrdiff_t>(place),
                        std::move(added));
}

void removeMaskKey(Retouch& retouch, std::int64_t frame) {
    std::erase_if(retouch.mask, [frame](const MaskKeyframe& key) { return key.frame == frame; });
}

void addStrokes(Retouch& retouch, std::int64_t frame, std::span<const BrushStroke> strokes) {
    addMaskKey(retouch, frame);
    MaskKeyframe& key = retouch.mask[placeFrom(retouch, frame)];
    for (const BrushStroke& stroke : strokes) {
        addStroke(key.strokes, stroke);
    }
}

Retouch retouchFrom(const Segment& segment, std::int64_t firstFrame, std::int64_t frameCount) {
    Segment moved = segment;
    shiftFilmFrames(moved, firstFrame - segment.frames.first);
    keepInsideFilm(moved, frameCount);
    return moved.retouch;
}

}  // namespace lipwright::project
