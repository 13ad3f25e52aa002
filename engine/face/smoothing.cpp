#include "engine/face/smoothing_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::face {
namespace {

constexpr int kReach = 3;  ///< frames to either side
/// Gaussian widths in frames: the head moves slowly, the lips do not.
constexpr double kHeadSigma = 1.2;
constexpr double kLipSigma = 0.6;
constexpr std::size_t kFirstLip = 48;
/// Weight against a strong dependence on the head's turn, radians squared summed over frames.
constexpr double kTurnRidge = 0.5;

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

using Turn = cv::Vec4d;  ///< 1, pitch, yaw, roll about the track's means

std::vector<Turn> turnsOf(const FaceTrack& track) {
    cv::Vec4d mean;
    double count = 1e-9;
    std::vector<Turn> turns;
    for (const auto& o : track.observations) {
        turns.emplace_back(1.0, o.pose.pitch, o.pose.yaw, o.pose.roll);
        if (o.usability != FaceUsability::noFace) {
            mean += turns.back();
            count += 1.0;
        }
    }
    for (auto& turn : turns) {
        turn -= mean * (1.0 / count);
        turn[0] = 1.0;
    }
    return turns;
}

/// What turning the head still moves in the measures (the mean face is not the actor's own) is
/// found by linear regression over the track and taken out; their means stay.
void removePose(FaceTrack& track) {
    const std::vector<Turn> turns = turnsOf(track);
    cv::Matx44d normal = cv::Matx44d::diag({1e-9, kTurnRidge, kTurnRidge, kTurnRidge});
    cv::Matx<double, 4, kMouthMeasures> right;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto& o = track.observations[i];
        if (o.usability == FaceUsability::noFace) {
            continue;
        }
        normal += turns[i] * turns[i].t();
        right +=
            turns[i] *
            cv::Vec<double, kMouthMeasures>(cv::Vec<float, kMouthMeasures>(o.shape.data())).t();
    }
    const cv::Matx<double, 4, kMouthMeasures> weights = normal.solve(right, cv::DECOMP_LU);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        auto& o = track.observations[i];
        for (int m = 0; m < kMouthMeasures && o.usability != FaceUsability::noFace; ++m) {
            for (int angle = 1; angle < 4; ++angle) {
                o.shape[static_cast<std::size_t>(m)] -=
                    static_cast<float>(turns[i][angle] * weights(angle, m));
            }
        }
    }
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
    removePose(track);
}

}  // namespace lipwright::face
