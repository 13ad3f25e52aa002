// What keeps single values from being kept, whatever project they belong to.
#include "engine/project/edits_p.h"
#include "engine/project/filmframes_p.h"

#include <cmath>
#include <functional>
#include <iterator>
#include <tuple>

namespace lipwright::project {
namespace {

/// Longer names would not fit into any list of them.
constexpr std::size_t kMaximumName = 200;

bool inside(double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
}

/// Strictly ascending frames of a film.
bool wellOrdered(const std::vector<std::int64_t>& frames) {
    return std::ranges::adjacent_find(frames, std::greater_equal{}) == frames.end() &&
           (frames.empty() || (frames.front() >= 0 && frames.back() < kMaximumFrames));
}

template <typename Keyframe>
bool wellOrdered(const std::vector<Keyframe>& keyframes) {
    return std::ranges::adjacent_find(keyframes, std::greater_equal{}, &Keyframe::frame) ==
               keyframes.end() &&
           (keyframes.empty() ||
            (keyframes.front().frame >= 0 && keyframes.back().frame < kMaximumFrames));
}

/// A name that can stand in a path without leading out of its folder.
bool plainName(const std::string& name) {
    return name.size() <= kMaximumName && name.find_first_of("/\\:") == std::string::npos &&
           name != "." && name != ".." &&
           std::ranges::none_of(name, [](unsigned char letter) { return letter < ' '; });
}

std::string libraryProblem(const SegmentSettings& settings) {
    const auto& [picked, banned] = std::tie(settings.pickedFrames, settings.bannedFrames);
    if (picked.size() > kMaximumListed || banned.size() > kMaximumListed) {
        return "too many frames are chosen for one segment";
    }
    if (!wellOrdered(picked) || !wellOrdered(banned)) {
        return "the chosen frames are not in order";
    }
    std::vector<std::int64_t> both;
    std::ranges::set_intersection(picked, banned, std::back_inserter(both));
    return both.empty() ? std::string()
                        : "frame " + std::to_string(both.front()) + " is both picked and banned";
}

std::string strokeProblem(const BrushStroke& stroke) {
    if (!inside(stroke.radius, 0.005, 1.0) || !inside(stroke.softness, 0.0, 1.0)) {
        return "a brush must be between 0.005 and 1 wide and 0 and 1 soft";
    }
    if (stroke.points.empty() || stroke.points.size() > kMaximumPoints) {
        return "a stroke must have between 1 and " + std::to_string(kMaximumPoints) + " points";
    }
    const bool near = std::ranges::all_of(stroke.points, [](const std::array<float, 2>& point) {
        return inside(point[0], -kMaximumHead, kMaximumHead) &&
               inside(point[1], -kMaximumHead, kMaximumHead);
    });
    return near ? std::string() : "a stroke lies far away from the face";
}

std::string keyframesProblem(const Retouch& retouch) {
    if (retouch.mask.size() > kMaximumKeyframes || retouch.opacity.size() > kMaximumKeyframes ||
        retouch.original.size() > kMaximumKeyframes) {
        return "a segment can have " + std::to_string(kMaximumKeyframes) + " keyframes at most";
    }
    if (!wellOrdered(retouch.mask) || !wellOrdered(retouch.opacity)) {
        return "there are two keyframes at one frame, or they are not in order";
    }
    for (const MaskKeyframe& keyframe : retouch.mask) {
        if (keyframe.strokes.size() > kMaximumStrokes) {
            return "a keyframe can have " + std::to_string(kMaximumStrokes) + " strokes at most";
        }
        for (const BrushStroke& stroke : keyframe.strokes) {
            if (auto problem = strokeProblem(stroke); !problem.empty()) {
                return problem;
            }
        }
    }
    const bool opacities = std::ranges::all_of(
        retouch.opacity,
        [](const OpacityKeyframe& keyframe) { return inside(keyframe.opacity, 0.0, 1.0); });
    return opacities ? std::string() : "the opacity must lie between 0 and 1";
}

std::string summaryProblem(const SyncSummary& summary) {
    constexpr double kLarge = 1e6;
    const bool measured = inside(summary.lseC, -kLarge, kLarge) &&
                          inside(summary.lseD, -kLarge, kLarge) &&
                          inside(summary.confidence, -kLarge, kLarge);
    if (!measured || !inside(summary.coverage, 0.0, 1.0) ||
        !inside(summary.offsetFrames, -1000, 1000)) {
        return "the measured sync is not possible";
    }
    return {};
}

}  // namespace

void uniteRanges(std::vector<core::FrameRange>& ranges) {
    std::ranges::sort(ranges, {}, &core::FrameRange::first);
    std::vector<core::FrameRange> united;
    for (const core::FrameRange& range : ranges) {
        if (!united.empty() && range.first <= united.back().end) {
            united.back().end = std::max(united.back().end, range.end);
        } else {
            united.push_back(range);
        }
    }
    ranges = std::move(united);
}

std::string settingsProblem(const SegmentSettings& settings) {
    if (settings.engine.empty()) {
        return "no engine is named";
    }
    if (!inside(settings.strength, 0.0, 2.0)) {
        return "the mouth strength must lie between 0 and 2";
    }
    if (!inside(settings.feather, 0.0, 0.5)) {
        return "the feather must lie between 0 and 0.5";
    }
    if (settings.fadeFrames < 0 || settings.fadeFrames > 25) {
        return "the fade must lie between 0 and 25 frames";
    }
    constexpr std::int64_t kMinute = 60'000'000;
    if (settings.offsetMicroseconds < -kMinute || settings.offsetMicroseconds > kMinute) {
        return "the mouth can not be moved by more than a minute";
    }
    if (!inside(settings.silenceGateDecibels, SegmentSettings::kNoSilenceGate, 0.0)) {
        return "the silence gate must lie between -96 and 0 dB";
    }
    if (!plainName(settings.model)) {
        return "the model's name is not possible";
    }
    if (!inside(settings.articulation, -1.0, 1.0) || !inside(settings.liveliness, -1.0, 1.0)) {
        return "the speaking style must lie between -1 and 1";
    }
    return libraryProblem(settings);
}

std::string shapeProblem(const ShapeEdit& shape) {
    if (shape.size() > kMaximumListed) {
        return "too many frames are shaped in one segment";
    }
    if (!shape.empty() && (shape.begin()->first < 0 || shape.rbegin()->first >= kMaximumFrames)) {
        return "a shaped frame lies outside of any film";
    }
    const auto possible = [](float value) {
        return inside(value, -kMaximumControl, kMaximumControl);
    };
    const bool shapes = std::ranges::all_of(shape, [&](const auto& item) {
        const MouthControl& control = item.second;
        return possible(control.opening) && possible(control.width) && possible(control.rounding);
    });
    return shapes ? std::string() : "a mouth shape must lie between -20 and 20";
}

std::string retouchProblem(const Retouch& retouch) {
    if (!inside(retouch.grow, -0.3, 0.3)) {
        return "the mask can grow or shrink by 0.3 at most";
    }
    if (!inside(retouch.feather, 0.0, 0.5)) {
        return "the feather must lie between 0 and 0.5";
    }
    if (!inside(retouch.colourMatch, 0.0, 1.0)) {
        return "the colour match must lie between 0 and 1";
    }
    if (!inside(retouch.sharpness, -1.0, 1.0)) {
        return "the sharpness must lie between -1 and 1";
    }
    std::int64_t end = 0;
    for (const core::FrameRange& range : retouch.original) {
        if (range.empty() || range.first < end || range.end > kMaximumFrames) {
            return "ranges of the original picture overlap, or are not in order";
        }
        end = range.end;
    }
    return keyframesProblem(retouch);
}

std::string valuesProblem(const Segment& segment, std::int64_t frameCount) {
    for (const std::string& problem :
         {settingsProblem(segment.settings), shapeProblem(segment.shape),
          retouchProblem(segment.retouch)}) {
        if (!problem.empty()) {
            return problem;
        }
    }
    const bool inside = insideFilm(segment.settings, frameCount) &&
                        insideFilm(segment.shape, frameCount) &&
                        insideFilm(segment.retouch, frameCount);
    return inside ? std::string() : "it names frames outside of the film";
}

std::string scoresProblem(const TakeScores& scores) {
    const auto problem = summaryProblem(scores.expert);
    return problem.empty() ? summaryProblem(scores.judge) : problem;
}

std::string takeProblem(const Take& take) {
    const auto normal = take.folder.lexically_normal();
    const bool climbs =
        std::ranges::any_of(normal, [](const std::filesystem::path& part) { return part == ".."; });
    if (take.folder.empty() || take.folder.is_absolute() || climbs || normal == ".") {
        return "a take must lie in the project's folder of takes";
    }
    if (take.frames.empty() || take.frames.first < 0 || take.frames.end > kMaximumFrames) {
        return "the take has no frames";
    }
    if (take.bytes < 0 || !std::isfinite(take.seconds) || take.seconds < 0.0) {
        return "the take's size or time is not possible";
    }
    if (take.scores && !scoresProblem(*take.scores).empty()) {
        return scoresProblem(*take.scores);
    }
    return settingsProblem(take.settings);
}

std::string presetProblem(const Preset& preset) {
    if (preset.name.empty() || preset.name.size() > kMaximumName) {
        return "a preset needs a name of at most 200 letters";
    }
    if (!preset.settings.pickedFrames.empty() || !preset.settings.bannedFrames.empty()) {
        return "a preset can not name frames of a film";
    }
    return settingsProblem(preset.settings);
}

}  // namespace lipwright::project
