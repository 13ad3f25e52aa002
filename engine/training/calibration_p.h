// Makes an expert's cosines probabilities, and tells how true these are.
#pragma once

#include "engine/nets/expertmodel_p.h"

#include <vector>

namespace lipwright::training {

/// Scores of pairs in sync, and of the same windows with sound shifted by 3 to 15 frames.
struct PairSample {
    std::vector<float> inSync;
    std::vector<float> shifted;
};

/// The logistic that makes cosines probabilities, by maximum likelihood.
[[nodiscard]] nets::Calibration fitCalibration(const PairSample& sample);

/// How true a calibration's probabilities are on windows half of which are in sync.
struct CalibrationCurve {
    struct Bin {
        double claimed = 0.0;   ///< mean probability
        double observed = 0.0;  ///< share in sync
        int windows = 0;
    };
    std::vector<Bin> bins;  ///< ten, of equal width; empty ones have no windows
    double error = 0.0;     ///< mean |claimed − observed| over windows
    double accuracy = 0.0;  ///< of calling a window in sync from one half on
};
[[nodiscard]] CalibrationCurve calibrationCurve(const PairSample& sample,
                                                const nets::Calibration& calibration);

}  // namespace lipwright::training
