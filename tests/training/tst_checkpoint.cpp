#include "engine/training/checkpoint_p.h"
#include "engine/training/diffaugment_p.h"
#include "engine/training/discriminator_p.h"
#include "engine/training/generatorlosses_p.h"
#include "engine/training/trainingrun_p.h"
#include "engine/training/weightaverage_p.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <memory>

using namespace lipwright;
using namespace lipwright::training;

namespace {

/// Learns a random linear map, with dropout so that LibTorch's own random state matters too.
class SmallTask final : public TrainingTask {
public:
    SmallTask()
        : m_net(torch::nn::Sequential(torch::nn::Linear(4, 16), torch::nn::BatchNorm1d(16),
                                      torch::nn::Dropout(0.3), torch::nn::Linear(16, 1))) {}

    torch::nn::Module& module() override { return *m_net; }
    torch::Tensor loss(Random& random) override {
        torch::Tensor x = torch::empty({16, 4});
        for (std::int64_t i = 0; i < x.numel(); ++i) {
            x.view({-1})[i] = random.uniform(-1.0, 1.0);
        }
        return (m_net->forward(x) - target(x)).pow(2).mean();
    }
    Metrics validate() override {
        const torch::Tensor x = torch::linspace(-1, 1, 32).view({8, 4});
        const double error = (m_net->forward(x) - target(x)).pow(2).mean().item<double>();
        return {{"score", -error}, {"error", error}};
    }

private:
    static torch::Tensor target(const torch::Tensor& x) {
        return (x * torch::tensor({1.0F, -2.0F, 0.5F, 3.0F})).sum(1, true);
    }
    torch::nn::Sequential m_net;
};

/// Paints lower halves from four numbers against a discriminator that knows plain grey ones.
class AdversarialTask final : public TrainingTask {
public:
    torch::nn::Module& module() override { return *m_painter; }
    torch::nn::Module* opponent() override { return m_judge.get(); }
    torch::Tensor loss(Random& random) override {
        for (const torch::Tensor& parameter : m_judge->parameters()) {
            judgeWasLearning = judgeWasLearning || parameter.requires_grad();
        }
        const torch::Tensor painted = paint(torch::rand({2, 4}));
        m_painted = painted.detach();
        return generatorGameLoss(kGame, judged(painted, random));
    }
    torch::Tensor opponentLoss(Random& random) override {
        const torch::Tensor real = diffAugment(torch::full({2, 3, 16, 32}, 0.5), random);
        const Critic critic = [this](const torch::Tensor& x) { return m_judge->forward(x); };
        return discriminatorGameLoss(kGame, critic(real), judged(m_painted, random)) +
               r1Penalty(critic, real);
    }
    void opponentStepped() override { ++opponentSteps; }
    Metrics validate() override {
        const torch::Tensor distance = (paint(torch::full({1, 4}, 0.5)) - 0.5).abs().mean();
        return {{"score", -distance.item<double>()}};
    }

    int opponentSteps = 0;
    bool judgeWasLearning = false;

private:
    static constexpr AdversarialGame kGame = AdversarialGame::nonSaturating;

    torch::Tensor paint(const torch::Tensor& numbers) {
        return torch::sigmoid(m_painter->forward(numbers)).view({-1, 3, 16, 32});
    }
    torch::Tensor judged(const torch::Tensor& stacks, Random& random) {
        return m_judge->forward(diffAugment(stacks, random));
    }

    torch::nn::Linear m_painter{4, 3 * 16 * 32};
    Discriminator m_judge{DiscriminatorConfig{32, 1, 2, true}};
    torch::Tensor m_painted;
};

template <class Task>
std::unique_ptr<TrainingTask> made() {
    return std::make_unique<Task>();
}

nets::TensorMap weightsOf(TrainingTask& task) {
    nets::TensorMap weights = cloned(nets::namedTensors(task.module()));
    if (task.opponent() != nullptr) {
        for (const auto& [name, tensor] : cloned(nets::namedTensors(*task.opponent()))) {
            weights["opponent." + name] = tensor;
        }
    }
    return weights;
}

RunOptions options(const QTemporaryDir& folder) {
    RunOptions run;
    run.folder = folder.path().toStdString();
    run.steps = 60;
    run.warmupSteps = 5;
    run.annealSteps = 20;
    run.learningRate = 1e-2;
    run.validateEvery = 20;
    run.seed = 3;
    return run;
}

using MakeTask = std::unique_ptr<TrainingTask> (*)();

nets::TensorMap weightsAfter(MakeTask make, const RunOptions& run, const std::vector<int>& stops) {
    for (std::size_t part = 0; part <= stops.size(); ++part) {
        torch::manual_seed(part == 0 ? 3 : 999);  // a resumed process begins with another state
        const auto task = make();
        std::stop_source stop;
        const int last = part < stops.size() ? stops[part] : 1000;
        const auto outcome = runTraining(*task, run, stop.get_token(),
                                         [&stop, last](const core::Progress& progress) {
                                             if (progress.done >= last) {
                                                 stop.request_stop();
                                             }
                                         });
        if (outcome) {
            return weightsOf(*task);
        }
        if (outcome.error().code != core::ErrorCode::cancelled) {
            break;
        }
    }
    return {};
}

}  // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resumedRunIsIdentical_data() {
        QTest::addColumn<bool>("opposed");
        QTest::addColumn<QList<int>>("stops");
        QTest::newRow("once") << false << QList<int>{30};
        QTest::newRow("at a validation") << false << QList<int>{20};
        QTest::newRow("twice") << false << QList<int>{7, 41};
        QTest::newRow("with an opponent") << true << QList<int>{7, 41};
    }
    void resumedRunIsIdentical() {
        QFETCH(bool, opposed);
        QFETCH(QList<int>, stops);
        QTemporaryDir whole;
        QTemporaryDir parts;
        const MakeTask make = opposed ? made<AdversarialTask> : made<SmallTask>;
        const auto expected = weightsAfter(make, options(whole), {});
        const auto resumed = weightsAfter(make, options(parts), {stops.begin(), stops.end()});
        QVERIFY(!expected.empty());
        QCOMPARE(resumed.size(), expected.size());
        for (const auto& [name, tensor] : expected) {
            QVERIFY2(torch::equal(tensor, resumed.at(name)), name.c_str());
        }
    }

    void opponentLearnsInTurns() {
        QTemporaryDir folder;
        torch::manual_seed(3);
        AdversarialTask task;
        const nets::TensorMap before = weightsOf(task);
        const RunOptions run = options(folder);
        QVERIFY(runTraining(task, run, {}, {}).has_value());
        QCOMPARE(task.opponentSteps, static_cast<int>(run.steps));
        QVERIFY2(!task.judgeWasLearning, "the painter's loss leaves gradients in its judge");
        for (const auto& [name, tensor] : weightsOf(task)) {
            // The last layer's left vector has one value, which is always 1 or −1.
            QVERIFY2(!torch::equal(tensor, before.at(name)) || tensor.numel() == 1, name.c_str());
        }
        for (const torch::Tensor& parameter : task.opponent()->parameters()) {
            QVERIFY(parameter.requires_grad());
        }
        std::ifstream log(run.folder / "log.csv");
        std::string header;
        std::getline(log, header);
        QVERIFY(header.find("opponentLoss") != std::string::npos);
    }

    void opponentJoinsACheckpointThatKnowsNone() {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "old.pt";
        AdversarialTask old;
        torch::optim::AdamW oldOptimizer(old.module().parameters());
        RunState state;
        state.step = 11;
        QVERIFY(writeCheckpoint(path, state, {&old.module(), &oldOptimizer}).has_value());

        AdversarialTask task;
        const nets::TensorMap before = weightsOf(task);
        torch::optim::AdamW optimizer(task.module().parameters());
        torch::optim::Adam opponentOptimizer(task.opponent()->parameters());
        RunState read;
        QVERIFY(readCheckpoint(path, read, {&task.module(), &optimizer},
                               {task.opponent(), &opponentOptimizer})
                    .has_value());
        QCOMPARE(read.step, std::int64_t{11});
        const nets::TensorMap after = weightsOf(task);
        QVERIFY(torch::equal(after.at("weight"), weightsOf(old).at("weight")));
        const std::string judge = "opponent.layer0.convolution.weight";
        QVERIFY(torch::equal(after.at(judge), before.at(judge)));
    }

    void annealing_data() {
        QTest::addColumn<bool>("linear");
        QTest::addColumn<int>("step");
        QTest::addColumn<double>("share");
        QTest::newRow("first") << true << 0 << 0.1;
        QTest::newRow("warm") << true << 9 << 1.0;
        QTest::newRow("before the end") << true << 80 << 1.0;
        QTest::newRow("half-way, linear") << true << 90 << 0.5;
        QTest::newRow("half-way, cosine") << false << 90 << 0.5;
        QTest::newRow("a quarter, linear") << true << 85 << 0.75;
        QTest::newRow("a quarter, cosine") << false << 85 << 0.853553;  // 0.5 − 0.5 cos(3π/4)
        QTest::newRow("last, linear") << true << 99 << 0.05;
        QTest::newRow("last, cosine")
            << false << 99 << 0.02;  // 0.0062, but no less than a fiftieth
    }
    void annealing() {
        QFETCH(bool, linear);
        QFETCH(int, step);
        QFETCH(double, share);
        const LearningRateSchedule schedule{100, 10, 20,
                                            linear ? Annealing::linear : Annealing::halfCosine};
        QVERIFY(std::abs(schedule.share(step) - share) < 1e-6);
    }

    void runAnnealsAsAsked() {
        RunOptions run;
        run.steps = 20;
        run.annealSteps = 20;
        const auto cosine = weightsAfter(made<SmallTask>, run, {});
        run.annealing = Annealing::linear;
        const auto linear = weightsAfter(made<SmallTask>, run, {});
        QVERIFY(!torch::equal(cosine.at("0.weight"), linear.at("0.weight")));
    }

    void learnsAndLogs() {
        QTemporaryDir folder;
        torch::manual_seed(3);
        SmallTask task;
        RunOptions run = options(folder);
        run.steps = 400;
        run.averageDecay = 0.9;
        const auto outcome = runTraining(task, run, {}, {});
        QVERIFY(outcome.has_value());
        QVERIFY(outcome->best.at("error") < 0.5);
        std::ifstream log(run.folder / "log.csv");
        std::string line;
        std::getline(log, line);
        QVERIFY(line.find("loss") != std::string::npos);
        int rows = 0;
        while (std::getline(log, line)) {
            ++rows;
        }
        QCOMPARE(rows, 20);
    }

    void patienceEndsARunThatLearnsNoMore() {
        QTemporaryDir folder;
        SmallTask task;
        RunOptions run = options(folder);
        run.steps = 2000;
        run.learningRate = 0.0;  // the score of the first validation is never beaten
        run.patience = 3;
        const auto outcome = runTraining(task, run, {}, {});
        QVERIFY(outcome.has_value());
        QVERIFY(outcome->steps < 2000);
        QCOMPARE(outcome->steps - outcome->bestStep, std::int64_t{60});
    }

    void refusesADamagedCheckpoint() {
        QTemporaryDir folder;
        std::ofstream(std::filesystem::path(folder.path().toStdString()) / "checkpoint.pt")
            << "no checkpoint";
        SmallTask task;
        const auto outcome = runTraining(task, options(folder), {}, {});
        QVERIFY(!outcome.has_value());
        QVERIFY(outcome.error().place.find("checkpoint.pt") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
