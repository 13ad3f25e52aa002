// The loop all trainers share: AdamW with warm-up and a final annealing, an exponential moving
// average of the weights, validation, a CSV log, the best weights kept, and checkpoints from which
// a stopped run goes on exactly as if it had not been stopped. A task may bring an opponent, which
// learns against it in turns. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/nets/tensorarchive_p.h"
#include "engine/training/checkpoint_p.h"
#include "engine/training/learningrate.h"
#include "engine/training/random.h"
#include "engine/training/trainingreport.h"

#include <torch/torch.h>

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::training {

/// What is trained. `validate` is called with the averaged weights, in evaluation mode, and must
/// return the metric "score", larger being better; it must draw no random numbers of the run.
class TrainingTask {
public:
    virtual ~TrainingTask() = default;
    [[nodiscard]] virtual torch::nn::Module& module() = 0;
    [[nodiscard]] virtual torch::Tensor loss(Random& random) = 0;
    [[nodiscard]] virtual Metrics validate() = 0;
    /// Training or evaluation mode; the place to keep frozen layers in the latter.
    virtual void setTraining(bool on) { module().train(on); }

    /// The network that judges what the task's makes, or none.
    [[nodiscard]] virtual torch::nn::Module* opponent() { return nullptr; }
    /// What the opponent minimises on the batch of the last loss(), whose pictures the task keeps
    /// detached. Called after each step of the task's network, for a step of the opponent. During
    /// loss() the opponent's weights want no gradients.
    [[nodiscard]] virtual torch::Tensor opponentLoss(Random& random);
    /// After the opponent's step: the place to clip its weights.
    virtual void opponentStepped() {}
};

struct RunOptions {
    std::filesystem::path folder;  ///< log.csv, checkpoint.pt and best.pt; empty: none is written
    std::int64_t steps = 1000;
    /// The run ends after so long, stops in between left out, when its steps are not done before;
    /// the learning rate falls by whichever is further. 0: steps alone.
    double seconds = 0.0;
    std::int64_t warmupSteps = 100;
    std::int64_t annealSteps = 300;  ///< at the end
    Annealing annealing = Annealing::halfCosine;
    double learningRate = 1e-3;
    double weightDecay = 1e-2;
    double averageDecay = 0.998;
    double opponentLearningRate = 2e-4;  ///< of Adam; warmed and annealed like the other
    double opponentBeta1 = 0.0;
    double opponentBeta2 = 0.9;
    double largestGradient = 5.0;  ///< norm; larger ones are scaled down
    std::int64_t validateEvery = 300;
    bool validateFirst = false;  ///< what the run began with may be the best step, 0
    double checkpointSeconds = 120.0;
    std::uint64_t seed = 1;
    /// Validations in a row without a better score after which the run ends early; 0: never.
    int patience = 0;
    Precision precision = Precision::full;
    bool keepCheckpoint = false;  ///< leave checkpoint.pt as it is at the end
    const char* stage = "train";
    /// Told of every validation after so many seconds of the run; those of earlier calls first.
    std::function<void(double seconds, const Metrics& metrics)> validated = {};
};

struct RunOutcome {
    std::int64_t steps = 0;
    std::int64_t bestStep = 0;
    Metrics best;                         ///< of the step with the best score
    double seconds = 0.0;                 ///< of training and validating, over all resumptions
    std::vector<Validation> validations;  ///< all of the run, stops in between or not
};

/// Leaves the averaged weights of the best step in the module, which is then in evaluation mode.
/// A stop request writes a checkpoint and returns ErrorCode::cancelled; calling again goes on.
[[nodiscard]] core::Result<RunOutcome> runTraining(TrainingTask& task, const RunOptions& options,
                                                   std::stop_token stop,
                                                   const core::ProgressCallback& progress);

}  // namespace lipwright::training
