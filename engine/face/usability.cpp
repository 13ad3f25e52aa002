#include "engine/face/usability_p.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace lipwright::face {
namespace {

/// Blurred: this far below the track's own median and below this floor (Laplacian variance at
/// 96 pixels per face).
constexpr float kBlurShare = 0.3F;
constexpr float kBlurFloor = 40.0F;
/// Occluded: the rigid landmarks do not fit a head, ...
constexpr float kOccludedResidual = 0.06F;
/// ... or the lower face looks unlike itself at all other moments (correlation), ...
constexpr double kLookFloor = 0.5;
constexpr double kLookDrop = 0.3;         ///< and this much below the track's median
constexpr std::size_t kCompared = 150;    ///< pictures of a track
constexpr std::size_t kOtherMoment = 15;  ///< frames
constexpr float kTurnedAlike = 0.15F;     ///< radians
/// ... or the detector has not seen the face for this many checks while the fit is middling (by
/// itself, a check also fails for a shadow).
constexpr int kDoubtfulChecks = 2;
constexpr float kDoubtfulResidual = 0.025F;

std::vector<double> normalised(const std::vector<std::uint8_t>& picture) {
    std::vector<double> result(picture.begin(), picture.end());
    double mean = 0.0;
    for (const double v : result) {
        mean += v / static_cast<double>(result.size());
    }
    double power = 1e-6;
    for (double& v : result) {
        v -= mean;
        power += v * v;
    }
    for (double& v : result) {
        v /= std::sqrt(power);
    }
    return result;
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0.0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// How well each frame's lower face resembles others of its track with the head turned alike but at
/// another moment (best correlation): low when something covers it now and then. 1 where there is
/// nothing to compare with.
std::vector<double> looksLikeItself(const RawTrack& raw) {
    const auto& observations = raw.track.observations;
    std::vector<std::vector<double>> pictures;
    for (const auto& signal : raw.signals) {
        pictures.push_back(normalised(signal.lowerFace));
    }
    const std::size_t step = std::max<std::size_t>(1, pictures.size() / kCompared);
    std::vector<double> result(pictures.size(), 1.0);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        std::size_t compared = 0;
        double best = -1.0;
        for (std::size_t j = 0; j < pictures.size() && !pictures[i].empty(); j += step) {
            const auto& a = observations[i].pose;
            const auto& b = observations[j].pose;
            if (pictures[j].empty() || std::max(i, j) - std::min(i, j) < kOtherMoment ||
                std::hypot(a.yaw - b.yaw, a.pitch - b.pitch) > kTurnedAlike) {
                continue;
            }
            ++compared;
            best = std::max(best, std::inner_product(pictures[i].begin(), pictures[i].end(),
                                                     pictures[j].begin(), 0.0));
        }
        if (compared * step >= kOtherMoment) {
            result[i] = best;
        }
    }
    return result;
}

/// Frames between the last sight before and the first after a stretch of failed checks.
std::vector<bool> doubtful(const RawTrack& raw, int interval) {
    std::vector<bool> result(raw.signals.size(), false);
    int run = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i <= raw.signals.size(); ++i) {
        if (i < raw.signals.size() && raw.signals[i].doubted) {
            ++run;
            last = i;
            continue;
        }
        const bool over = i == raw.signals.size() || i > last + static_cast<std::size_t>(interval);
        if (run >= kDoubtfulChecks && over) {
            const auto reach = static_cast<std::size_t>((run - 1) * interval);
            for (std::size_t j = last - std::min(last, reach); j <= last; ++j) {
                result[j] = true;
            }
        }
        run = over ? 0 : run;
    }
    return result;
}

}  // namespace

void judgeUsability(RawTrack& raw, const AnalysisOptions& options) {
    auto& observations = raw.track.observations;
    std::vector<double> sharpness;
    for (const auto& o : observations) {
        if (o.usability != FaceUsability::noFace) {
            sharpness.push_back(o.sharpness);
        }
    }
    const auto blurLimit =
        std::min(kBlurFloor, kBlurShare * static_cast<float>(median(std::move(sharpness))));
    const std::vector<double> look = looksLikeItself(raw);
    const double lookLimit = std::min(kLookFloor, median(look) - kLookDrop);
    const std::vector<bool> doubt = doubtful(raw, options.detectionInterval);
    for (std::size_t i = 0; i < observations.size(); ++i) {
        auto& o = observations[i];
        if (o.usability == FaceUsability::noFace) {
            continue;
        }
        if (o.box.height < static_cast<float>(options.minimumFaceHeight)) {
            o.usability = FaceUsability::tooSmall;
        } else if (std::abs(o.pose.yaw) > options.maximumYaw ||
                   std::abs(o.pose.pitch) > options.maximumPitch) {
            o.usability = FaceUsability::turnedAway;
        } else if (o.sharpness < blurLimit) {
            o.usability = FaceUsability::blurred;
        } else if (o.pose.residual > kOccludedResidual || look[i] < lookLimit ||
                   (doubt[i] && o.pose.residual > kDoubtfulResidual)) {
            o.usability = FaceUsability::occluded;
        } else {
            o.usability = FaceUsability::usable;
        }
    }
}

}  // namespace lipwright::face
