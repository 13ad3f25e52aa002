#include "engine/evaluation/syncscore.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::evaluation {

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

void fillMeans(std::span<const SyncWindow> windows, SyncScore& score) {
    for (std::size_t shift = 0; shift < kSyncShifts; ++shift) {
        double sum = 0.0;
        double count = 0.0;
        for (const SyncWindow& window : windows) {
            if (window.measurable && !std::isnan(window.distance[shift])) {
                sum += window.distance[shift];
                count += 1.0;
            }
        }
        score.meanDistance[shift] = count > 0 ? sum / count : kNaN;
    }
}

/// Middle value of those that are numbers; of an even count the upper, as 31 values have one
/// middle.
double medianOf(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) {
        return kNaN;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Median over the measurable windows within reach; gaps stay gaps.
std::vector<float> filtered(const std::vector<float>& curve) {
    const auto count = static_cast<std::ptrdiff_t>(curve.size());
    std::vector<float> result(curve.size(), kNaN);
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        if (std::isnan(curve[static_cast<std::size_t>(i)])) {
            continue;
        }
        std::vector<double> near;
        const std::ptrdiff_t end = std::min(count, i + kSyncMedian / 2 + 1);
        for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, i - kSyncMedian / 2); k < end; ++k) {
            near.push_back(curve[static_cast<std::size_t>(k)]);
        }
        result[static_cast<std::size_t>(i)] = static_cast<float>(medianOf(near));
    }
    return result;
}

}  // namespace

SyncScore scoreWindows(std::span<const SyncWindow> windows, CurveShift curve) {
    SyncScore score;
    score.windows = static_cast<std::int64_t>(windows.size());
    score.confidence.assign(windows.size(), kNaN);
    score.raw = score.confidence;
    fillMeans(windows, score);
    std::size_t best = kSyncShifts;
    for (std::size_t shift = 0; shift < kSyncShifts; ++shift) {
        const double mean = score.meanDistance[shift];
        if (!std::isnan(mean) && (best == kSyncShifts || mean < score.meanDistance[best])) {
            best = shift;
        }
    }
    if (best == kSyncShifts) {
        return score;
    }
    const double median = medianOf({score.meanDistance.begin(), score.meanDistance.end()});
    score.lseD = score.meanDistance[best];
    score.lseC = median - score.lseD;
    const double atZero = score.meanDistance[kSyncReach];
    score.confidenceAtZero = std::isnan(atZero) ? 0.0 : median - atZero;
    score.avOffset = kSyncReach - static_cast<int>(best);
    const std::size_t shown = curve == CurveShift::best ? best : kSyncReach;
    double measurable = 0.0;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (windows[i].measurable) {
            score.confidence[i] = static_cast<float>(median) - windows[i].distance[shown];
            measurable += 1.0;
        }
    }
    score.raw = score.confidence;
    score.confidence = filtered(score.raw);
    score.coverage = measurable / static_cast<double>(windows.size());
    return score;
}

}  // namespace lipwright::evaluation
