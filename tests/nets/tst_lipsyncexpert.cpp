#include "engine/nets/device.h"
#include "engine/nets/expertmodel_p.h"
#include "engine/nets/lipsyncexpert.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using nets::LipSyncExpert;

namespace {

constexpr std::size_t kPicture = 5 * 48 * 96 * 3;
constexpr std::size_t kMel = 16 * 80;

struct Fixture {
    QTemporaryDir folder;
    std::filesystem::path file;
    nets::TensorMap tensors;
    nets::ExpertModel model{nullptr};

    Fixture() {
        torch::manual_seed(1);
        model = nets::ExpertModel(nets::ExpertConfig{2, 16, 0.0});
        model->eval();
        tensors = nets::expertArchive(*model, nets::Calibration{8.0F, -2.0F});
        file = std::filesystem::path(folder.path().toStdString()) / "expert.weights";
    }
    core::Result<LipSyncExpert> load(
        nets::StoredPrecision precision = nets::StoredPrecision::full) {
        if (!nets::writeTensors(file, tensors, precision)) {
            return core::fail(core::ErrorCode::internal, "not written");
        }
        return LipSyncExpert::load(file);
    }
};

std::vector<std::uint8_t> pictures(int windows) {
    torch::manual_seed(2);
    const torch::Tensor bytes =
        torch::randint(0, 256, {static_cast<std::int64_t>(kPicture) * windows}).to(torch::kByte);
    return {bytes.data_ptr<std::uint8_t>(), bytes.data_ptr<std::uint8_t>() + bytes.numel()};
}

std::vector<float> sounds(int windows) {
    torch::manual_seed(3);
    const torch::Tensor mel = torch::rand({static_cast<std::int64_t>(kMel) * windows}) * 8 - 4;
    return {mel.data_ptr<float>(), mel.data_ptr<float>() + mel.numel()};
}

}  // namespace

class TestLipSyncExpert : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void embedsLikeTheModule() {
        Fixture fixture;
        const auto expert = fixture.load();
        QVERIFY(expert.has_value());
        QCOMPARE(expert->embeddingSize(), 16);
        const auto bytes = pictures(3);
        const auto rows = expert->embedPictures(bytes, 3);
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t{48});
        // The third window by hand: frame f, colour c is channel 3·f + c.
        torch::Tensor input = torch::empty({1, 15, 48, 96});
        auto at = input.accessor<float, 4>();
        for (int f = 0; f < 5; ++f) {
            for (int y = 0; y < 48; ++y) {
                for (int x = 0; x < 96; ++x) {
                    for (int c = 0; c < 3; ++c) {
                        const auto from = 2 * kPicture +
                                          static_cast<std::size_t>(((f * 48 + y) * 96 + x) * 3 + c);
                        at[0][3 * f + c][y][x] = static_cast<float>(bytes[from]) / 255.0F;
                    }
                }
            }
        }
        const torch::NoGradGuard noGradient;
        const torch::Tensor expected = nets::unitLength(fixture.model->pictureFeatures(input));
        for (int i = 0; i < 16; ++i) {
            QVERIFY(std::abs(expected[0][i].item<float>() -
                             (*rows)[static_cast<std::size_t>(32 + i)]) < 1e-4F);
        }
    }

    void rowsAreOfUnitLengthAndIndependentOfTheBatch() {
        Fixture fixture;
        const auto expert = fixture.load();
        const auto mel = sounds(70);  // more than two batches of 32
        const auto all = expert->embedSound(mel, 70);
        QVERIFY(all.has_value());
        for (int w = 0; w < 70; ++w) {
            float length = 0.0F;
            for (int i = 0; i < 16; ++i) {
                const float value = (*all)[static_cast<std::size_t>(w * 16 + i)];
                length += value * value;
            }
            QVERIFY(std::abs(length - 1.0F) < 1e-4F);
        }
        const auto last = expert->embedSound(std::span(mel).subspan(69 * kMel), 1);
        QVERIFY(last.has_value());
        for (std::size_t i = 0; i < 16; ++i) {
            QVERIFY(std::abs((*last)[i] - (*all)[69 * 16 + i]) < 1e-5F);
        }
    }

    void halfPrecisionIsCloseEnough() {
        Fixture fixture;
        const auto mel = sounds(4);
        const auto full = fixture.load()->embedSound(mel, 4);
        const auto half = fixture.load(nets::StoredPrecision::half)->embedSound(mel, 4);
        QVERIFY(full.has_value() && half.has_value());
        for (std::size_t i = 0; i < full->size(); ++i) {
            QVERIFY(std::abs((*full)[i] - (*half)[i]) < 0.01F);
        }
    }

    void calibrationIsLogistic() {
        const Fixture fixture;
        const auto expert = Fixture().load();
        QVERIFY(expert.has_value());
        QCOMPARE(expert->probability(0.25F), 0.5F);
        QVERIFY(expert->probability(0.9F) > 0.99F);
        QVERIFY(expert->probability(-0.5F) < 0.01F);
    }

    void refusesWrongSizes() {
        const auto expert = Fixture().load();
        QVERIFY(!expert->embedPictures(pictures(1), 2).has_value());
        QVERIFY(!expert->embedSound(sounds(2), 1).has_value());
        QVERIFY(expert->embedSound({}, 0).value().empty());
    }

    void refusesWrongWeights_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("missing");
        QTest::newRow("no width") << "config.width" << true;
        QTest::newRow("another width") << "config.width" << false;
        QTest::newRow("no calibration") << "calibration.logistic" << true;
        QTest::newRow("no head") << "pictureHead.weight" << true;
        QTest::newRow("another head") << "pictureHead.weight" << false;
    }
    void refusesWrongWeights() {
        QFETCH(QString, name);
        QFETCH(bool, missing);
        Fixture fixture;
        QVERIFY(fixture.tensors.contains(name.toStdString()));
        if (missing) {
            fixture.tensors.erase(name.toStdString());
        } else if (name.startsWith("config.")) {
            fixture.tensors[name.toStdString()] = torch::full({1}, 3, torch::kLong);
        } else {
            fixture.tensors[name.toStdString()] = torch::zeros({2, 2});
        }
        const auto expert = fixture.load();
        QVERIFY(!expert.has_value());
        QCOMPARE(expert.error().code, core::ErrorCode::modelInvalid);
    }

    void choosesDevices() {
        QCOMPARE(nets::chooseDevice("cpu").value(), nets::Device::cpu);
        QVERIFY(nets::chooseDevice("auto").has_value());
        QVERIFY(!nets::chooseDevice("abacus").has_value());
        QCOMPARE(nets::chooseDevice("cuda").has_value(), nets::cudaAvailable());
        QVERIFY(!nets::describe(nets::Device::cpu).empty());
    }
};

QTEST_GUILESS_MAIN(TestLipSyncExpert)
#include "tst_lipsyncexpert.moc"
