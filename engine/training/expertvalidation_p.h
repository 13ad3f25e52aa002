// How well an expert tells picture and sound that belong together from shifted ones, on clips of
// speakers it has not been trained on.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/training/calibration_p.h"
#include "engine/training/expertclips_p.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

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
    /// The same clips with their sound shifted by −12 to 12 frames: how often the best shift is
    /// within one frame of the true one, and of how many.
    int shiftedHits = 0;
    int shiftedClips = 0;
};

/// Cosines (windows, 2·reach + 1) of one clip over shifts −reach..reach of the sound; NaN where
/// there is no sound or the window is not whole.
[[nodiscard]] torch::Tensor cosinesOverShifts(nets::ExpertModelImpl& expert, const ExpertClip& clip,
                                              torch::Device device, int reach = 15);

/// The rows of these, over shifts of any reach, whose window in sync is there and has speech in it
/// (`spoken`), or any sound.
[[nodiscard]] torch::Tensor measurable(const torch::Tensor& cosines, const StoredClip& clip,
                                       bool spoken);

/// At most `largest` clips, natural ones first but at most two thirds. Draws the shifts by numbers
/// of its own: equal calls give equal results.
[[nodiscard]] ExpertJudgement judgeClips(nets::ExpertModelImpl& expert,
                                         const std::vector<ExpertClip>& clips, std::size_t largest,
                                         torch::Device device);

[[nodiscard]] double areaUnderCurve(const PairSample& sample);
[[nodiscard]] Metrics metricsOf(const ExpertJudgement& judgement);

}  // namespace lipwright::training
