#include "engine/nets/device.h"
#include "engine/nets/expertmodel_p.h"
#include "engine/nets/lipsyncexpert.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

using namespace lipwright;
using nets::LipSyncExpert;

namespace {

constexpr std::size_t kCrop = 48 * 96 * 3;
constexpr int kPhones = 3;

nets::ExpertConfig config(nets::ExpertSight sight = nets::ExpertSight::pictures) {
    return {sight, 2, 8, 16, kPhones, 0.0};
}

struct Fixture {
    QTemporaryDir folder;
    std::filesystem::path file;
    nets::TensorMap tensors;
    nets::ExpertModel model{nullptr};

    explicit Fixture(nets::ExpertSight sight = nets::ExpertSight::pictures) {
        torch::manual_seed(1);
        model = nets::ExpertModel(config(sight));
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

std::vector<std::uint8_t> pictures(int count) {
    torch::manual_seed(2);
    const torch::Tensor bytes =
        torch::randint(0, 256, {static_cast<std::int64_t>(kCrop) * count}).to(torch::kByte);
    return {bytes.data_ptr<std::uint8_t>(), bytes.data_ptr<std::uint8_t>() + bytes.numel()};
}

std::vector<float> numbers(std::int64_t count, double low, double high) {
    torch::manual_seed(3);
    const torch::Tensor values = torch::rand({count}) * (high - low) + low;
    return {values.data_ptr<float>(), values.data_ptr<float>() + count};
}

/// Sound of as many seconds.
struct Sound {
    explicit Sound(int seconds)
        : mel(numbers(80LL * seconds * 80, -4, 4)),
          phones(numbers(100LL * seconds * kPhones, 0, 1)) {}
    [[nodiscard]] nets::SpeechFeatures features() const { return {mel, phones, 0.0}; }
    std::vector<float> mel;
    std::vector<float> phones;
};

double farthest(std::span<const float> a, std::span<const float> b) {
    double most = a.size() == b.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        most = std::max(most, static_cast<double>(std::abs(a[i] - b[i])));
    }
    return most;
}

}  // namespace

class TestLipSyncExpert : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksAtFramesLikeTheModule() {
        Fixture fixture;
        const auto expert = fixture.load();
        QVERIFY(expert.has_value());
        QCOMPARE(expert->embeddingSize(), 16);
        QCOMPARE(expert->frameValues(), nets::kExpertPictureValues);
        const auto bytes = pictures(40);  // more than a batch
        const auto rows = expert->frameFeatures(bytes, 40);
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t{40} * nets::kExpertPictureValues);
        // The last picture by hand.
        torch::Tensor input = torch::empty({1, 3, 48, 96});
        auto at = input.accessor<float, 4>();
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 96; ++x) {
                for (int c = 0; c < 3; ++c) {
                    const auto from = 39 * kCrop + static_cast<std::size_t>((y * 96 + x) * 3 + c);
                    at[0][c][y][x] = static_cast<float>(bytes[from]) / 255.0F;
                }
            }
        }
        const torch::NoGradGuard noGradient;
        const torch::Tensor expected = fixture.model->frameFeatures(input).contiguous();
        const auto last = std::span(*rows).subspan(39UL * nets::kExpertPictureValues);
        QVERIFY(farthest({expected.data_ptr<float>(), last.size()}, last) < 1e-4);
    }

    void windowsLookAtFiveFramesOnly() {
        const auto expert = Fixture().load();
        constexpr std::size_t kValues = nets::kExpertPictureValues;
        auto values = numbers(160 * static_cast<std::int64_t>(kValues), -1, 1);
        const auto all = expert->embedFrames(values, 160);  // more than a piece of 128 windows
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), std::size_t{156} * 16);
        const auto five =
            expert->embedFrames(std::span(values).subspan(140 * kValues, 5 * kValues), 5);
        QVERIFY(farthest(*five, std::span(*all).subspan(140 * 16, 16)) < 1e-4);
        std::fill(values.begin() + 145 * kValues, values.begin() + 146 * kValues, 0.0F);
        const auto other = expert->embedFrames(values, 160);
        QVERIFY(farthest(std::span(*other).subspan(140 * 16, 16),
                         std::span(*all).subspan(140 * 16, 16)) < 1e-6);
        QVERIFY(farthest(std::span(*other).subspan(141 * 16, 16),
                         std::span(*all).subspan(141 * 16, 16)) > 1e-3);
        QVERIFY(expert->embedFrames(std::span(values).first(4 * kValues), 4)->empty());
    }

    void soundWindowsBeginWhereAsked() {
        const auto expert = Fixture().load();
        const Sound sound(40);
        const auto all = expert->embedSound(sound.features(), 10.0, 200);
        QVERIFY(all.has_value());
        for (int w = 0; w < 200; ++w) {
            const auto row = std::span(*all).subspan(static_cast<std::size_t>(w) * 16, 16);
            QVERIFY(std::abs(std::inner_product(row.begin(), row.end(), row.begin(), 0.0F) - 1.0F) <
                    1e-4F);
        }
        const auto one = expert->embedSound(sound.features(), 10.0 + 150 / 25.0, 1);
        QVERIFY(farthest(*one, std::span(*all).subspan(150 * 16, 16)) < 1e-4);
        // A stretch with the context that is asked for gives what the whole sound gives.
        const nets::SpeechFeatures part{
            std::span(sound.mel).subspan(5 * 80 * 80, 25 * 80 * 80),
            std::span(sound.phones).subspan(5 * 100 * kPhones, 25 * 100 * kPhones), 5.0};
        const auto again = expert->embedSound(part, 16.0, 1);
        QVERIFY(farthest(*one, *again) < 1e-4);
    }

    void soundBeyondItsEndsIsSilence() {
        const auto expert = Fixture().load();
        const Sound sound(2);
        const auto rows = expert->embedSound(sound.features(), -1.0, 100);
        QVERIFY(rows.has_value());
        QVERIFY(std::ranges::all_of(*rows, [](float value) { return std::isfinite(value); }));
        QVERIFY(farthest(std::span(*rows).first(16), std::span(*rows).last(16)) < 1e-5);
    }

    void halfPrecisionIsCloseEnough() {
        Fixture fixture;
        const Sound sound(3);
        const auto full = fixture.load()->embedSound(sound.features(), 1.0, 4);
        const auto half =
            fixture.load(nets::StoredPrecision::half)->embedSound(sound.features(), 1.0, 4);
        QVERIFY(full.has_value() && half.has_value());
        QVERIFY(farthest(*full, *half) < 0.02);
    }

    void theJudgeLooksAtLandmarks() {
        const auto judge = Fixture(nets::ExpertSight::landmarks).load();
        QVERIFY(judge.has_value());
        QCOMPARE(judge->sight(), nets::ExpertSight::landmarks);
        QCOMPARE(judge->frameValues(), nets::kExpertMouthValues);
        QVERIFY(!judge->frameFeatures(pictures(1), 1).has_value());
        const auto rows = judge->embedFrames(numbers(6 * nets::kExpertMouthValues, -1, 1), 6);
        QCOMPARE(rows->size(), std::size_t{2} * 16);
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
        const Sound sound(1);
        QVERIFY(!expert->frameFeatures(pictures(1), 2).has_value());
        QVERIFY(!expert->embedFrames(numbers(100, 0, 1), 6).has_value());
        QVERIFY(!expert->embedSound({std::span(sound.mel).first(81), sound.phones, 0.0}, 0.0, 1)
                     .has_value());
        QVERIFY(expert->embedSound(sound.features(), 0.0, 0).value().empty());
    }

    void refusesWrongWeights_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("missing");
        QTest::newRow("no width") << "config.width" << true;
        QTest::newRow("another width") << "config.width" << false;
        QTest::newRow("no calibration") << "calibration.logistic" << true;
        QTest::newRow("another sight") << "config.sight" << false;
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
