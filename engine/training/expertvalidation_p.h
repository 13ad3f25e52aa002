// How well an expert tells sound in sync from sound that is not, on clips it was not trained on.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/training/clipstore.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

/// Cosines of in-sync windows and of windows shifted by 3 to 15 frames, one each per picture
/// window.
struct PairSample {
    std::vector<float> inSync;
    std::vector<float> shifted;
};

struct PairJudgement {
    PairSample natural;
    PairSample words;
    int offsetClips = 0;  ///< natural clips of 3 s or more
    int offsetHits = 0;   ///< whose best shift lies within one frame
};

/// At most `largest` clips, natural ones first. The same windows and shifts at every call.
[[nodiscard]] PairJudgement judgePairs(nets::ExpertModelImpl& expert,
                                       const std::vector<const StoredClip*>& clips,
                                       std::size_t largest);

/// aucNatural, aucWords, accuracyNatural (best threshold), offsetHits, score.
[[nodiscard]] Metrics metricsOf(const PairJudgement& judgement);

/// Probability that a random in-sync cosine exceeds a random shifted one; 0.5 when there are none.
[[nodiscard]] double areaUnderCurve(const PairSample& sample);

/// Logistic regression of in-sync (1) and shifted (0) on the cosine, by Newton's method.
[[nodiscard]] nets::Calibration fitCalibration(const PairSample& sample);

}  // namespace lipwright::training
