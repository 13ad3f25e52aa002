#include "engine/project/retouchkeys.h"

#include <algorithm>

namespace lipwright::project {
namespace {

auto firstFrom(const Retouch& retouch, std::int64_t frame) {
    return std::ranges::lower_bound(retouch.opacity, frame, {}, &OpacityKeyframe::frame);
}

}  // namespace

double opacityAt(const Retouch& retouch, std::int64_t frame) {
    if (retouch.opacity.empty()) {
        return 1.0;
    }
    const auto after = firstFrom(retouch, frame);
    if (after == retouch.opacity.end()) {
        return retouch.opacity.back().opacity;
    }
    if (after == retouch.opacity.begin() || after->frame == frame) {
        return after->opacity;
    }
    const OpacityKeyframe& before = *std::prev(after);
    const double share = static_cast<double>(frame - before.frame) /
                         static_cast<double>(after->frame - before.frame);
    return before.opacity + (after->opacity - before.opacity) * share;
}

bool hasOpacityKey(const Retouch& retouch, std::int64_t frame) {
    const auto key = firstFrom(retouch, frame);
    return key != retouch.opacity.end() && key->frame == frame;
}

void setOpacityKey(Retouch& retouch, std::int64_t frame, double opacity) {
    const auto place =
        retouch.opacity.begin() + (firstFrom(retouch, frame) - retouch.opacity.begin());
    if (hasOpacityKey(retouch, frame)) {
        place->opacity = opacity;
    } else {
        retouch.opacity.insert(place, {frame, opacity});
    }
}

void removeOpacityKey(Retouch& retouch, std::int64_t frame) {
    std::erase_if(retouch.opacity, [frame](const auto& key) { return key.frame == frame; });
}

bool isOriginalForced(const Retouch& retouch, std::int64_t frame) {
    return std::ranges::any_of(retouch.original,
                               [frame](core::FrameRange range) { return range.contains(frame); });
}

void forceOriginal(Retouch& retouch, core::FrameRange frames) {
    if (frames.empty()) {
        return;
    }
    std::vector<core::FrameRange> ranges;
    for (const core::FrameRange range : retouch.original) {
        if (range.end < frames.first || frames.end < range.first) {
            ranges.push_back(range);
        } else {
            frames = {std::min(range.first, frames.first), std::max(range.end, frames.end)};
        }
    }
    ranges.push_back(frames);
    std::ranges::sort(ranges, {}, &core::FrameRange::first);
    retouch.original = std::move(ranges);
}

void allowTake(Retouch& retouch, core::FrameRange frames) {
    std::vector<core::FrameRange> ranges;
    for (const core::FrameRange range : retouch.original) {
        const core::FrameRange before{range.first, std::min(range.end, frames.first)};
        const core::FrameRange after{std::max(range.first, frames.end), range.end};
        for (const core::FrameRange rest : {before, after}) {
            if (!rest.empty()) {
                ranges.push_back(rest);
            }
        }
    }
    retouch.original = std::move(ranges);
}

}  // namespace lipwright::project
