#include "engine/training/trainingrun_p.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

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

nets::TensorMap weightsAfter(const QTemporaryDir& folder, const std::vector<int>& stops) {
    RunOptions run = options(folder);
    for (std::size_t part = 0; part <= stops.size(); ++part) {
        torch::manual_seed(part == 0 ? 3 : 999);  // a resumed process begins with another state
        SmallTask task;
        std::stop_source stop;
        const int last = part < stops.size() ? stops[part] : 1000;
        const auto outcome =
            runTraining(task, run, stop.get_token(), [&stop, last](const core::Progress& progress) {
                if (progress.done >= last) {
                    stop.request_stop();
                }
            });
        if (outcome) {
            nets::TensorMap result;
            for (const auto& [name, tensor] : nets::namedTensors(task.module())) {
                result[name] = tensor.detach().clone();
            }
            return result;
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
        QTest::addColumn<QList<int>>("stops");
        QTest::newRow("once") << QList<int>{30};
        QTest::newRow("at a validation") << QList<int>{20};
        QTest::newRow("twice") << QList<int>{7, 41};
    }
    void resumedRunIsIdentical() {
        QFETCH(QList<int>, stops);
        QTemporaryDir whole;
        QTemporaryDir parts;
        const auto expected = weightsAfter(whole, {});
        const auto resumed = weightsAfter(parts, {stops.begin(), stops.end()});
        QVERIFY(!expected.empty());
        QCOMPARE(resumed.size(), expected.size());
        for (const auto& [name, tensor] : expected) {
            QVERIFY2(torch::equal(tensor, resumed.at(name)), name.c_str());
        }
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
