#include "engine/nets/lipsyncexpert.h"
#include "engine/nets/shapenetwork.h"
#include "engine/training/experttrainer.h"
#include "engine/training/expertvalidation_p.h"
#include "engine/training/modelexport.h"
#include "engine/training/offsetestimation.h"
#include "engine/training/shapetrainer.h"
#include "tests/training/syntheticdataset.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::training;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

}  // namespace

class TestTrainers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapeNetworkLearnsFromSound() {
        QTemporaryDir folder;
        QVERIFY(
            tests::writeSyntheticDataset(pathOf(folder, "data"), {8, 2, 100, 0, 1}).has_value());
        ShapeTrainingOptions options;
        options.dataset = pathOf(folder, "data");
        options.folder = pathOf(folder, "run");
        options.steps = 80;
        options.width = 16;
        options.blocks = 2;
        options.phonetic = 0;
        options.learningRate = 5e-3;
        options.validateEvery = 40;
        const auto report = trainShapeNetwork(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QVERIFY(report->metrics.at("naturalOpening") > 0.8);
        QVERIFY(std::abs(report->metrics.at("naturalSwappedOpening")) < 0.5);
        QCOMPARE(report->metrics.at("naturalOffsetWithinOne"), 1.0);
        QVERIFY(nets::ShapeNetwork::load(report->weights).has_value());
        const auto again = evaluateShapeNetwork(options.dataset, report->weights, "train");
        QVERIFY(again.has_value());
        QVERIFY(again->at("naturalOpening") > 0.8);
        QVERIFY(std::abs(again->at("naturalSpreadOpening") - 1.0) < 0.3);
        QVERIFY(!evaluateShapeNetwork(options.dataset, report->weights, "test").has_value());
        publishes(report->weights, folder);
    }

    void offsetsAreFound() {
        QTemporaryDir folder;
        const tests::SyntheticOptions synthetic{8, 2, 100, 0, 1};
        QVERIFY(tests::writeSyntheticDataset(pathOf(folder, "data"), synthetic).has_value());
        OffsetOptions options;
        options.dataset = pathOf(folder, "data");
        options.rounds = 1;
        options.judges = 1;
        options.steps = 100;
        options.phonetic = 0;
        // The sound of one source is five frames late: it is with the majority that judges agree.
        auto index = readIndex(options.dataset);
        const auto late = tests::syntheticClip(100, 5, 501);
        for (const char* id : {"odd_1", "odd_2"}) {
            ClipRecord record = index->clips.front();
            record.id = id;
            record.speaker = id;
            QVERIFY(writeClip(options.dataset / record.file(), late).has_value());
            index->clips.push_back(record);
        }
        QVERIFY(writeIndex(options.dataset, *index).has_value());
        const auto report = estimateOffsets(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        const auto read = readIndex(options.dataset);
        int usual = 100;
        int odd = 100;
        for (const ClipRecord& clip : read->clips) {
            (clip.id.starts_with("odd") ? odd : usual) = clip.soundLate;
        }
        QVERIFY2(std::abs(usual) <= 1, std::to_string(usual).c_str());
        QVERIFY2(std::abs(odd - 5) <= 1, std::to_string(odd).c_str());
    }

    void expertsLearnToPair_data() {
        QTest::addColumn<int>("sight");
        QTest::newRow("pictures") << static_cast<int>(nets::ExpertSight::pictures);
        QTest::newRow("landmarks") << static_cast<int>(nets::ExpertSight::landmarks);
    }
    void expertsLearnToPair() {
        QFETCH(int, sight);
        QTemporaryDir folder;
        QVERIFY(tests::writeSyntheticDataset(pathOf(folder, "data"), {8, 2, 90, 0, 1}).has_value());
        ExpertTrainingOptions options;
        options.dataset = pathOf(folder, "data");
        options.folder = pathOf(folder, "run");
        options.sight = static_cast<nets::ExpertSight>(sight);
        options.steps = 60;
        options.annealSteps = 30;
        options.width = 4;
        options.channels = 24;
        options.embedding = 16;
        options.clipsPerStep = 6;
        options.learningRate = 6e-3;
        options.validateEvery = 30;
        const auto report = trainExpert(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QVERIFY2(report->metrics.at("aucNatural") > 0.7,
                 std::to_string(report->metrics.at("aucNatural")).c_str());
        const auto expert = nets::LipSyncExpert::load(report->weights);
        QVERIFY(expert.has_value());
        QCOMPARE(expert->sight(), options.sight);
        QVERIFY(expert->probability(0.9F) > expert->probability(0.0F));
        const auto again = evaluateExpert(options.dataset, report->weights, "train");
        QVERIFY(again.has_value());
        QVERIFY(again->at("aucNatural") > 0.7);
        QVERIFY(again->at("calibrationErrorNatural") < 0.2);
    }

    void mixedPrecisionLearnsToo() {
        QTemporaryDir folder;
        QVERIFY(tests::writeSyntheticDataset(pathOf(folder, "data"), {6, 1, 90, 0, 1}).has_value());
        ExpertTrainingOptions options;
        options.dataset = pathOf(folder, "data");
        options.folder = pathOf(folder, "run");
        options.sight = nets::ExpertSight::landmarks;
        options.steps = 40;
        options.annealSteps = 20;
        options.channels = 24;
        options.embedding = 16;
        options.learningRate = 6e-3;
        options.validateEvery = 20;
        options.precision = Precision::mixed;
        const auto report = trainExpert(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QVERIFY(report->metrics.at("aucNatural") > 0.65);
    }

    void calibrationRecoversALogistic() {
        // Cosines whose odds are exp(6·c − 1): drawn on a grid with fractional labels rounded.
        PairSample sample;
        for (int i = -100; i <= 100; ++i) {
            const double cosine = i / 100.0;
            const double p = 1.0 / (1.0 + std::exp(-(6.0 * cosine - 1.0)));
            const auto positive = static_cast<int>(std::lround(100 * p));
            for (int k = 0; k < 100; ++k) {
                (k < positive ? sample.inSync : sample.shifted)
                    .push_back(static_cast<float>(cosine));
            }
        }
        const nets::Calibration calibration = fitCalibration(sample);
        QVERIFY(std::abs(calibration.slope - 6.0F) < 0.1F);
        QVERIFY(std::abs(calibration.offset + 1.0F) < 0.1F);
    }

    void aTrueCalibrationHasNoError() {
        // Of ten windows at one cosine, nine in sync; of ten at another, one.
        PairSample sample;
        sample.inSync.assign(9, 1.0F);
        sample.shifted.assign(1, 1.0F);
        sample.inSync.push_back(-1.0F);
        sample.shifted.insert(sample.shifted.end(), 9, -1.0F);
        const auto slope = static_cast<float>(std::log(9.0));  // p = 0.9 and 0.1
        const CalibrationCurve curve = calibrationCurve(sample, {slope, 0.0F});
        QVERIFY(curve.error < 1e-6);
        QCOMPARE(curve.accuracy, 0.9);
        const CalibrationCurve shy = calibrationCurve(sample, {0.0F, 0.0F});  // always one half
        QVERIFY(std::abs(shy.error - 0.0) < 1e-6);  // half of all are in sync
        const CalibrationCurve bold = calibrationCurve(sample, {20.0F, 0.0F});
        QVERIFY(std::abs(bold.error - 0.1) < 1e-3);
        QCOMPARE(bold.bins.back().windows, 10);
        QVERIFY(std::abs(bold.bins.back().observed - 0.9) < 1e-9);
    }

    void areaUnderCurveCountsPairs() {
        QCOMPARE(areaUnderCurve({{2.0F, 3.0F}, {0.0F, 1.0F}}), 1.0);
        QCOMPARE(areaUnderCurve({{1.0F}, {1.0F}}), 0.5);
        QCOMPARE(areaUnderCurve({{0.0F, 2.0F}, {1.0F}}), 0.5);
        QCOMPARE(areaUnderCurve({}), 0.5);
    }

private:
    void publishes(const std::filesystem::path& weights, const QTemporaryDir& folder) {
        const auto target = pathOf(folder, "models");
        std::filesystem::create_directories(target);
        models::ModelEntry entry;
        entry.role = models::kShapeNetworkRole;
        entry.name = "test";
        QVERIFY(publishModel(weights, target, entry).has_value());
        const auto library = models::ModelLibrary::open(target);
        QVERIFY(library.has_value());
        const auto model = library->verified(models::kShapeNetworkRole);
        QVERIFY(model.has_value());
        QVERIFY(nets::ShapeNetwork::load(model->path).has_value());
        QVERIFY(model->entry.shapes.contains("input.weight"));
    }
};

QTEST_GUILESS_MAIN(TestTrainers)
#include "tst_trainers.moc"
