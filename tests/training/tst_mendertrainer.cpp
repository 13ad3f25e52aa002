#include "engine/core/atomicfile.h"
#include "engine/nets/mouthmender.h"
#include "engine/training/menderlosses_p.h"
#include "engine/training/mendertrainer.h"
#include "tests/training/drawnpairs.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::training;

class TestMenderTrainer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_root = m_folder.path().toStdString();
        QVERIFY(tests::writeDrawnPairs(m_root / "pairs"));
    }

    void learnsTheMouthThatTheWarpLacks() {
        MenderTrainingOptions options = small("learns");
        options.steps = 160;
        options.annealSteps = 60;
        options.validateEvery = 80;
        const auto report = trainMender(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        const auto& metrics = report->metrics;
        QVERIFY2(metrics.at("l1") < 0.5 * metrics.at("l1Warped"),
                 std::to_string(metrics.at("gain")).c_str());
        QVERIFY(metrics.at("psnr") > metrics.at("psnrWarped") + 3.0);
        QVERIFY(nets::MouthMender::load(report->weights).has_value());
        const auto again = evaluateMender(options.dataset, report->weights, "train", {}, 1);
        QVERIFY(again.has_value());
        QVERIFY(again->at("gain") > 0.5);
        QVERIFY(!evaluateMender(options.dataset, report->weights, "test", {}, 1).has_value());
    }

    void aStoppedRunGoesOnAlike() {
        MenderTrainingOptions options = small("whole");
        const auto whole = trainMender(options);
        QVERIFY(whole.has_value());
        options.folder = m_root / "parts";
        std::stop_source stop;
        const auto stopped =
            trainMender(options, stop.get_token(), [&stop](const core::Progress& progress) {
                if (progress.done == 3) {
                    stop.request_stop();
                }
            });
        QVERIFY(!stopped.has_value());
        const auto resumed = trainMender(options);
        QVERIFY(resumed.has_value());
        QVERIFY(*core::readSmallFile(resumed->weights) == *core::readSmallFile(whole->weights));
    }

    // Two runs, one aimed at its own frame and one at another: by hand.
    void lossesCountWhatTheyShould() {
        const torch::Tensor goal = torch::zeros({4, 3, 16, 16});
        torch::Tensor made = goal.clone();
        made.slice(0, 0, 1) += 0.5;  // the first own frame is too bright by half
        made.slice(0, 2, 4) += 0.25;
        const torch::Tensor own = torch::tensor({1.0, 1.0, 0.0, 0.0}).view({4, 1, 1, 1});
        const MendedPictures pictures{made, goal, torch::ones({4, 1, 16, 16}), own};
        QCOMPARE(ownL1(pictures).item<float>(), 0.25F);
        QCOMPARE(shiftedL1(pictures).item<float>(), 0.25F);
        QCOMPARE(motionL1(pictures).item<float>(), 0.5F);
        QCOMPARE(edgeL1(pictures).item<float>(), 0.0F);
        QCOMPARE(textureL1(pictures).item<float>(), 0.0F);
    }

    // Stripes of period two, one pixel aside: texture is as strong, edges are all wrong.
    void textureIsComparedWhereverItLies() {
        const torch::Tensor stripes =
            (torch::arange(16) % 2).to(torch::kFloat).expand({2, 3, 16, 16});
        const torch::Tensor mask = torch::ones({2, 1, 16, 16});
        const torch::Tensor own = torch::ones({2, 1, 1, 1});
        const MendedPictures aside{1.0 - stripes, stripes, mask, own};
        QCOMPARE(textureL1(aside).item<float>(), 0.0F);
        QCOMPARE(edgeL1(aside).item<float>(), 2.0F);
        const MendedPictures blurred{torch::full_like(stripes, 0.5), stripes, mask, own};
        QCOMPARE(textureL1(blurred).item<float>(), 1.0F);
    }

    void saysWhatIsMissing() {
        MenderTrainingOptions options = small("bad");
        options.dataset = m_root / "nowhere";
        QVERIFY(!trainMender(options).has_value());
        DatasetIndex index = *readIndex(m_root / "pairs");
        index.clips.resize(1);
        std::filesystem::create_directories(m_root / "lonely");
        QVERIFY(writeIndex(m_root / "lonely", index).has_value());
        options.dataset = m_root / "lonely";
        QVERIFY(!trainMender(options).has_value());
    }

private:
    [[nodiscard]] MenderTrainingOptions small(const char* name) const {
        MenderTrainingOptions options;
        options.dataset = m_root / "pairs";
        options.folder = m_root / name;
        options.steps = 6;
        options.annealSteps = 3;
        options.width = 4;
        options.runsPerStep = 4;
        options.learningRate = 1e-2;
        options.validateEvery = 6;
        options.threads = 1;
        return options;
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_root;
};

QTEST_GUILESS_MAIN(TestMenderTrainer)
#include "tst_mendertrainer.moc"
