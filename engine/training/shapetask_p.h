// Training of the audio → mouth-shape network: windows of frames with their sound, position and
// velocity losses and one on correlation, which keeps the movement from shrinking to its mean.
#pragma once

#include "engine/nets/shapemodel_p.h"
#include "engine/training/clipstore.h"
#include "engine/training/trainingrun_p.h"

#include <map>
#include <string>
#include <vector>

namespace lipwright::training {

/// A clip and what the network sees of its sound, (channels, rows) at 100 rows per second.
struct ShapeClip {
    const StoredClip* clip = nullptr;
    torch::Tensor grid;
};

[[nodiscard]] std::vector<ShapeClip> withGrids(const std::vector<const StoredClip*>& clips,
                                               std::int64_t phonetic);

/// The network and, while the universal one is trained, a latent for each speaker beside the axes.
struct ShapeTrainingModelImpl : torch::nn::Module {
    ShapeTrainingModelImpl(nets::ShapeModel shape, std::int64_t speakers);

    nets::ShapeModel shape;
    torch::nn::Embedding speakers{nullptr};  ///< none where the network's own latent is trained
};
TORCH_MODULE(ShapeTrainingModel);

struct ShapeTaskOptions {
    int batch = 32;
    int frames = 40;  ///< of a window
    double velocityWeight = 2.0;
    double correlationWeight = 0.5;
    double wordShare = 0.2;
    bool augment = true;
    bool speakers = false;            ///< learn styles: a latent for each speaker, and the two axes
    double neutralShare = 1.0 / 3.0;  ///< windows of no speaker, which keep the universal good
};

class ShapeTask final : public TrainingTask {
public:
    ShapeTask(nets::ShapeModel model, std::vector<ShapeClip> train,
              std::vector<ShapeClip> validation, const ShapeTaskOptions& options);

    [[nodiscard]] torch::nn::Module& module() override { return *m_module; }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override;
    /// False when no clip has enough usable frames: loss() may not be called.
    [[nodiscard]] bool canTrain() const { return !m_train.empty(); }
    [[nodiscard]] nets::ShapeModel model() const { return m_module->shape; }
    [[nodiscard]] ShapeTrainingModel trainingModel() const { return m_module; }

private:
    struct Window;
    [[nodiscard]] Window cut(const ShapeClip& clip, Random& random) const;
    void disturb(torch::Tensor& features, Random& random) const;
    /// A style for every window, and what is wanted of the mouth then: (N, style), or undefined.
    [[nodiscard]] torch::Tensor speakInStyles(std::vector<Window>& windows, Random& random);

    std::vector<ShapeClip> m_train;
    std::vector<ShapeClip> m_validation;
    ShapeTaskOptions m_options;
    WeightedChoice m_choice;
    std::map<std::string, std::int64_t> m_speakers;  ///< places in the latents
    ShapeTrainingModel m_module;
};

/// (frames, measures) as somebody would move his mouth who speaks in this style.
[[nodiscard]] torch::Tensor movedInStyle(const torch::Tensor& wanted, double articulation,
                                         double liveliness);

/// predicted, wanted (N, frames, measures), mask (N, frames).
[[nodiscard]] torch::Tensor shapeLoss(const torch::Tensor& predicted, const torch::Tensor& wanted,
                                      const torch::Tensor& mask, const ShapeTaskOptions& options);

}  // namespace lipwright::training
