// How well an expert tells picture and sound that belong together from shifted ones, on clips of
// speakers it has not been trained on.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/training/expertclips_p.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

/// Scores of pairs in sync, and of the same windows with sound shifted by 3 to 15 frames.
struct PairSample {
    std::vector<float> inSync;
    std::vector<float> shifted;
};

struct ExpertJudgement {
    struct Group {
        PairSample windows;     ///< of 0.2 s in which somebody speaks
        PairSample allWindows;  ///< also of silence
        PairSample seconds;     ///< mean cosines of 21 windows in a row: 1 s
    };
    Group natural;
    Group words;
    PairSample clips;     ///< mean cosines of natural clips of 3 s or more; every shift counts
    int offsetClips = 0;  ///< natural clips of 3 s or more
    int offsetHits = 0;   ///< of these, with the best shift within one frame
};

/// Cosines (windows, 31) of one clip over shifts −15..15 of the sound; NaN where there is no sound
/// or the window is not whole.
[[nodiscard]] torch::Tensor cosinesOverShifts(nets::ExpertModelImpl& expert, const ExpertClip& clip,
                                              torch::Device device);

/// At most `largest` clips, natural ones first but at most two thirds. Draws the shifts by numbers
/// of its own: equal calls give equal results.
[[nodiscard]] ExpertJudgement judgeClips(nets::ExpertModelImpl& expert,
                                         const std::vector<ExpertClip>& clips, std::size_t largest,
                                         torch::Device device);

[[nodiscard]] double areaUnderCurve(const PairSample& sample);
[[nodiscard]] Metrics metricsOf(const ExpertJudgement& judgement);

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
