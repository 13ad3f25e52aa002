// Contrastive training of the lip-sync expert: every picture window against all sound windows of
// the batch, and against those of its own clip only, which is about timing alone. Beside it both
// encoders learn to tell the mouth's measures and the phones, dense signals without which the
// pairing learns slowly.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/training/clipstore.h"
#include "engine/training/expertwindows_p.h"
#include "engine/training/trainingrun_p.h"

#include <vector>

namespace lipwright::training {

/// The expert and what only training needs of it.
struct ExpertTrainingModelImpl : torch::nn::Module {
    /// `phones`: phonetic values per row of the data set, 0 when it has none.
    ExpertTrainingModelImpl(const nets::ExpertConfig& config, std::int64_t phones);

    nets::ExpertModel expert{nullptr};
    torch::nn::Linear pictureMeasures{nullptr};
    torch::nn::Linear soundMeasures{nullptr};
    torch::nn::Linear picturePhones{nullptr};
    torch::nn::Linear soundPhones{nullptr};
    torch::Tensor temperature;  ///< factor on the cosines, 1..40
};
TORCH_MODULE(ExpertTrainingModel);

struct ExpertTaskOptions {
    int clipsPerStep = 12;
    int windowsPerClip = 6;
    double measureWeight = 0.5;
    double phoneWeight = 0.3;
    int nearFrames = 3;  ///< windows of one clip nearer than this are no negatives
    std::size_t validationClips = 60;
};

class ExpertTask final : public TrainingTask {
public:
    ExpertTask(ExpertTrainingModel model, std::vector<const StoredClip*> train,
               std::vector<const StoredClip*> validation, const ExpertTaskOptions& options);

    [[nodiscard]] torch::nn::Module& module() override { return *m_model; }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override;
    [[nodiscard]] nets::ExpertModel expert() const { return m_model->expert; }

private:
    [[nodiscard]] std::vector<WindowPlace> drawPlaces(Random& random) const;
    [[nodiscard]] torch::Tensor pairingLoss(const torch::Tensor& pictures,
                                            const torch::Tensor& sounds,
                                            const std::vector<WindowPlace>& places) const;

    [[nodiscard]] torch::Tensor denseLoss(const torch::Tensor& seen, const torch::Tensor& heard,
                                          const std::vector<WindowPlace>& places);

    ExpertTrainingModel m_model;
    std::vector<std::vector<std::size_t>> m_starts;  ///< of each training clip; filled with m_train
    std::vector<const StoredClip*> m_train;
    std::vector<const StoredClip*> m_validation;
    ExpertTaskOptions m_options;
    WeightedChoice m_choice;
};

}  // namespace lipwright::training
