#include "engine/training/learningrate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lipwright::training {

namespace {

constexpr double kLeastShare = 0.02;

/// 0 to 1 over the given steps, then 1.
double ramp(std::int64_t done, std::int64_t steps) {
    return std::min(
        1.0, static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, steps)));
}

}  // namespace

double LearningRateSchedule::share(std::int64_t step, double timeShare) const {
    const auto byTime = static_cast<std::int64_t>(timeShare * static_cast<double>(steps));
    const double left = ramp(steps - std::max(step, byTime), annealSteps);
    const double fall =
        annealing == Annealing::linear ? left : 0.5 - 0.5 * std::cos(std::numbers::pi * left);
    return ramp(step + 1, warmupSteps) * std::max(kLeastShare, fall);
}

}  // namespace lipwright::training
