#include "engine/training/calibration_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

nets::Calibration fitCalibration(const PairSample& sample) {
    double slope = 1.0;
    double offset = 0.0;
    const double ridge = 1e-6;
    for (int iteration = 0; iteration < 50; ++iteration) {
        double g0 = -ridge * slope;
        double g1 = 0.0;
        double h00 = ridge;
        double h01 = 0.0;
        double h11 = ridge;
        const auto add = [&](float cosine, double label) {
            const double p = 1.0 / (1.0 + std::exp(-(slope * cosine + offset)));
            const double w = p * (1.0 - p);
            g0 += (label - p) * cosine;
            g1 += label - p;
            h00 += w * cosine * cosine;
            h01 += w * cosine;
            h11 += w;
        };
        std::for_each(sample.inSync.begin(), sample.inSync.end(), [&](float c) { add(c, 1.0); });
        std::for_each(sample.shifted.begin(), sample.shifted.end(), [&](float c) { add(c, 0.0); });
        const double determinant = h00 * h11 - h01 * h01;
        if (!(std::abs(determinant) > 1e-12)) {
            break;
        }
        // Steps are bounded: far from the optimum Newton's method overshoots.
        slope += std::clamp((h11 * g0 - h01 * g1) / determinant, -5.0, 5.0);
        offset += std::clamp((h00 * g1 - h01 * g0) / determinant, -5.0, 5.0);
        slope = std::clamp(slope, -200.0, 200.0);
        offset = std::clamp(offset, -200.0, 200.0);
    }
    return {static_cast<float>(slope), static_cast<float>(offset)};
}

CalibrationCurve calibrationCurve(const PairSample& sample, const nets::Calibration& calibration) {
    constexpr int kBins = 10;
    CalibrationCurve curve;
    curve.bins.resize(kBins);
    double right = 0.0;
    const auto add = [&](float cosine, double inSync) {
        const double p = 1.0 / (1.0 + std::exp(-(static_cast<double>(calibration.slope) * cosine +
                                                 static_cast<double>(calibration.offset))));
        auto& bin =
            curve.bins[static_cast<std::size_t>(std::min(kBins - 1, static_cast<int>(p * kBins)))];
        bin.claimed += p;
        bin.observed += inSync;
        ++bin.windows;
        right += (p >= 0.5) == (inSync > 0.5) ? 1.0 : 0.0;
    };
    std::ranges::for_each(sample.inSync, [&](float cosine) { add(cosine, 1.0); });
    std::ranges::for_each(sample.shifted, [&](float cosine) { add(cosine, 0.0); });
    const auto windows = static_cast<double>(sample.inSync.size() + sample.shifted.size());
    for (CalibrationCurve::Bin& bin : curve.bins) {
        if (bin.windows > 0) {
            curve.error += std::abs(bin.claimed - bin.observed) / windows;
            bin.claimed /= bin.windows;
            bin.observed /= bin.windows;
        }
    }
    curve.accuracy = windows > 0 ? right / windows : 0.0;
    return curve;
}

}  // namespace lipwright::training
