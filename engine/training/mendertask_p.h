// Training of the mender: runs of two frames whose mouths were taken from elsewhere in the clip.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/nets/mendermodel_p.h"
#include "engine/training/menderpairset_p.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

struct MenderTaskOptions {
    int runs = 8;               ///< of two frames, per step
    double keptShifted = 0.25;  ///< of drawn runs that aim at another moment
    double edgeWeight = 1.0;
    double textureWeight = 1.0;
    double shiftedWeight = 0.5;
    double motionWeight = 0.5;
    double perceptualWeight = 0.03;
    bool augment = true;
    std::size_t validationRuns = 120;
};

class MenderTask final : public TrainingTask {
public:
    /// `expert` sees the perceptual loss and is never changed; empty: that loss is left out.
    MenderTask(nets::MenderModel mender, nets::ExpertModel expert, std::vector<PairClip> train,
               std::vector<PairClip> validation, const MenderTaskOptions& options);

    [[nodiscard]] torch::nn::Module& module() override { return *m_mender; }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override;
    [[nodiscard]] nets::MenderModel mender() const { return m_mender; }

private:
    [[nodiscard]] MenderBatch draw(Random& random) const;
    [[nodiscard]] torch::Tensor perceptual(const MenderBatch& batch, const torch::Tensor& made,
                                           const torch::Tensor& mask);

    nets::MenderModel m_mender;
    nets::ExpertModel m_expert;
    std::vector<PairClip> m_train;
    std::vector<PairClip> m_validation;
    MenderTaskOptions m_options;
    WeightedChoice m_choice;
};

}  // namespace lipwright::training
