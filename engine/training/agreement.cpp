#include "engine/training/agreement.h"

#include "engine/core/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::training {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kRowsPerSecond = 50.0;
constexpr std::size_t kFewestFrames = 20;
constexpr std::array<double, kClipMeasures> kMeasureWeights = {2.0, 1.5, 1.0, 0.5, 0.0, 0.0};

}  // namespace

float ClipCurve::at(double seconds, std::size_t measure) const {
    const double row = std::clamp(seconds * kRowsPerSecond, 0.0, static_cast<double>(rows() - 1));
    const auto low = static_cast<std::size_t>(row);
    const std::size_t high = std::min(low + 1, rows() - 1);
    const auto t = static_cast<float>(row - static_cast<double>(low));
    return values[low * kClipMeasures + measure] * (1 - t) +
           values[high * kClipMeasures + measure] * t;
}

std::array<double, kClipMeasures> correlations(const ClipCurve& curve, const MeasuredFrames& frames,
                                               int shift) {
    std::array<core::Correlation, kClipMeasures> measures;
    const double end = static_cast<double>(curve.rows()) / kRowsPerSecond;
    for (std::size_t i = 0; i < frames.soundSeconds.size() && curve.rows() > 0; ++i) {
        const double seconds = frames.soundSeconds[i] + shift / 25.0;
        if (frames.usable[i] == 0 || seconds < 0.0 || seconds >= end) {
            continue;
        }
        for (std::size_t m = 0; m < kClipMeasures; ++m) {
            measures[m].add(curve.at(seconds, m), frames.measures[i * kClipMeasures + m]);
        }
    }
    std::array<double, kClipMeasures> result{};
    for (std::size_t m = 0; m < kClipMeasures; ++m) {
        result[m] = measures[m].count() < kFewestFrames ? kNaN : measures[m].value();
    }
    return result;
}

ShiftCurve agreementOverShifts(const ClipCurve& curve, const MeasuredFrames& frames) {
    ShiftCurve result{};
    for (int shift = -kLargestShift; shift <= kLargestShift; ++shift) {
        const auto each = correlations(curve, frames, shift);
        double sum = 0.0;
        double weights = 0.0;
        for (std::size_t m = 0; m < kClipMeasures; ++m) {
            if (!std::isnan(each[m]) && kMeasureWeights[m] > 0) {
                sum += kMeasureWeights[m] * each[m];
                weights += kMeasureWeights[m];
            }
        }
        result[static_cast<std::size_t>(shift + kLargestShift)] =
            weights > 0 ? sum / weights : kNaN;
    }
    return result;
}

ShiftCurve pooled(std::span<const ShiftCurve> curves, std::span<const double> weights) {
    ShiftCurve result{};
    for (std::size_t s = 0; s < kShifts; ++s) {
        double sum = 0.0;
        double all = 0.0;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            if (!std::isnan(curves[i][s])) {
                sum += weights[i] * curves[i][s];
                all += weights[i];
            }
        }
        result[s] = all > 0 ? sum / all : kNaN;
    }
    return result;
}

ShiftEstimate estimateShift(const ShiftCurve& curve) {
    std::vector<double> known;
    std::size_t best = kShifts;
    for (std::size_t s = 0; s < kShifts; ++s) {
        if (std::isnan(curve[s])) {
            continue;
        }
        known.push_back(curve[s]);
        if (best == kShifts || curve[s] > curve[best]) {
            best = s;
        }
    }
    if (known.size() < 5) {
        return {};
    }
    std::sort(known.begin(), known.end());
    const double median = known[known.size() / 2];
    double mean = 0.0;
    double squares = 0.0;
    for (const double value : known) {
        mean += value / static_cast<double>(known.size());
        squares += value * value / static_cast<double>(known.size());
    }
    const double deviation = std::sqrt(std::max(0.0, squares - mean * mean));
    return {static_cast<int>(best) - kLargestShift, curve[best],
            (curve[best] - median) / (deviation + 1e-6)};
}

}  // namespace lipwright::training
