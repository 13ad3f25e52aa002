// How much each loss of paper 001 counts in the sum that trains the painted mouth (eq. 15). Plain
// numbers; the losses themselves are in generatorlosses_p.h.
#pragma once

namespace lipwright::training {

struct LossWeights {
    double l1 = 1.0;
    double perceptual = 0.5;
    double expert = 0.01;
    double mask = 1.0;
    double adversarial = 0.0;

    /// Learns to move the lips with the sound.
    [[nodiscard]] static constexpr LossWeights stage1() { return {}; }
    /// Learns to look real; the expert counts for more because the discriminator works against it.
    [[nodiscard]] static constexpr LossWeights stage2() { return {1.0, 0.5, 0.1, 1.0, 0.01}; }
};

}  // namespace lipwright::training
