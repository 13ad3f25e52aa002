#include "engine/training/anchoredtask_p.h"
#include "engine/training/finetuning_p.h"
#include "engine/training/trainingrun_p.h"
#include "engine/training/weightaverage_p.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <cmath>

using namespace lipwright;
using namespace lipwright::training;

namespace {

/// Learns a random linear map with batch norms before and behind the first layer.
class SmallTask final : public TrainingTask {
public:
    SmallTask() {
        torch::manual_seed(3);
        m_net = torch::nn::Sequential(torch::nn::BatchNorm1d(4), torch::nn::Linear(4, 16),
                                      torch::nn::BatchNorm1d(16), torch::nn::Linear(16, 1));
    }
    torch::nn::Module& module() override { return *m_net; }
    torch::Tensor loss(Random&) override {
        const torch::Tensor x = torch::rand({16, 4}) * 3;
        return (m_net->forward(x) - x.sum(1, true)).pow(2).mean();
    }
    Metrics validate() override {
        const torch::Tensor x = torch::linspace(-1, 1, 32).view({8, 4});
        return {{"score", -(m_net->forward(x) - x.sum(1, true)).pow(2).mean().item<double>()}};
    }

private:
    torch::nn::Sequential m_net{nullptr};
};

RunOptions options(std::int64_t steps) {
    RunOptions run;
    run.steps = steps;
    run.warmupSteps = 5;
    run.annealSteps = steps;
    run.learningRate = 1e-2;
    run.validateEvery = 20;
    return run;
}

}  // namespace

class TestFinetuning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anchorMeasuresWhatLearns() {
        torch::nn::Linear layer(2, 1);
        const torch::NoGradGuard noGradient;
        layer->weight.copy_(torch::tensor({{1.0F, 2.0F}}));
        const std::array<std::string, 1> learning = {"weight"};
        trainOnly(*layer, learning);
        QVERIFY(!layer->bias.requires_grad());
        const Anchor anchor(*layer);
        QCOMPARE(anchor.distance().item<float>(), 0.0F);
        layer->weight.copy_(torch::tensor({{1.5F, 1.0F}}));
        layer->bias.fill_(7.0F);
        const torch::AutoGradMode gradient(true);
        const torch::Tensor distance = anchor.distance();
        QCOMPARE(distance.item<float>(), 0.25F + 1.0F);
        distance.backward();
        QVERIFY(torch::equal(layer->weight.grad(), torch::tensor({{1.0F, -2.0F}})));
    }

    void frozenLayersStayBitForBit() {
        SmallTask inner;
        const nets::TensorMap before = cloned(nets::namedTensors(inner.module()));
        const std::array<std::string, 1> learning = {"3."};
        AnchoredTask task(inner, {learning, 0.001});
        RunOptions run = options(60);
        run.weightDecay = 0.1;
        QVERIFY(runTraining(task, run, {}, {}).has_value());
        for (const auto& [name, tensor] : nets::namedTensors(inner.module())) {
            QCOMPARE(torch::equal(tensor, before.at(name)), !name.starts_with("3."));
        }
    }

    void statisticsStay() {
        SmallTask inner;
        const nets::TensorMap before = cloned(nets::namedTensors(inner.module()));
        const std::array<std::string, 1> learning = {""};
        AnchoredTask task(inner, {learning, 0.001});
        QVERIFY(runTraining(task, options(20), {}, {}).has_value());
        const nets::TensorMap after = nets::namedTensors(inner.module());
        QVERIFY(!torch::equal(after.at("0.weight"), before.at("0.weight")));
        QVERIFY(torch::equal(after.at("0.running_mean"), before.at("0.running_mean")));
    }

    /// Half of the way: validated there, left there at the end, trained on from where it was.
    void aShareOfTheWayIsGone() {
        SmallTask inner;
        const std::array<std::string, 1> learning = {""};
        const nets::TensorMap before = cloned(nets::namedTensors(inner.module()));
        AnchoredTask task(inner, {learning, 0.0, 0.5});
        RunOptions run = options(40);
        const auto outcome = runTraining(task, run, {}, {});
        QVERIFY(outcome.has_value());
        const nets::TensorMap learnt = cloned(nets::namedTensors(inner.module()));
        task.settle();
        const nets::TensorMap settled = nets::namedTensors(inner.module());
        for (const auto& [name, tensor] : settled) {
            const torch::Tensor middle = 0.5 * (before.at(name) + learnt.at(name));
            QVERIFY2(torch::allclose(tensor.to(torch::kDouble), middle.to(torch::kDouble)),
                     name.c_str());
        }
        QCOMPARE(inner.validate().at("score"), outcome->best.at("score"));
    }

    void anchorHolds() {
        const auto moved = [](double pull) {
            SmallTask inner;
            const std::array<std::string, 1> learning = {""};
            AnchoredTask task(inner, {learning, pull});
            const Anchor beginning(inner.module());
            return runTraining(task, options(60), {}, {}) ? beginning.distance().item<double>()
                                                          : -1.0;
        };
        const double held = moved(10.0);
        QVERIFY(held >= 0.0);
        const double free = moved(0.0);
        QVERIFY2(held < 0.5 * free, (std::to_string(held) + " of " + std::to_string(free)).c_str());
    }

    void clockEndsARun() {
        SmallTask task;
        RunOptions run = options(1'000'000);
        run.validateEvery = 1'000'000;
        run.validateFirst = true;
        run.seconds = 0.5;
        std::int64_t last = 0;
        const auto outcome = runTraining(
            task, run, {}, [&last](const core::Progress& progress) { last = progress.done; });
        QVERIFY(outcome.has_value());
        QVERIFY(outcome->steps > 1 && outcome->steps < 1'000'000);
        QVERIFY(outcome->seconds >= 0.5);
        QCOMPARE(last, run.steps);  // done by the clock is done
        QCOMPARE(outcome->validations.size(), std::size_t{2});
        QCOMPARE(outcome->validations.front().step, std::int64_t{0});
        QCOMPARE(outcome->validations.back().step, outcome->steps);
    }

    void aListenerHearsOfEveryValidation() {
        QTemporaryDir folder;
        RunOptions run = options(4);
        run.folder = folder.path().toStdString();
        run.validateEvery = 2;
        run.validateFirst = true;
        std::vector<double> heard;
        std::vector<std::int64_t> steps;
        std::stop_source stop;
        run.validated = [&heard](double seconds, const Metrics& metrics) {
            QVERIFY(metrics.contains("score"));
            heard.push_back(seconds);
        };
        const auto progress = [&](const core::Progress& told) {
            steps.push_back(told.done);
            if (told.done == 3) {
                stop.request_stop();
            }
        };
        SmallTask first;
        QVERIFY(!runTraining(first, run, stop.get_token(), progress).has_value());
        QCOMPARE(heard.size(), std::size_t{2});
        const std::vector<double> before = std::exchange(heard, {});
        SmallTask second;
        QVERIFY(runTraining(second, run, {}, progress).has_value());
        QCOMPARE(steps, (std::vector<std::int64_t>{1, 2, 3, 4}));
        QCOMPARE(heard.size(), std::size_t{3});
        QCOMPARE(std::vector(heard.begin(), heard.begin() + 2), before);  // those of the first call
        QVERIFY(heard[2] > heard[1]);
    }

    void clockGoesOnAfterAStop() {
        QTemporaryDir folder;
        RunOptions run = options(1'000'000);
        run.folder = folder.path().toStdString();
        run.validateEvery = 1'000'000;
        run.validateFirst = true;
        run.seconds = 1.0;
        std::stop_source stop;
        SmallTask first;
        const auto stopped = runTraining(first, run, stop.get_token(),
                                         [&stop, &run](const core::Progress& progress) {
                                             if (progress.done > run.steps / 2) {
                                                 stop.request_stop();
                                             }
                                         });
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, core::ErrorCode::cancelled);
        SmallTask second;
        QElapsedTimer timer;
        timer.start();
        const auto outcome = runTraining(second, run, {}, {});
        QVERIFY(outcome.has_value());
        QVERIFY2(timer.elapsed() < 950, "time spent before the stop was forgotten");
        QVERIFY(outcome->seconds >= 1.0);
        QCOMPARE(outcome->validations.size(), std::size_t{2});
        QCOMPARE(outcome->validations.front().metrics.size(), std::size_t{1});
    }

    void rateFallsByWhatIsFurther() {
        const LearningRateSchedule schedule{100, 10, 100, Annealing::linear};
        QVERIFY(std::abs(schedule.share(50, 0.2) - 0.5) < 1e-9);
        QVERIFY(std::abs(schedule.share(20, 0.7) - 0.3) < 1e-9);
        QVERIFY(std::abs(schedule.share(4, 0.0) - 0.5 * 0.96) < 1e-9);  // warming
    }

    void beginningMayBeTheBest() {
        class Worsening final : public TrainingTask {
        public:
            torch::nn::Module& module() override { return *m_layer; }
            torch::Tensor loss(Random&) override { return m_layer->weight.sum(); }
            Metrics validate() override {
                return {{"score", m_layer->weight.sum().item<double>()}};
            }

        private:
            torch::nn::Linear m_layer{2, 2};
        };
        Worsening task;
        const nets::TensorMap before = cloned(nets::namedTensors(task.module()));
        RunOptions run = options(40);
        run.validateFirst = true;
        const auto outcome = runTraining(task, run, {}, {});
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->bestStep, std::int64_t{0});
        for (const auto& [name, tensor] : nets::namedTensors(task.module())) {
            QVERIFY(torch::equal(tensor, before.at(name)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFinetuning)
#include "tst_finetuning.moc"
