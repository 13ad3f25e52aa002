#include "engine/nets/device_p.h"
#include "engine/training/autocast_p.h"
#include "engine/training/checkpoint_p.h"
#include "engine/training/csvlog.h"
#include "engine/training/opponent_p.h"
#include "engine/training/trainingrun_p.h"
#include "engine/training/weightaverage_p.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>

namespace lipwright::training {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The mean of values since it was last asked for.
class RunningMean {
public:
    void add(double value) {
        m_sum += value;
        ++m_count;
    }
    double take() {
        const double mean = m_sum / std::max(1.0, m_count);
        m_sum = m_count = 0.0;
        return mean;
    }

private:
    double m_sum = 0.0;
    double m_count = 0.0;
};

class Run {
public:
    Run(TrainingTask& task, const RunOptions& options)
        : m_task(task),
          m_options(options),
          m_schedule{options.steps, options.warmupSteps, options.annealSteps, options.annealing},
          m_optimizer(
              task.module().parameters(),
              torch::optim::AdamWOptions(options.learningRate).weight_decay(options.weightDecay)),
          m_log(options.folder.empty() ? fs::path() : options.folder / "log.csv") {
        m_state.random = Random(options.seed);
        if (torch::nn::Module* opponent = task.opponent()) {
            m_opponent.emplace(task, *opponent, options);
        }
    }

    core::Result<void> begin() {
        if (m_options.folder.empty()) {
            m_state.average = cloned(nets::namedTensors(m_task.module()));
            return {};
        }
        std::error_code error;
        fs::create_directories(m_options.folder, error);
        if (error) {
            return core::Failure(core::errorFromErrno(error.value(), m_options.folder.string(),
                                                      "make the training folder"));
        }
        if (fs::exists(checkpoint(), error)) {
            return readCheckpoint(checkpoint(), m_state, player(), opponent());
        }
        m_state.average = cloned(nets::namedTensors(m_task.module()));
        return {};
    }

    core::Result<RunOutcome> run(std::stop_token stop, const core::ProgressCallback& progress) {
        auto saved = Clock::now();
        for (const Validation& earlier : m_state.validations) {
            tell(earlier);
        }
        m_lap = Clock::now();
        if (m_options.validateFirst && m_state.validations.empty()) {
            validate();
        }
        setTraining(true);
        while (timeShare() < 1.0 && m_state.step < m_options.steps && !outOfPatience()) {
            if (stop.stop_requested()) {
                const auto written = save();
                return written ? core::Result<RunOutcome>(core::cancelled())
                               : core::passOn(written);
            }
            step();
            const bool last = timeShare() >= 1.0 || m_state.step == m_options.steps;
            core::report(progress, {m_options.stage, reached(), m_options.steps});
            m_lap = Clock::now();  // whoever was told may have held the run up
            if (m_state.step % m_options.validateEvery == 0 || last) {
                validate();
            }
            if (secondsSince(saved) > m_options.checkpointSeconds) {
                if (const auto written = save(); !written) {
                    return core::passOn(written);
                }
                saved = Clock::now();
            }
        }
        return finish();
    }

private:
    [[nodiscard]] fs::path checkpoint() const { return m_options.folder / "checkpoint.pt"; }

    [[nodiscard]] Player player() { return {&m_task.module(), &m_optimizer}; }
    [[nodiscard]] Player opponent() { return m_opponent ? m_opponent->player() : Player(); }

    void setTraining(bool on) {
        m_task.setTraining(on);
        if (m_task.opponent() != nullptr) {
            m_task.opponent()->train(on);
        }
    }

    core::Result<void> save() {
        return m_options.folder.empty()
                   ? core::Result<void>()
                   : writeCheckpoint(checkpoint(), m_state, player(), opponent());
    }

    /// Of the time allowed; 0 when that is without bounds.
    [[nodiscard]] double timeShare() const {
        return m_options.seconds > 0.0 ? std::min(1.0, m_state.seconds / m_options.seconds) : 0.0;
    }

    /// The step this would be if the time went as the steps do, or the step, what is further.
    [[nodiscard]] std::int64_t reached() const {
        return std::max(m_state.step, static_cast<std::int64_t>(
                                          timeShare() * static_cast<double>(m_options.steps)));
    }

    void countTime() {
        m_state.seconds += secondsSince(m_lap);
        m_lap = Clock::now();
    }

    [[nodiscard]] bool outOfPatience() const {
        return m_options.patience > 0 &&
               m_state.step - std::max<std::int64_t>(0, m_state.bestStep) >=
                   m_options.patience * m_options.validateEvery;
    }

    torch::Tensor computeLoss() {
        const Autocast autocast(m_options.precision);
        return m_task.loss(m_state.random);
    }

    void step() {
        const double share = m_schedule.share(m_state.step, timeShare());
        learn(share);
        if (m_opponent) {
            m_opponentLoss.add(m_opponent->step(m_state.random, share));
        }
        ++m_state.step;
        updateAverage(m_state.average, m_task.module(), m_options.averageDecay, m_state.step);
        countTime();
    }

    void learn(double learningRateShare) {
        for (auto& group : m_optimizer.param_groups()) {
            static_cast<torch::optim::AdamWOptions&>(group.options())
                .lr(m_options.learningRate * learningRateShare);
        }
        m_optimizer.zero_grad();
        const torch::Tensor loss = computeLoss();
        loss.backward();
        torch::nn::utils::clip_grad_norm_(m_task.module().parameters(), m_options.largestGradient);
        m_optimizer.step();
        m_loss.add(loss.item<double>());
    }

    Metrics measure() {
        setTraining(false);
        const torch::NoGradGuard noGradient;
        return m_task.validate();
    }

    void validate() {
        const nets::TensorMap trained = cloned(nets::namedTensors(m_task.module()));
        copyInto(m_task.module(), m_state.average);
        const Metrics metrics = measure();
        copyInto(m_task.module(), trained);
        setTraining(true);
        if (metrics.at("score") > m_state.bestScore || m_state.best.empty()) {
            m_state.bestScore = metrics.at("score");
            m_state.bestStep = m_state.step;
            m_state.best = cloned(m_state.average);
            m_best = metrics;
        }
        m_state.validations.push_back({m_state.step, m_state.seconds, metrics});
        log(metrics);
        tell(m_state.validations.back());
    }

    void tell(const Validation& validation) const {
        if (m_options.validated) {
            m_options.validated(validation.seconds, validation.metrics);
        }
    }

    void log(Metrics row) {
        row["step"] = static_cast<double>(m_state.step);
        row["seconds"] = secondsSince(m_started);
        row["loss"] = m_loss.take();
        if (m_opponent) {
            row["opponentLoss"] = m_opponentLoss.take();
        }
        m_log.add(row);
    }

    core::Result<RunOutcome> finish() {
        if (m_options.keepCheckpoint) {
            // somebody else's: a run that may still be going on
        } else if (const auto written = save(); !written) {
            return core::passOn(written);
        }
        setTraining(false);
        if (!m_state.best.empty()) {
            copyInto(m_task.module(), m_state.best);
        }
        if (m_best.empty()) {  // the best step lies before the last resumption
            m_best = measure();
        }
        return RunOutcome{m_state.step, m_state.bestStep, m_best, m_state.seconds,
                          m_state.validations};
    }

    TrainingTask& m_task;
    RunOptions m_options;
    LearningRateSchedule m_schedule;
    torch::optim::AdamW m_optimizer;
    std::optional<Opponent> m_opponent;
    CsvLog m_log;
    RunState m_state;
    Metrics m_best;
    RunningMean m_loss;
    RunningMean m_opponentLoss;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_lap = Clock::now();
};

}  // namespace

torch::Tensor TrainingTask::opponentLoss(Random&) {
    throw std::logic_error("a task with an opponent must say what the opponent minimises");
}

core::Result<RunOutcome> runTraining(TrainingTask& task, const RunOptions& options,
                                     std::stop_token stop, const core::ProgressCallback& progress) {
    try {
        Run run(task, options);
        if (const auto begun = run.begin(); !begun) {
            return core::passOn(begun);
        }
        return run.run(stop, progress);
    } catch (const std::exception& error) {
        return core::Failure(nets::torchError(error, options.folder.string()));
    }
}

}  // namespace lipwright::training
