// How fast a training learns at each of its steps, as a share of the rate that was asked for.
#pragma once

#include <cstdint>

namespace lipwright::training {

enum class Annealing { halfCosine, linear };

struct LearningRateSchedule {
    std::int64_t steps = 1000;       ///< of the whole training
    std::int64_t warmupSteps = 100;  ///< at the beginning: rises linearly
    std::int64_t annealSteps = 300;  ///< at the end: falls to a fiftieth
    Annealing annealing = Annealing::halfCosine;

    /// (0, 1], for a step from 0 to steps − 1. `timeShare` (0..1) is how much of the training's
    /// time is over; the rate falls by what is further, steps or time.
    [[nodiscard]] double share(std::int64_t step, double timeShare = 0.0) const;
};

}  // namespace lipwright::training
