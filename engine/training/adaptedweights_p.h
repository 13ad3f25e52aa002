// What a run of adapting came to, in the terms of adaptation.h.
#pragma once

#include "engine/training/adaptation.h"
#include "engine/training/trainingrun_p.h"

namespace lipwright::training {

/// `run` validated first what it began with. Better: the score has grown by more than `leastGain`.
[[nodiscard]] AdaptedWeights adaptedWeights(const RunOutcome& run,
                                            const std::filesystem::path& weights, const char* role,
                                            double leastGain = 0.0);

}  // namespace lipwright::training
