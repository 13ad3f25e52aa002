#include "engine/nets/shapenetwork.h"
#include "engine/training/adaptation.h"
#include "engine/training/shapetask_p.h"
#include "engine/training/shapetrainer.h"
#include "tests/training/syntheticdataset.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <functional>
#include <random>

using namespace lipwright;
using namespace lipwright::training;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

/// Changes the measures (row of six) of a frame.
using Habit = std::function<void(float*)>;

/// One who opens his mouth where others widen it.
void turnedHabit(float* measures) {
    const float opening = (measures[0] - 0.1F) / 0.1F;
    const float width = (measures[1] - 0.6F) / 0.05F;
    measures[0] = 0.1F + 0.1F * width;
    measures[1] = 0.6F + 0.05F * opening;
    measures[2] = 0.3F + 0.1F * width;
    measures[3] = 0.8F + 0.05F * width;
}

core::Result<void> writeActor(const std::filesystem::path& folder, const Habit& habit,
                              int validationClips) {
    std::filesystem::create_directories(folder / "clips");
    DatasetIndex index;
    for (int i = 0; i < 4 + validationClips; ++i) {
        ClipData clip = tests::syntheticClip(100, 0, static_cast<unsigned>(7000 + i));
        for (std::size_t k = 0; k < clip.measures.size(); k += kClipMeasures) {
            habit(clip.measures.data() + k);
        }
        ClipRecord record;
        record.id = "actor_" + std::to_string(i);
        record.split = i < 4 ? "train" : "validation";
        record.speaker = "actor";
        record.frames = record.usableFrames = 100;
        record.seconds = 4.0;
        if (const auto written = writeClip(folder / record.file(), clip); !written) {
            return written;
        }
        index.clips.push_back(record);
    }
    return writeIndex(folder, index);
}

}  // namespace

class TestShapeAdaptation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(
            tests::writeSyntheticDataset(pathOf(m_folder, "all"), {8, 2, 100, 0, 1}).has_value());
        ShapeTrainingOptions options;
        options.dataset = pathOf(m_folder, "all");
        options.folder = pathOf(m_folder, "universal");
        options.steps = 60;
        options.width = 16;
        options.blocks = 2;
        options.phonetic = 0;
        options.learningRate = 5e-3;
        options.validateEvery = 60;
        options.threads = 1;
        const auto report = trainShapeNetwork(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        m_universal = report->weights;
    }

    void learnsTheActorsHabit() {
        QVERIFY(writeActor(pathOf(m_folder, "turned"), turnedHabit, 1).has_value());
        const auto adapted = adaptShapeNetwork(options("turned"));
        QVERIFY2(adapted.has_value(), adapted ? "" : adapted.error().text().c_str());
        QVERIFY(adapted->better);
        QVERIFY(adapted->before.at("opening") < 0.5);
        QVERIFY2(adapted->after.at("opening") > adapted->before.at("opening") + 0.1,
                 std::to_string(adapted->after.at("opening")).c_str());
        QVERIFY(nets::ShapeNetwork::load(adapted->weights).has_value());
        QCOMPARE(adapted->curve.front().seconds < 1.0, true);
        QCOMPARE(adapted->curve.front().metrics, adapted->before);
        QVERIFY(adapted->curve.size() > 2);

        const auto again = adaptShapeNetwork(options("turned"));  // done already: nothing changes
        QVERIFY(again.has_value());
        QCOMPARE(again->before, adapted->before);
        QVERIFY(std::abs(again->after.at("score") - adapted->after.at("score")) < 1e-6);
        QCOMPARE(again->curve.size(), adapted->curve.size());
    }

    void noiseIsNotBetter() {
        std::mt19937 random(1);
        std::normal_distribution<float> noise(0.0F, 0.1F);
        const Habit restless = [&](float* measures) {
            for (int m = 0; m < kClipMeasures; ++m) {
                measures[m] = 0.5F + noise(random);
            }
        };
        QVERIFY(writeActor(pathOf(m_folder, "noise"), restless, 8).has_value());
        const auto adapted = adaptShapeNetwork(options("noise"));
        QVERIFY2(adapted.has_value(), adapted ? "" : adapted.error().text().c_str());
        QVERIFY2(!adapted->better, std::to_string(adapted->after.at("score")).c_str());
    }

    void wantsClipsToValidateWith() {
        QVERIFY(writeActor(pathOf(m_folder, "short"), turnedHabit, 0).has_value());
        const auto adapted = adaptShapeNetwork(options("short"));
        QVERIFY(!adapted.has_value());
        QCOMPARE(adapted.error().code, core::ErrorCode::invalidArgument);
    }

    void stylesAreDrawnFromTheNatural() {
        const torch::Tensor wanted = torch::zeros({9, kClipMeasures});
        wanted[4].fill_(1.0F);  // one quick move
        QVERIFY(torch::equal(movedInStyle(wanted, 0.0, 0.0), wanted));
        QVERIFY(torch::allclose(movedInStyle(wanted, 1.0, 0.0), 1.3 * wanted));
        QVERIFY(torch::allclose(movedInStyle(wanted, -1.0, 0.0), 0.7 * wanted));
        const torch::Tensor calm = movedInStyle(wanted, 0.0, -1.0).select(1, 0);
        const torch::Tensor mean =
            torch::tensor({0.0F, 0.0F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.0F, 0.0F});
        QVERIFY(torch::allclose(calm, mean));
        QVERIFY(std::abs(movedInStyle(wanted, 0.0, 1.0)[4][0].item<float>() - 1.8F) < 1e-6F);
    }

    void styleSpeaksAsItIsNamed() {
        const auto network = nets::ShapeNetwork::load(m_universal);
        QVERIFY(network.has_value());
        const ClipData clip = tests::syntheticClip(100, 0, 99);
        const auto moved = [&](nets::SpeakingStyle style) {
            const auto shapes = network->predict({clip.mel, {}, 0.0}, clip.seconds, style).value();
            const torch::Tensor opening =
                torch::tensor(shapes).view({-1, kClipMeasures}).select(1, 0);
            return std::pair(
                opening.std(0).item<double>(),
                (opening.slice(0, 1) - opening.slice(0, 0, -1)).abs().mean().item<double>());
        };
        const auto [spread, velocity] = moved({});
        QVERIFY(moved({1.0, 0.0}).first > 1.05 * spread);
        QVERIFY(moved({-1.0, 0.0}).first < 0.95 * spread);
        QVERIFY(moved({0.0, 1.0}).second > velocity);
        QVERIFY(moved({0.0, -1.0}).second < velocity);
    }

private:
    AdaptationOptions options(const char* actor) {
        AdaptationOptions options;
        options.dataset = pathOf(m_folder, actor);
        options.universal = m_universal;
        options.folder = pathOf(m_folder, (std::string(actor) + "_run").c_str());
        options.seconds = 3.0;
        options.threads = 1;
        return options;
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_universal;
};

QTEST_GUILESS_MAIN(TestShapeAdaptation)
#include "tst_shapeadaptation.moc"
