#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

namespace lipwright::project {
namespace {

core::FrameRange filmOf(std::int64_t frameCount) {
    return {0, frameCount > 0 ? frameCount : kMaximumFrames};
}

template <typename Keyframe>
void divideKeyframes(std::vector<Keyframe>& first, std::vector<Keyframe>& second,
                     std::int64_t frame) {
    const auto next = std::ranges::lower_bound(first, frame, {}, &Keyframe::frame);
    if (next != first.end()) {
        first.erase(std::next(next), first.end());
    }
    const auto begin = std::ranges::lower_bound(second, frame, {}, &Keyframe::frame);
    if (begin != second.begin()) {
        second.erase(second.begin(), std::prev(begin));
    }
}

void keepInside(std::vector<core::FrameRange>& ranges, core::FrameRange limits) {
    for (core::FrameRange& range : ranges) {
        range = core::intersection(range, limits);
    }
    std::erase_if(ranges, [](const core::FrameRange& range) { return range.empty(); });
}

/// The first part that holds the frame, else the first that has something there.
bool speaksFor(std::span<const Segment> parts, std::size_t part, std::int64_t frame) {
    const auto owner = std::ranges::find_if(
        parts, [frame](const Segment& item) { return item.frames.contains(frame); });
    return owner == parts.end() || owner == parts.begin() + static_cast<std::ptrdiff_t>(part);
}

template <typename Keyframe>
void joinKeyframes(std::vector<Keyframe>& whole, const std::vector<Keyframe>& part,
                   const auto& speaks) {
    for (const Keyframe& keyframe : part) {
        const auto place = std::ranges::lower_bound(whole, keyframe.frame, {}, &Keyframe::frame);
        const bool known = place != whole.end() && place->frame == keyframe.frame;
        if (!known && speaks(keyframe.frame)) {
            whole.insert(place, keyframe);
        }
    }
}

template <typename Keyframe>
bool keyframesInside(const std::vector<Keyframe>& keyframes, core::FrameRange film) {
    return std::ranges::all_of(
        keyframes, [film](const Keyframe& keyframe) { return film.contains(keyframe.frame); });
}

bool framesInside(const std::vector<std::int64_t>& frames, core::FrameRange film) {
    return std::ranges::all_of(frames, [film](std::int64_t frame) { return film.contains(frame); });
}

}  // namespace

void divide(Segment& first, Segment& second, std::int64_t frame) {
    first.shape.erase(first.shape.lower_bound(frame), first.shape.end());
    second.shape.erase(second.shape.begin(), second.shape.lower_bound(frame));
    divideKeyframes(first.retouch.mask, second.retouch.mask, frame);
    divideKeyframes(first.retouch.opacity, second.retouch.opacity, frame);
    keepInside(first.retouch.original, {0, frame});
    keepInside(second.retouch.original, {frame, kMaximumFrames});
}

void joinFilmFrames(Segment& whole, std::span<const Segment> parts) {
    whole.shape.clear();
    whole.retouch.mask.clear();
    whole.retouch.opacity.clear();
    whole.retouch.original.clear();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto speaks = [parts, i](std::int64_t frame) { return speaksFor(parts, i, frame); };
        for (const auto& [frame, control] : parts[i].shape) {
            if (speaks(frame)) {
                whole.shape.emplace(frame, control);
            }
        }
        joinKeyframes(whole.retouch.mask, parts[i].retouch.mask, speaks);
        joinKeyframes(whole.retouch.opacity, parts[i].retouch.opacity, speaks);
        std::vector<core::FrameRange> own = parts[i].retouch.original;
        keepInside(own, {i == 0 ? 0 : parts[i - 1].frames.end,
                         i + 1 == parts.size() ? kMaximumFrames : parts[i + 1].frames.first});
        whole.retouch.original.insert(whole.retouch.original.end(), own.begin(), own.end());
    }
    uniteRanges(whole.retouch.original);
}

void shiftFilmFrames(Segment& segment, std::int64_t frames) {
    ShapeEdit shape;
    for (const auto& [frame, control] : segment.shape) {
        shape.emplace_hint(shape.end(), frame + frames, control);
    }
    segment.shape = std::move(shape);
    for (MaskKeyframe& keyframe : segment.retouch.mask) {
        keyframe.frame += frames;
    }
    for (OpacityKeyframe& keyframe : segment.retouch.opacity) {
        keyframe.frame += frames;
    }
    for (core::FrameRange& range : segment.retouch.original) {
        range = {range.first + frames, range.end + frames};
    }
}

void keepInsideFilm(Segment& segment, std::int64_t frameCount) {
    const core::FrameRange film = filmOf(frameCount);
    const auto outside = [film](const auto& keyframe) { return !film.contains(keyframe.frame); };
    const auto beyond = [film](std::int64_t frame) { return !film.contains(frame); };
    std::erase_if(segment.shape, [&](const auto& item) { return beyond(item.first); });
    std::erase_if(segment.retouch.mask, outside);
    std::erase_if(segment.retouch.opacity, outside);
    keepInside(segment.retouch.original, film);
    std::erase_if(segment.settings.pickedFrames, beyond);
    std::erase_if(segment.settings.bannedFrames, beyond);
}

bool insideFilm(const ShapeEdit& shape, std::int64_t frameCount) {
    const core::FrameRange film = filmOf(frameCount);
    return shape.empty() ||
           (film.contains(shape.begin()->first) && film.contains(shape.rbegin()->first));
}

bool insideFilm(const Retouch& retouch, std::int64_t frameCount) {
    const core::FrameRange film = filmOf(frameCount);
    return keyframesInside(retouch.mask, film) && keyframesInside(retouch.opacity, film) &&
           std::ranges::all_of(retouch.original, [film](const core::FrameRange& range) {
               return range.first >= film.first && range.end <= film.end;
           });
}

bool insideFilm(const SegmentSettings& settings, std::int64_t frameCount) {
    const core::FrameRange film = filmOf(frameCount);
    return framesInside(settings.pickedFrames, film) && framesInside(settings.bannedFrames, film);
}

}  // namespace lipwright::project
