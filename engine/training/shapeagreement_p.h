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
[[nodiscard]] Metrics metricsOf(const ShapeJudgement& judgement);

}  // namespace lipwright::training
