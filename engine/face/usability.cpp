#include "engine/face/usability_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::face {
namespace {

/// Blurred: this far below the track's own median and below this floor (Laplacian variance at
/// 96 pixels per face).
constexpr float kBlurShare = 0.3F;
constexpr float kBlurFloor = 40.0F;
/// Occluded: the rigid landmarks do not fit a head, ...
constexpr float kOccludedResidual = 0.06F;
/// ... or the lower face looks unlike itself in the rest of the track (correlation), ...
constexpr double kLookFloor = 0.35;
constexpr double kLookDrop = 0.3;  ///< and this much below the track's median
/// ... or the detector has not seen the face for this many checks.
constexpr int kDoubtfulChecks = 2;

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

/// Correlation of each frame's lower face with the track's median picture; 1 where there is none.
std::vector<double> looksLikeItself(const RawTrack& raw) {
    std::vector<std::vector<double>> pictures;
    for (const auto& signal : raw.signals) {
        pictures.push_back(normalised(signal.lowerFace));
    }
    // A film-long track needs no more than a few hundred pictures for its median.
    const std::size_t step = std::max<std::size_t>(1, pictures.size() / 300);
    std::vector<double> typical(static_cast<std::size_t>(kLowerFaceColumns) * kLowerFaceRows);
    for (std::size_t pixel = 0; pixel < typical.size(); ++pixel) {
        std::vector<double> values;
        for (std::size_t i = 0; i < pictures.size(); i += step) {
            if (!pictures[i].empty()) {
                values.push_back(pictures[i][pixel]);
            }
        }
        typical[pixel] = median(std::move(values));
    }
    double power = 1e-6;
    for (const double v : typical) {
        power += v * v;
    }
    std::vector<double> result;
    for (const auto& picture : pictures) {
        double dot = 0.0;
        for (std::size_t i = 0; i < picture.size(); ++i) {
            dot += picture[i] * typical[i];
        }
        result.push_back(picture.empty() ? 1.0 : dot / std::sqrt(power));
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
        } else if (o.pose.residual > kOccludedResidual || look[i] < lookLimit || doubt[i]) {
            o.usability = FaceUsability::occluded;
        } else {
            o.usability = FaceUsability::usable;
        }
    }
}

}  // namespace lipwright::face
