#include "engine/dubbing/retouchtrack.h"

#include "engine/dubbing/brushcanvas.h"
#include "engine/media/videoframe.h"
#include "engine/synthesis/headplane.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lipwright::dubbing {
namespace {

using project::Retouch;
using synthesis::BrushField;

constexpr std::size_t kMostCanvases = 8;  // of 0.6 MB each

/// The keyframes around a frame and how far it lies from the one to the other.
template <typename Key>
struct Around {
    const Key* before = nullptr;  ///< null: there are no keyframes
    const Key* after = nullptr;   ///< the same as `before` beyond the first and the last
    double share = 0.0;           ///< of `after`
};

template <typename Key>
Around<Key> around(const std::vector<Key>& keys, std::int64_t frame) {
    if (keys.empty()) {
        return {};
    }
    const auto after = std::ranges::upper_bound(keys, frame, {}, &Key::frame);
    if (after == keys.begin() || after == keys.end()) {
        const Key* only = after == keys.begin() ? &keys.front() : &keys.back();
        return {only, only, 0.0};
    }
    const Key& before = *std::prev(after);
    return {&before, &*after,
            static_cast<double>(frame - before.frame) /
                static_cast<double>(after->frame - before.frame)};
}

double opacityAt(const Retouch& retouch, std::int64_t frame) {
    const auto keys = around(retouch.opacity, frame);
    if (keys.before == nullptr) {
        return 1.0;
    }
    return keys.before->opacity + (keys.after->opacity - keys.before->opacity) * keys.share;
}

bool isForced(const Retouch& retouch, std::int64_t frame) {
    return std::ranges::any_of(
        retouch.original, [frame](const core::FrameRange& range) { return range.contains(frame); });
}

bool keepsFilmAt(const Retouch& retouch, std::int64_t frame) {
    return isForced(retouch, frame) || opacityAt(retouch, frame) <= 0.0;
}

bool samePainting(const Retouch& a, const Retouch& b, std::int64_t frame) {
    const auto left = around(a.mask, frame);
    const auto right = around(b.mask, frame);
    if (left.before == nullptr || right.before == nullptr) {
        return left.before == right.before;
    }
    return left.share == right.share && left.before->strokes == right.before->strokes &&
           (left.share == 0.0 || left.after->strokes == right.after->strokes);
}

bool looksTheSame(const Retouch& a, const Retouch& b, std::int64_t frame) {
    const bool film = keepsFilmAt(a, frame);
    if (film || keepsFilmAt(b, frame)) {
        return film == keepsFilmAt(b, frame);
    }
    return opacityAt(a, frame) == opacityAt(b, frame) && samePainting(a, b, frame);
}

/// From one field to another; an empty one is all 0.
BrushField dissolved(const BrushField& from, const BrushField& to, double share) {
    if (share == 0.0 || (from.empty() && to.empty())) {
        return from;
    }
    BrushField result;
    if (from.empty() || to.empty()) {
        const BrushField& only = from.empty() ? to : from;
        only.convertTo(result, CV_32F, from.empty() ? share : 1.0 - share);
    } else {
        cv::addWeighted(from, 1.0 - share, to, share, 0.0, result);
    }
    return result;
}

}  // namespace

struct RetouchTrack::Fields {
    std::map<std::int64_t, BrushCanvas> canvases;  ///< by keyframe

    BrushField of(const project::MaskKeyframe& key) {
        BrushField field = canvases[key.frame].drawn(key.strokes);
        if (canvases.size() > kMostCanvases) {
            canvases.erase(farthestFrom(key.frame));
        }
        return field;
    }

    [[nodiscard]] std::map<std::int64_t, BrushCanvas>::const_iterator farthestFrom(
        std::int64_t frame) const {
        const auto first = canvases.begin();
        const auto last = std::prev(canvases.end());
        return frame - first->first > last->first - frame ? first : last;
    }
};

RetouchTrack::RetouchTrack(Retouch retouch, int actor, int track,
                           std::shared_ptr<const face::FaceAnalysis> faces)
    : m_retouch(std::move(retouch)),
      m_actor(actor),
      m_track(track),
      m_faces(std::move(faces)),
      m_fields(std::make_shared<Fields>()) {}

RetouchTrack RetouchTrack::with(Retouch retouch) const {
    RetouchTrack changed = *this;
    changed.m_retouch = std::move(retouch);
    std::erase_if(m_fields->canvases, [&changed](const auto& canvas) {
        return std::ranges::find(changed.m_retouch.mask, canvas.first,
                                 &project::MaskKeyframe::frame) == changed.m_retouch.mask.end();
    });
    return changed;
}

synthesis::FrameRetouch RetouchTrack::at(std::int64_t frame) const {
    synthesis::FrameRetouch result;
    result.grow = m_retouch.grow;
    result.feather = m_retouch.feather;
    result.colourMatch = m_retouch.colourMatch;
    result.sharpness = m_retouch.sharpness;
    result.opacity = isForced(m_retouch, frame) ? 0.0 : opacityAt(m_retouch, frame);
    const auto keys = around(m_retouch.mask, frame);
    if (keys.before != nullptr) {
        result.brush = dissolved(m_fields->of(*keys.before), m_fields->of(*keys.after), keys.share);
    }
    return result;
}

bool RetouchTrack::keepsFilm(std::int64_t frame) const {
    return keepsFilmAt(m_retouch, frame);
}

std::optional<synthesis::FacePlace> RetouchTrack::faceAt(std::int64_t frame) const {
    if (!m_faces) {
        return std::nullopt;
    }
    for (const face::FaceTrack& track : m_faces->tracks) {
        const bool wanted = m_track >= 0 ? track.id == m_track : track.actor == m_actor;
        const face::FaceObservation* seen = wanted ? track.at(frame) : nullptr;
        if (seen != nullptr && seen->usability != face::FaceUsability::noFace) {
            return synthesis::FacePlace{seen->stableLandmarks};
        }
    }
    return std::nullopt;
}

core::Result<std::optional<synthesis::SynthesizedFrame>> RetouchTrack::apply(
    synthesis::SynthesizedFrame made, const media::VideoFrame& film) const {
    using Applied = std::optional<synthesis::SynthesizedFrame>;
    const std::int64_t frame = film.number();
    if (keepsFilm(frame)) {
        return Applied();
    }
    auto result =
        synthesis::retouched(made, film, faceAt(frame).value_or(synthesis::FacePlace{}), at(frame));
    return result ? core::Result<Applied>(std::move(*result)) : core::passOn(result);
}

bool isNeutral(const Retouch& retouch) {
    return retouch == Retouch{};
}

bool needsFaces(const Retouch& retouch) {
    Retouch scaleless;
    scaleless.opacity = retouch.opacity;
    scaleless.original = retouch.original;
    return retouch != scaleless;
}

std::vector<core::FrameRange> framesThatDiffer(const Retouch& before, const Retouch& after,
                                               core::FrameRange frames) {
    if (before.grow != after.grow || before.feather != after.feather ||
        before.colourMatch != after.colourMatch || before.sharpness != after.sharpness) {
        return {frames};
    }
    std::vector<core::FrameRange> ranges;
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        if (looksTheSame(before, after, frame)) {
            continue;
        }
        if (!ranges.empty() && ranges.back().end == frame) {
            ++ranges.back().end;
        } else {
            ranges.push_back({frame, frame + 1});
        }
    }
    return ranges;
}

cv::Point2f headPoint(const synthesis::FacePlace& face, cv::Point2f film) {
    const auto plane = synthesis::HeadPlane::of(face.landmarks);
    return plane ? plane->toHead(film) : cv::Point2f();
}

cv::Point2f filmPoint(const synthesis::FacePlace& face, cv::Point2f head) {
    const auto plane = synthesis::HeadPlane::of(face.landmarks);
    return plane ? plane->toFilm(head) : cv::Point2f();
}

}  // namespace lipwright::dubbing
