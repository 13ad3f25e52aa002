// Differentiable augmentation (DiffAugment, paper 001 §3.7): what the discriminator sees, real or
// painted, is moved, turned, scaled and has boxes cut out by chance, so that it cannot learn the
// data by heart; gradients pass through to the painter. All frames of a sample are treated alike.
//
// LibTorch cannot differentiate the resampling twice: R1 and the gradient penalty are to be taken
// at augmented samples, not through the augmentation.
#pragma once

#include "engine/training/random.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::training {

/// How far augmentations go; each is drawn evenly from both directions.
struct AugmentationRange {
    double shift = 0.125;     ///< share of the width and of the height
    double rotation = 0.2;    ///< radians
    double scale = 0.2;       ///< of its natural logarithm
    double erasing = 0.5;     ///< probability that a box is cut out
    double largestBox = 0.4;  ///< share of the width and of the height
};

/// One sample's, in shares of the picture's width and height.
struct Augmentation {
    double right = 0.0, down = 0.0;  ///< shift
    double rotation = 0.0;           ///< radians, clockwise
    double scale = 1.0;
    double boxLeft = 0.0, boxTop = 0.0, boxWidth = 0.0, boxHeight = 0.0;
};

[[nodiscard]] std::vector<Augmentation> drawAugmentations(std::int64_t count, Random& random,
                                                          const AugmentationRange& range = {});

/// `stacks` (B, C, H, W) in [0, 1] and B augmentations. Beyond the border the picture is mirrored;
/// boxes are filled with 0.5.
[[nodiscard]] torch::Tensor augmented(const torch::Tensor& stacks,
                                      const std::vector<Augmentation>& augmentations);

/// The same with augmentations drawn for this once.
[[nodiscard]] torch::Tensor diffAugment(const torch::Tensor& stacks, Random& random,
                                        const AugmentationRange& range = {});

}  // namespace lipwright::training
