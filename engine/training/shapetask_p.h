// Training of the audio → mouth-shape network: windows of frames with their sound, position and
// velocity losses and one on correlation, which keeps the movement from shrinking to its mean.
#pragma once

#include "engine/nets/shapemodel_p.h"
#include "engine/training/clipstore.h"
#include "engine/training/trainingrun_p.h"

#include <functional>
#include <vector>

namespace lipwright::training {

/// A clip and what the network sees of its sound, (channels, rows) at 100 rows per second.
struct ShapeClip {
    const StoredClip* clip = nullptr;
    torch::Tensor grid;
};

[[nodiscard]] std::vector<ShapeClip> withGrids(const std::vector<const StoredClip*>& clips,
                                               std::int64_t phonetic);

struct ShapeTaskOptions {
    int batch = 32;
    int frames = 40;  ///< of a window
    double velocityWeight = 2.0;
    double correlationWeight = 0.5;
    double wordShare = 0.2;
    bool augment = true;
};

class ShapeTask final : public TrainingTask {
public:
    ShapeTask(nets::ShapeModel model, std::vector<ShapeClip> train,
              std::vector<ShapeClip> validation, const ShapeTaskOptions& options);

    [[nodiscard]] torch::nn::Module& module() override { return *m_model; }
    [[nodiscard]] torch::Tensor loss(Random& random) override;
    [[nodiscard]] Metrics validate() override;
    [[nodiscard]] nets::ShapeModel model() const { return m_model; }

private:
    struct Window;
    [[nodiscard]] Window cut(const ShapeClip& clip, Random& random) const;
    void disturb(torch::Tensor& features, Random& random) const;

    nets::ShapeModel m_model;
    std::vector<ShapeClip> m_train;
    std::vector<ShapeClip> m_validation;
    ShapeTaskOptions m_options;
    WeightedChoice m_choice;
};

/// predicted, wanted (N, frames, measures), mask (N, frames).
[[nodiscard]] torch::Tensor shapeLoss(const torch::Tensor& predicted, const torch::Tensor& wanted,
                                      const torch::Tensor& mask, const ShapeTaskOptions& options);

}  // namespace lipwright::training
