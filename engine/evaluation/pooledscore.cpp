#include "engine/evaluation/pooledscore.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace lipwright::evaluation {

SyncScore pooledScore(std::span<const SyncScore> scores) {
    SyncScore pooled;
    std::array<double, kSyncShifts> weight{};
    double measurable = 0.0;
    for (const SyncScore& score : scores) {
        const double windows = std::round(score.coverage * static_cast<double>(score.windows));
        pooled.windows += score.windows;
        measurable += windows;
        for (std::size_t i = 0; windows > 0 && i < weight.size(); ++i) {
            if (!std::isnan(score.meanDistance[i])) {
                pooled.meanDistance[i] += windows * score.meanDistance[i];
                weight[i] += windows;
            }
        }
    }
    std::vector<double> known;
    std::size_t best = kSyncReach;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        pooled.meanDistance[i] = weight[i] > 0 ? pooled.meanDistance[i] / weight[i]
                                               : std::numeric_limits<double>::quiet_NaN();
        if (weight[i] > 0) {
            known.push_back(pooled.meanDistance[i]);
            best = !(pooled.meanDistance[best] <= pooled.meanDistance[i]) ? i : best;
        }
    }
    if (known.empty()) {
        return pooled;
    }
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::ranges::nth_element(known, middle);
    pooled.lseD = pooled.meanDistance[best];
    pooled.lseC = *middle - pooled.lseD;
    const double atZero = pooled.meanDistance[kSyncReach];
    pooled.confidenceAtZero = std::isnan(atZero) ? 0.0 : *middle - atZero;
    pooled.avOffset = kSyncReach - static_cast<int>(best);
    pooled.coverage = measurable / static_cast<double>(pooled.windows);
    return pooled;
}

}  // namespace lipwright::evaluation
