#include "engine/nets/device_p.h"
#include "engine/training/checkpoint_p.h"
#include "engine/training/csvlog.h"
#include "engine/training/trainingrun_p.h"

#include <ATen/autocast_mode.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

namespace lipwright::training {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

nets::TensorMap cloned(const nets::TensorMap& tensors) {
    nets::TensorMap result;
    for (const auto& [name, tensor] : tensors) {
        result[name] = tensor.detach().clone();
    }
    return result;
}

void copyInto(torch::nn::Module& module, const nets::TensorMap& values) {
    const torch::NoGradGuard noGradient;
    for (auto& [name, tensor] : nets::namedTensors(module)) {
        torch::Tensor target = tensor;
        target.copy_(values.at(name));
    }
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Lets LibTorch compute in bfloat16 where that is safe, while it lives.
class Autocast {
public:
    explicit Autocast(Precision precision) : m_on(precision == Precision::mixed) {
        if (m_on) {
            at::autocast::set_cpu_enabled(true);
            at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
            at::autocast::set_enabled(true);
            at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
        }
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;
    ~Autocast() {
        if (m_on) {
            at::autocast::clear_cache();
            at::autocast::set_cpu_enabled(false);
            at::autocast::set_enabled(false);
        }
    }

private:
    bool m_on;
};

class Run {
public:
    Run(TrainingTask& task, const RunOptions& options)
        : m_task(task),
          m_options(options),
          m_optimizer(
              task.module().parameters(),
              torch::optim::AdamWOptions(options.learningRate).weight_decay(options.weightDecay)),
          m_log(options.folder.empty() ? fs::path() : options.folder / "log.csv") {
        m_state.random = Random(options.seed);
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
            return readCheckpoint(checkpoint(), m_state, m_task.module(), m_optimizer);
        }
        m_state.average = cloned(nets::namedTensors(m_task.module()));
        return {};
    }

    core::Result<RunOutcome> run(std::stop_token stop, const core::ProgressCallback& progress) {
        auto saved = Clock::now();
        m_task.module().train();
        while (m_state.step < m_options.steps && !outOfPatience()) {
            if (stop.stop_requested()) {
                const auto written = save();
                return written ? core::Result<RunOutcome>(core::cancelled())
                               : core::passOn(written);
            }
            step();
            core::report(progress, {m_options.stage, m_state.step, m_options.steps});
            if (m_state.step % m_options.validateEvery == 0 || m_state.step == m_options.steps) {
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

    core::Result<void> save() {
        return m_options.folder.empty()
                   ? core::Result<void>()
                   : writeCheckpoint(checkpoint(), m_state, m_task.module(), m_optimizer);
    }

    [[nodiscard]] double learningRate() const {
        const auto step = static_cast<double>(m_state.step);
        const double warm = std::min(1.0, (step + 1) / static_cast<double>(std::max<std::int64_t>(
                                                           1, m_options.warmupSteps)));
        const double left = static_cast<double>(m_options.steps) - step;
        const double cool = std::min(
            1.0, left / static_cast<double>(std::max<std::int64_t>(1, m_options.annealSteps)));
        const double fall = 0.5 - 0.5 * std::cos(std::numbers::pi * cool);
        return m_options.learningRate * warm * std::max(0.02, fall);
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
        for (auto& group : m_optimizer.param_groups()) {
            static_cast<torch::optim::AdamWOptions&>(group.options()).lr(learningRate());
        }
        m_optimizer.zero_grad();
        const torch::Tensor loss = computeLoss();
        loss.backward();
        torch::nn::utils::clip_grad_norm_(m_task.module().parameters(), m_options.largestGradient);
        m_optimizer.step();
        m_lossSum += loss.item<double>();
        ++m_lossCount;
        ++m_state.step;
        updateAverage();
    }

    void updateAverage() {
        const torch::NoGradGuard noGradient;
        const auto n = static_cast<double>(m_state.step);
        const double keep = std::min(m_options.averageDecay, (1.0 + n) / (10.0 + n));
        for (const auto& [name, tensor] : nets::namedTensors(m_task.module())) {
            torch::Tensor& average = m_state.average.at(name);
            if (tensor.is_floating_point()) {
                average.mul_(keep).add_(tensor.detach(), 1.0 - keep);
            } else {
                average.copy_(tensor);
            }
        }
    }

    void validate() {
        const nets::TensorMap trained = cloned(nets::namedTensors(m_task.module()));
        copyInto(m_task.module(), m_state.average);
        m_task.module().eval();
        Metrics metrics;
        {
            const torch::NoGradGuard noGradient;
            metrics = m_task.validate();
        }
        if (metrics.at("score") > m_state.bestScore || m_state.best.empty()) {
            m_state.bestScore = metrics.at("score");
            m_state.bestStep = m_state.step;
            m_state.best = cloned(m_state.average);
            m_best = metrics;
        }
        metrics["step"] = static_cast<double>(m_state.step);
        metrics["seconds"] = secondsSince(m_started);
        metrics["loss"] = m_lossSum / std::max(1.0, m_lossCount);
        m_lossSum = m_lossCount = 0.0;
        m_log.add(metrics);
        copyInto(m_task.module(), trained);
        m_task.module().train();
    }

    core::Result<RunOutcome> finish() {
        if (m_options.keepCheckpoint) {
            // somebody else's: a run that may still be going on
        } else if (const auto written = save(); !written) {
            return core::passOn(written);
        }
        m_task.module().eval();
        if (!m_state.best.empty()) {
            copyInto(m_task.module(), m_state.best);
        }
        if (m_best.empty()) {  // the best step lies before the last resumption
            const torch::NoGradGuard noGradient;
            m_best = m_task.validate();
        }
        return RunOutcome{m_state.step, m_state.bestStep, m_best};
    }

    TrainingTask& m_task;
    RunOptions m_options;
    torch::optim::AdamW m_optimizer;
    CsvLog m_log;
    RunState m_state;
    Metrics m_best;
    double m_lossSum = 0.0;
    double m_lossCount = 0.0;
    Clock::time_point m_started = Clock::now();
};

}  // namespace

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
