#include "engine/face/smoothing_p.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lipwright::face {
namespace {

constexpr int kReach = 3;  ///< frames to either side
/// Gaussian widths in frames: the head moves slowly, the lips do not.
constexpr double kHeadSigma = 1.2;
constexpr double kLipSigma = 0.6;
constexpr std::size_t kFirstLip = 48;

using Kernel = std::array<double, 2 * kReach + 1>;

Kernel gaussian(double sigma) {
    Kernel kernel{};
    for (int k = -kReach; k <= kReach; ++k) {
        kernel[static_cast<std::size_t>(k + kReach)] = std::exp(-0.5 * k * k / (sigma * sigma));
    }
    return kernel;
}

/// Weights of a straight line fitted around frame `at` over the frames that have a face: exact for
/// steady motion at track ends and gaps too, where a plain mean would lag.
Kernel lineWeights(const FaceTrack& track, std::size_t at, const Kernel& kernel) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    Kernel weights{};
    for (int k = -kReach; k <= kReach; ++k) {
        const auto j = static_cast<std::ptrdiff_t>(at) + k;
        const auto slot = static_cast<std::size_t>(k + kReach);
        if (j < 0 || j >= std::ssize(track.observations) ||
            track.observations[static_cast<std::size_t>(j)].usability == FaceUsability::noFace) {
            continue;
        }
        weights[slot] = kernel[slot];
        s0 += kernel[slot];
        s1 += kernel[slot] * k;
        s2 += kernel[slot] * k * k;
    }
    const double determinant = s0 * s2 - s1 * s1;
    if (determinant < 1e-9) {  // alone
        weights.fill(0.0);
        weights[kReach] = 1.0;
        return weights;
    }
    for (int k = -kReach; k <= kReach; ++k) {
        weights[static_cast<std::size_t>(k + kReach)] *= (s2 - s1 * k) / determinant;
    }
    return weights;
}

void blend(const FaceTrack& track, std::size_t at, const Kernel& weights, std::size_t first,
           std::size_t last, Landmarks& result) {
    std::fill(result.begin() + static_cast<std::ptrdiff_t>(first),
              result.begin() + static_cast<std::ptrdiff_t>(last), cv::Point2f());
    for (std::size_t slot = 0; slot < weights.size(); ++slot) {
        if (weights[slot] == 0.0) {
            continue;
        }
        const auto& raw = track.observations[at + slot - kReach].landmarks;
        for (std::size_t i = first; i < last; ++i) {
            result[i] += raw[i] * static_cast<float>(weights[slot]);
        }
    }
}

/// (1 2 1)/4 where both neighbours are there.
Landmarks lightlySmoothed(const FaceTrack& track, std::size_t at) {
    Kernel kernel{};
    kernel[kReach - 1] = 1.0;
    kernel[kReach] = 2.0;
    kernel[kReach + 1] = 1.0;
    Landmarks result{};
    blend(track, at, lineWeights(track, at, kernel), 0, kLandmarkCount, result);
    return result;
}

}  // namespace

void stabilise(FaceTrack& track) {
    const Kernel head = gaussian(kHeadSigma);
    const Kernel lips = gaussian(kLipSigma);
    for (std::size_t i = 0; i < track.observations.size(); ++i) {
        auto& observation = track.observations[i];
        if (observation.usability == FaceUsability::noFace) {
            continue;
        }
        blend(track, i, lineWeights(track, i, head), 0, kFirstLip, observation.stableLandmarks);
        blend(track, i, lineWeights(track, i, lips), kFirstLip, kLandmarkCount,
              observation.stableLandmarks);
        observation.pose = estimateHeadPose(observation.stableLandmarks);
        observation.shape = measureMouth(lightlySmoothed(track, i), observation.pose);
    }
}

}  // namespace lipwright::face
