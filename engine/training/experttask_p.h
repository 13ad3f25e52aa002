// Contrastive training of the lip-sync expert: every 0.2 s of a mouth against all 0.2 s of sound of
// its own clip, which is about timing alone, and against other clips. An expert that looks at
// pictures learns beside it to tell the mouth's landmarks, a dense signal without which the pairing
// learns slowly.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/training/expertclips_p.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

/// The expert and what only training needs of it.
struct ExpertTrainingModelImpl : torch::nn::Module {
    explicit ExpertTrainingModelImpl(const nets::ExpertConfig& config);

    nets::ExpertModel expert{nullptr};
    torch::Tensor temperature;  ///< factor on the cosines, 1..40
};
TORCH_MODULE(ExpertTrainingModel);

struct ExpertTaskOptions {
    int clipsPerStep = 12;
    std::size_t stretch = 28;     ///< frames of a stretch
    double otherWeight = 0.25;    ///< of telling clips apart, beside telling moments apart
    double landmarkWeight = 2.0;  ///< of telling the landmarks from pictures
    double wordShare = 0.3;
    int nearFrames = 3;  ///< windows of one clip nearer than this are no negatives
    std::size_t validationClips = 60;
    torch::Device device = torch::kCPU;
};

class ExpertTask final : public TrainingTask {
public:
    ExpertTask(ExpertTrainingModel model, std::vector<ExpertClip> train,
               std::vector<ExpertClip> validation, const ExpertTaskOptions& options);

    [[nodiscard]] torch::nn::Module& module() override { return *m_model; }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override;
    [[nodiscard]] nets::ExpertModel expert() const { return m_model->expert; }

private:
    [[nodiscard]] std::vector<StretchPlace> drawPlaces(Random& random) const;

    ExpertTrainingModel m_model;
    std::vector<ExpertClip> m_train;
    std::vector<ExpertClip> m_validation;
    ExpertTaskOptions m_options;
    WeightedChoice m_choice;
};

/// `seen`, `heard` (B, E, W) of unit length; window i of a clip belongs to sound i. Softmax of each
/// over all windows of its clip, those nearer than `near` left out, both ways; and, weighted by
/// `otherWeight`, over the same window of all clips.
[[nodiscard]] torch::Tensor pairingLoss(const torch::Tensor& seen, const torch::Tensor& heard,
                                        const torch::Tensor& temperature, int near,
                                        double otherWeight);

}  // namespace lipwright::training
