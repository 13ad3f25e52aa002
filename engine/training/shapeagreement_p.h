// How well predicted mouth curves agree with measured ones: correlation, over shifts of the sound,
// with another speaker's sound, and in range.
#pragma once

#include "engine/nets/shapemodel_p.h"
#include "engine/training/agreement.h"
#include "engine/training/shapetask_p.h"
#include "engine/training/trainingrun_p.h"

#include <array>
#include <vector>

namespace lipwright::training {

struct ShapeJudgement {
    struct Group {
        int clips = 0;
        std::array<double, kClipMeasures> correlation{};  ///< means over clips
        std::array<double, kClipMeasures> swapped{};      ///< with the sound of another speaker
        std::array<double, kClipMeasures> spread{};  ///< predicted / measured standard deviation
        int offsetHits = 0;  ///< clips whose best shift lies within one frame
    };
    Group natural;  ///< clips of 3 s or more
    Group words;
};

/// (T, measures) predicted for every frame, `shift` frames later in the sound.
[[nodiscard]] ClipCurve predictedCurve(nets::ShapeModelImpl& model, const ShapeClip& clip);

[[nodiscard]] ShapeJudgement judgeShapes(nets::ShapeModelImpl& model,
                                         const std::vector<ShapeClip>& clips,
                                         const torch::Tensor& gain);
/// One actor's clips of 20 usable frames or more, weighted by these: correlations "opening",
/// "width", "height" and "jaw", "score" (their mean, the opening counted twice), and "clips".
[[nodiscard]] Metrics actorAgreement(nets::ShapeModelImpl& model,
                                     const std::vector<ShapeClip>& clips);
/// Predicted / measured standard deviation on the same clips, likewise weighted.
[[nodiscard]] std::array<double, kClipMeasures> actorSpread(nets::ShapeModelImpl& model,
                                                            const std::vector<ShapeClip>& clips);
/// (measures): factors that bring these ratios to 1, within bounds.
[[nodiscard]] torch::Tensor naturalGain(const std::array<double, kClipMeasures>& spread);
[[nodiscard]] Metrics metricsOf(const ShapeJudgement& judgement);

}  // namespace lipwright::training
