#include "engine/dubbing/librarychoice.h"

#include "engine/synthesis/shapecontrol.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace lipwright::dubbing {
namespace {

using core::Result;
using project::MouthControl;

constexpr float kMisfit = 4.0F;           ///< beyond it, deviations, landmarks were wrong
constexpr float kCell = 0.5F;             ///< of opening and width within which mouths are alike
constexpr float kRoundingCell = 1.0F;     ///< the same of rounding, which shows less
constexpr float kTurnPenalty = 1.5F;      ///< per radian of yaw and pitch
constexpr float kQualityDistance = 0.5F;  ///< deviations of shape that a worse picture counts for
constexpr std::int64_t kAlike = 5;        ///< frames within which a mouth hardly changes
constexpr float kRegion = 1.2F;           ///< side of the picture, head units
constexpr std::size_t kMouthBegin = 48;   ///< landmarks 48..67

struct Mouth {
    std::int64_t frame = 0;
    MouthControl control;
    float quality = 0.0F;  ///< 1: as sharp as any and frontal
    const face::FaceObservation* seen = nullptr;
};

float squaredDistance(const MouthControl& a, const MouthControl& b) {
    const float opening = a.opening - b.opening;
    const float width = a.width - b.width;
    const float rounding = a.rounding - b.rounding;
    return opening * opening + width * width + rounding * rounding;
}

bool plausible(const MouthControl& control) {
    return std::abs(control.opening) <= kMisfit && std::abs(control.width) <= kMisfit &&
           std::abs(control.rounding) <= kMisfit;
}

/// Square around the mouth.
cv::Rect regionOf(const face::FaceObservation& seen) {
    cv::Point2f sum;
    for (std::size_t k = kMouthBegin; k < seen.stableLandmarks.size(); ++k) {
        sum += seen.stableLandmarks[k];
    }
    const auto centre =
        sum * (1.0F / static_cast<float>(seen.stableLandmarks.size() - kMouthBegin));
    const int side = std::max(8, cvRound(kRegion * seen.pose.scale));
    return {cvRound(centre.x) - side / 2, cvRound(centre.y) - side / 2, side, side};
}

/// Everything of the actor that can be used, quality relative to the median sharpness.
std::vector<Mouth> usableMouths(const face::FaceAnalysis& faces, const face::Actor& actor,
                                const std::stop_token& stop) {
    std::vector<Mouth> mouths;
    std::vector<float> sharpness;
    for (const face::FaceTrack& track : faces.tracks) {
        if (track.actor != actor.id || stop.stop_requested()) {
            continue;
        }
        for (const face::FaceObservation& seen : track.observations) {
            const auto relative = actor.mouthRange.relative(seen.shape);
            const auto [opening, width, rounding] = synthesis::controlOf(relative);
            const MouthControl control{opening, width, rounding};
            if (seen.usability == face::FaceUsability::usable && plausible(control)) {
                const std::int64_t frame = track.firstFrame + (&seen - track.observations.data());
                mouths.push_back({frame, control, 0.0F, &seen});
                sharpness.push_back(seen.sharpness);
            }
        }
    }
    if (mouths.empty()) {
        return mouths;
    }
    const auto middle = sharpness.begin() + static_cast<std::ptrdiff_t>(sharpness.size() / 2);
    std::nth_element(sharpness.begin(), middle, sharpness.end());
    for (Mouth& mouth : mouths) {
        const face::HeadPose& pose = mouth.seen->pose;
        mouth.quality = std::min(1.0F, mouth.seen->sharpness / std::max(*middle, 1e-3F)) -
                        kTurnPenalty * (std::abs(pose.yaw) + std::abs(pose.pitch));
    }
    return mouths;
}

/// The best picture of every kind of mouth.
std::vector<Mouth> bestOfCells(const std::vector<Mouth>& mouths) {
    std::map<std::array<int, 3>, Mouth> cells;
    for (const Mouth& mouth : mouths) {
        const std::array<int, 3> cell{cvRound(mouth.control.opening / kCell),
                                      cvRound(mouth.control.width / kCell),
                                      cvRound(mouth.control.rounding / kRoundingCell)};
        const auto [known, added] = cells.emplace(cell, mouth);
        if (!added && mouth.quality > known->second.quality) {
            known->second = mouth;
        }
    }
    std::vector<Mouth> best;
    for (const auto& [cell, mouth] : cells) {
        best.push_back(mouth);
    }
    return best;
}

/// Farthest-point sampling from the mean mouth on: what is most unlike all before comes next.
std::vector<Mouth> spread(std::vector<Mouth> mouths, std::size_t count) {
    std::vector<float> distance(mouths.size(), std::numeric_limits<float>::max());
    const auto meanFirst = [](const Mouth& a, const Mouth& b) {
        return squaredDistance(a.control, {}) < squaredDistance(b.control, {});
    };
    auto next = static_cast<std::size_t>(std::min_element(mouths.begin(), mouths.end(), meanFirst) -
                                         mouths.begin());
    std::vector<Mouth> chosen;
    while (chosen.size() < std::min(count, mouths.size())) {
        chosen.push_back(mouths[next]);
        for (std::size_t k = 0; k < mouths.size(); ++k) {
            distance[k] =
                std::min(distance[k], squaredDistance(mouths[k].control, chosen.back().control));
        }
        next = static_cast<std::size_t>(std::max_element(distance.begin(), distance.end()) -
                                        distance.begin());
    }
    std::ranges::sort(chosen, {}, [](const Mouth& mouth) {
        return std::tuple(mouth.control.opening, mouth.control.width, mouth.frame);
    });
    return chosen;
}

/// The nearest, but only one of those that follow each other in the film.
std::vector<Mouth> nearest(std::vector<Mouth> mouths, const MouthControl& like, std::size_t count) {
    std::ranges::sort(mouths, {}, [&like](const Mouth& mouth) {
        const float lack = kQualityDistance * (1.0F - mouth.quality);
        return std::pair(squaredDistance(mouth.control, like) + lack * lack, mouth.frame);
    });
    std::vector<Mouth> chosen;
    for (const Mouth& mouth : mouths) {
        const auto alike = [&mouth](const Mouth& other) {
            return std::abs(other.frame - mouth.frame) < kAlike;
        };
        if (chosen.size() == count) {
            break;
        }
        if (std::ranges::none_of(chosen, alike)) {
            chosen.push_back(mouth);
        }
    }
    return chosen;
}

}  // namespace

Result<std::vector<LibraryMouth>> chooseLibraryMouths(const face::FaceAnalysis& faces,
                                                      const LibraryQuestion& question,
                                                      std::stop_token stop) {
    const auto actor = std::ranges::find(faces.actors, question.actor, &face::Actor::id);
    if (actor == faces.actors.end()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "there is no actor number " + std::to_string(question.actor));
    }
    auto mouths = usableMouths(faces, *actor, stop);
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    if (mouths.empty()) {
        return core::fail(
            core::ErrorCode::noFace,
            "actor " + std::to_string(actor->id) + " has no frame with a usable mouth", {},
            "Choose another face or footage that shows the face from the front");
    }
    const auto chosen = question.like ? nearest(std::move(mouths), *question.like, question.count)
                                      : spread(bestOfCells(mouths), question.count);
    std::vector<LibraryMouth> result;
    for (const Mouth& mouth : chosen) {
        result.push_back({mouth.frame, mouth.control, regionOf(*mouth.seen)});
    }
    return result;
}

}  // namespace lipwright::dubbing
