#include "engine/training/adaptedweights_p.h"

namespace lipwright::training {

AdaptedWeights adaptedWeights(const RunOutcome& run, const std::filesystem::path& weights,
                              const char* role, double leastGain) {
    AdaptedWeights adapted{weights, run.validations.front().metrics, run.best, false, {}};
    adapted.better = adapted.after.at("score") > adapted.before.at("score") + leastGain;
    for (const Validation& validation : run.validations) {
        adapted.curve.push_back({role, validation.seconds, validation.metrics});
    }
    return adapted;
}

}  // namespace lipwright::training
