#include "engine/training/facehull_p.h"
#include "engine/training/generatorclips_p.h"
#include "engine/training/generatortrainer.h"
#include "engine/training/pictureaugmentation_p.h"
#include "tests/training/syntheticdataset.h"
#include "tests/training/untaughtexpert.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace lipwright;
using namespace lipwright::training;

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

class TestGeneratorTrainer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_root = fs::path(m_folder.path().toStdString());
        tests::SyntheticOptions synthetic{6, 1, 60, 0, 1, 48};
        QVERIFY(tests::writeSyntheticDataset(m_root / "data", synthetic).has_value());
        QVERIFY(tests::writeUntaughtExpert(m_root / "expert").has_value());
    }

    void learnsWhereTheMouthIs() {
        GeneratorTrainingOptions options = small("mask");
        options.steps = 60;
        options.validateEvery = 60;
        const auto report = trainGenerator(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QVERIFY(report->metrics.at("maskOverlap") > 0.75);
    }

    /// Without a mask all of the lower half counts, from the first step on.
    void learnsToPaint() {
        GeneratorTrainingOptions options = small("learns");
        options.variant = GeneratorVariant::driveSkips;
        options.steps = 60;
        options.validateEvery = 60;
        const auto report = trainGenerator(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        options.folder = m_root / "untrained";
        options.steps = 1;
        options.validateEvery = 1;
        const auto untrained = trainGenerator(options);
        QVERIFY(untrained.has_value());
        const double before = untrained->metrics.at("l1");
        QVERIFY2(report->metrics.at("l1") < 0.85 * before,
                 QByteArray::number(report->metrics.at("l1") / before));
        const auto again =
            evaluateGenerator(options.dataset, report->weights, options.expert, "train");
        QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
        QVERIFY(again->at("l1") < 0.85 * before);
    }

    void aStoppedRunGoesOnAlike_data() {
        QTest::addColumn<int>("stage");
        QTest::newRow("stage 1") << 1;
        QTest::newRow("stage 2") << 2;
    }
    void aStoppedRunGoesOnAlike() {
        QFETCH(int, stage);
        GeneratorTrainingOptions options = small(stage == 1 ? "whole1" : "whole2");
        options.stage = stage;
        options.steps = 6;
        options.validateEvery = 6;
        const auto whole = trainGenerator(options);
        QVERIFY2(whole.has_value(), whole ? "" : whole.error().text().c_str());
        options.folder = m_root / (stage == 1 ? "parts1" : "parts2");
        std::stop_source stop;
        const auto stopped =
            trainGenerator(options, stop.get_token(), [&stop](const core::Progress& progress) {
                if (progress.done == 3) {
                    stop.request_stop();
                }
            });
        QVERIFY(!stopped.has_value());
        const auto resumed = trainGenerator(options);
        QVERIFY(resumed.has_value());
        QVERIFY(contents(resumed->weights) == contents(whole->weights));
    }

    void everyRowOfTheAblationRuns_data() {
        QTest::addColumn<int>("variant");
        QTest::addColumn<int>("game");
        for (int variant = 0; variant <= static_cast<int>(GeneratorVariant::full); ++variant) {
            QTest::addRow("variant %d", variant) << variant << -1;
        }
        for (int game = 0; game <= static_cast<int>(GeneratorGame::wassersteinPenalty); ++game) {
            QTest::addRow("game %d", game) << static_cast<int>(GeneratorVariant::full) << game;
        }
    }
    void everyRowOfTheAblationRuns() {
        QFETCH(int, variant);
        QFETCH(int, game);
        GeneratorTrainingOptions options = small(QTest::currentDataTag());
        options.variant = static_cast<GeneratorVariant>(variant);
        options.stage = game < 0 ? 1 : 2;
        options.game = static_cast<GeneratorGame>(std::max(0, game));
        options.steps = 2;
        options.validateEvery = 2;
        const auto report = trainGenerator(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QVERIFY(std::isfinite(report->metrics.at("score")));
    }

    void theExpertCountsOncePicturesAreAdequate() {
        GeneratorTrainingOptions options = small("adequate");
        options.steps = 2;
        options.validateEvery = 1;
        options.adequateL1 = 0.0;
        const auto never = trainGenerator(options);
        options.folder = m_root / "adequate2";
        options.adequateL1 = 10.0;
        const auto soon = trainGenerator(options);
        QVERIFY(never.has_value() && soon.has_value());
        QVERIFY(contents(never->weights) != contents(soon->weights));
    }

    void saysWhatIsMissing() {
        GeneratorTrainingOptions options = small("bad");
        QVERIFY(tests::writeSyntheticDataset(m_root / "faceless", {6, 1, 40, 0, 2, 0}).has_value());
        options.dataset = m_root / "faceless";
        const auto faceless = trainGenerator(options);
        QVERIFY(!faceless.has_value());
        QVERIFY(faceless.error().remedy.find("--faces") != std::string::npos);
        options = small("bad");
        options.expert = m_root / "judge";
        QVERIFY(
            tests::writeUntaughtExpert(options.expert, nets::ExpertSight::landmarks).has_value());
        const auto blind = trainGenerator(options);
        QVERIFY(!blind.has_value());
        QVERIFY(blind.error().place.find("judge") != std::string::npos);
    }

    /// A square chin from (20, 30) to (40, 50) and the tip of the nose above it, widened by 2.
    void theHullIsWidened() {
        std::vector<float> landmarks(136, 30.0F);
        for (std::size_t i = 2; i < 15; ++i) {
            landmarks[2 * i] = i < 8 ? 20.0F : 40.0F;
            landmarks[2 * i + 1] = i % 2 == 0 ? 30.0F : 50.0F;
        }
        const auto mask = faceHullMask(landmarks, 64, 2.0);
        const auto at = [&mask](int x, int y) {
            return mask[static_cast<std::size_t>((y - 32) * 64 + x)];
        };
        QCOMPARE(mask.size(), std::size_t(32 * 64));
        QCOMPARE(at(30, 40), 1.0F);
        QCOMPARE(at(18, 40), 1.0F);
        QCOMPARE(at(17, 40), 0.0F);
        QCOMPARE(at(30, 52), 1.0F);
        QCOMPARE(at(30, 53), 0.0F);
    }

    /// Where the view puts a bright dot, there it puts the dot's landmark.
    void landmarksMoveWithThePicture() {
        ClipData data = tests::syntheticClip(1, 0, 1, 0.0, 48);
        std::fill(data.faces.begin(), data.faces.end(), std::uint8_t{40});
        for (const int dy : {0, 1}) {
            for (const int dx : {0, 1}) {
                data.faces[static_cast<std::size_t>(((30 + dy) * 48 + 20 + dx) * 3)] = 250;
            }
        }
        data.faceLandmarks[0] = 20.5F;
        data.faceLandmarks[1] = 30.5F;
        QVERIFY(writeClip(m_root / "dot.clip", data).has_value());
        auto mapped = MappedClip::open(m_root / "dot.clip");
        QVERIFY(mapped.has_value());
        const StoredClip clip{{}, *mapped, {}};
        Random random(5);
        for (int i = 0; i < 8; ++i) {
            const CropView view = CropView::random(random);
            const torch::Tensor red = view.pictures(clip, {0}, 96)[0][0];
            const auto brightest = red.argmax().item<std::int64_t>();
            const auto landmark = view.landmarks(clip, 0, 96);
            QVERIFY(std::abs(static_cast<double>(brightest % 96) - landmark[0]) < 2.0);
            QVERIFY(std::abs(static_cast<double>(brightest / 96) - landmark[1]) < 2.0);
        }
    }

private:
    GeneratorTrainingOptions small(const std::string& name) {
        GeneratorTrainingOptions options;
        options.dataset = m_root / "data";
        options.folder = m_root / name;
        options.expert = m_root / "expert";
        options.size = 32;
        options.width = 4;
        options.embedding = 16;
        options.references = 3;
        options.clipsPerStep = 2;
        options.annealSteps = 2;
        options.learningRate = 3e-3;
        options.threads = 1;
        return options;
    }

    QTemporaryDir m_folder;
    fs::path m_root;
};

QTEST_GUILESS_MAIN(TestGeneratorTrainer)
#include "tst_generatortrainer.moc"
