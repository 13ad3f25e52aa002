// The two stages of paper 001 §3.7: the generator learns to paint five frames of a mouth at a time,
// first to look like the film and to move with the sound, then also to fool a discriminator.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/nets/generatormodel_p.h"
#include "engine/training/discriminator_p.h"
#include "engine/training/generatorclips_p.h"
#include "engine/training/generatorlosses_p.h"
#include "engine/training/lossweights.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

/// The generator and what only training needs to remember of it.
struct GeneratorTrainingModelImpl : torch::nn::Module {
    explicit GeneratorTrainingModelImpl(const nets::GeneratorConfig& config);

    nets::GeneratorModel generator{nullptr};
    torch::Tensor expertCounts;  ///< (1) 1 once the picture is adequate: the expert's loss counts
};
TORCH_MODULE(GeneratorTrainingModel);

struct GeneratorTaskOptions {
    GeneratorBatchOptions batch;
    LossWeights weights = LossWeights::stage1();
    int clipsPerStep = 4;
    double wordShare = 0.0;
    /// Losses on held-out speakers below which the picture is adequate and the expert counts.
    double adequateL1 = 0.05;
    double adequatePerceptual = 1.2;
    AdversarialGame game = AdversarialGame::nonSaturating;
    double regulariseShare = 0.25;  ///< of the turns in which the discriminator's slope is punished
    std::size_t validationStretches = 48;
    torch::Device device = torch::kCPU;
};

class GeneratorTask final : public TrainingTask {
public:
    /// `expert` by pictures: teacher of sync and features of the perceptual loss; it stays frozen.
    GeneratorTask(GeneratorTrainingModel model, nets::LoadedExpert expert,
                  std::vector<GeneratorClip> train, std::vector<GeneratorClip> validation,
                  const GeneratorTaskOptions& options);

    [[nodiscard]] torch::nn::Module& module() override { return *m_model; }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override;
    [[nodiscard]] torch::nn::Module* opponent() override;
    [[nodiscard]] torch::Tensor opponentLoss(Random& random) override;
    void opponentStepped() override;

    /// Measures of painted against real pictures on stretches drawn by numbers of its own.
    [[nodiscard]] Metrics judge(const std::vector<GeneratorClip>& clips, std::size_t stretches);

private:
    struct Painted {
        GeneratorBatch batch;
        nets::PaintedMouth mouth;
        torch::Tensor picture;  ///< blended (eq. 10)
    };
    [[nodiscard]] Painted paint(GeneratorBatch batch);
    [[nodiscard]] torch::Tensor probability(const GeneratorBatch& batch,
                                            const torch::Tensor& pictures);

    GeneratorTrainingModel m_model;
    Discriminator m_discriminator{nullptr};
    nets::LoadedExpert m_expert;
    std::vector<GeneratorClip> m_train;
    std::vector<GeneratorClip> m_validation;
    GeneratorTaskOptions m_options;
    WeightedChoice m_choice;
    bool m_adequate = false;
    torch::Tensor m_lastReal;  ///< stacks of the last step, for the discriminator's turn
    torch::Tensor m_lastPainted;
};

}  // namespace lipwright::training
