#include "engine/training/driftestimation_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::training {
namespace {

constexpr double kLargestDrift = 24.0;  // frames over the clip
constexpr double kStep = 0.5;
constexpr double kSmallestDrift = 3.0;
constexpr double kSmallestGain = 0.01;

using Cosines = torch::TensorAccessor<float, 2>;

/// Mean cosine along the line that is `late` in the middle and gains `drift` over the clip.
double meanAlong(const Cosines& cosines, double late, double drift) {
    const std::int64_t windows = cosines.size(0);
    const std::int64_t reach = cosines.size(1) / 2;
    double sum = 0.0;
    for (std::int64_t i = 0; i < windows; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(windows) - 0.5;
        const std::int64_t shift = std::llround(late + drift * share) + reach;
        sum += shift < 0 || shift > 2 * reach ? 0.0 : static_cast<double>(cosines[i][shift]);
    }
    return sum / static_cast<double>(windows);
}

double bestOver(const Cosines& cosines, double drift) {
    const auto reach = static_cast<double>(cosines.size(1) / 2);
    double best = -std::numeric_limits<double>::infinity();
    for (double late = -reach; late <= reach; late += kStep) {
        best = std::max(best, meanAlong(cosines, late, drift));
    }
    return best;
}

}  // namespace

DriftEstimate estimateDrift(const torch::Tensor& cosines) {
    DriftEstimate estimate;
    const std::int64_t windows = cosines.size(0);
    if (windows == 0) {
        return estimate;
    }
    const torch::Tensor known = cosines.nan_to_num(0.0).contiguous();
    const Cosines at = known.accessor<float, 2>();
    const double steady = bestOver(at, 0.0);
    double best = steady;
    double drift = 0.0;
    for (double tried = -kLargestDrift; tried <= kLargestDrift; tried += kStep) {
        if (const double mean = bestOver(at, tried); mean > best) {
            best = mean;
            drift = tried;
        }
    }
    estimate.perFrame = drift / static_cast<double>(windows);
    estimate.gain = best - steady;
    estimate.accepted = std::abs(drift) >= kSmallestDrift && estimate.gain >= kSmallestGain;
    return estimate;
}

}  // namespace lipwright::training
