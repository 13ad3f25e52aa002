#include "engine/nets/mendermodel_p.h"
#include "engine/nets/mouthmender.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace lipwright;
using nets::MouthMender;

namespace {

constexpr std::size_t kSize = 32;
constexpr std::size_t kPixels = kSize * kSize / 2;

/// Weights that do something, small enough to be drawn.
nets::MenderModel trainedModel(double last = 2.0) {
    torch::manual_seed(1);
    nets::MenderModel model(nets::MenderConfig{kSize, 4});
    const torch::NoGradGuard noGradient;
    for (auto& item : model->named_parameters()) {
        if (item.key() == "output.weight") {
            item.value().normal_(0.0, last);
        }
    }
    return model;
}

struct Fixture {
    QTemporaryDir folder;
    nets::TensorMap tensors;

    explicit Fixture(const nets::MenderModel& model) : tensors(nets::menderArchive(*model)) {}
    [[nodiscard]] core::Result<MouthMender> load() const {
        const auto file = std::filesystem::path(folder.path().toStdString()) / "mender.weights";
        const auto written = nets::writeTensors(file, tensors, nets::StoredPrecision::full);
        return written ? MouthMender::load(file) : core::passOn(written);
    }
};

/// A noisy picture under a mask that is 0 in its left third.
struct Mouth {
    Mouth() : lower(noise()), alpha(kPixels, 1.0F), upper(noise()) {
        for (std::size_t i = 0; i < kPixels; ++i) {
            alpha[i] = i % kSize < kSize / 3 ? 0.0F : 1.0F;
        }
    }
    static std::vector<float> noise() {
        const torch::Tensor values = torch::rand({static_cast<std::int64_t>(kPixels) * 3});
        return {values.data_ptr<float>(), values.data_ptr<float>() + kPixels * 3};
    }
    [[nodiscard]] nets::WarpedMouth shown(float opening = 0.5F) const {
        return {lower, alpha, upper, {opening, 0, 0, 0, 0, 0}};
    }
    std::vector<float> lower;
    std::vector<float> alpha;
    std::vector<float> upper;
};

float largest(const std::vector<float>& values) {
    float most = 0.0F;
    for (const float value : values) {
        most = std::max(most, std::abs(value));
    }
    return most;
}

}  // namespace

class TestMouthMender : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesNothingBeforeTraining() {
        torch::manual_seed(1);
        const auto mender = Fixture(nets::MenderModel(nets::MenderConfig{kSize, 4})).load();
        QVERIFY2(mender.has_value(), mender ? "" : mender.error().text().c_str());
        QCOMPARE(mender->size(), static_cast<int>(kSize));
        const auto residual = mender->residual(Mouth().shown());
        QVERIFY(residual.has_value());
        QCOMPARE(residual->size(), kPixels * 3);
        QCOMPARE(largest(*residual), 0.0F);
    }

    void staysWithinItsBoundsAndTheMask() {
        const auto mender = Fixture(trainedModel(1000.0)).load();
        QVERIFY(mender.has_value());
        const Mouth mouth;
        const auto residual = mender->residual(mouth.shown());
        QVERIFY(residual.has_value());
        QVERIFY(largest(*residual) > 0.45F);
        QVERIFY(largest(*residual) <= 0.5F);
        for (std::size_t i = 0; i < kPixels; ++i) {
            const std::size_t x = i % kSize;
            const std::size_t y = i / kSize;
            if (mouth.alpha[i] == 0.0F || y == 0 || y + 1 == kSize / 2 || x + 1 == kSize) {
                QCOMPARE((*residual)[3 * i], 0.0F);
            }
        }
    }

    void everyInputCounts() {
        const auto mender = Fixture(trainedModel()).load();
        QVERIFY(mender.has_value());
        Mouth mouth;
        const auto usual = mender->residual(mouth.shown());
        QVERIFY(usual.has_value());
        QVERIFY(*mender->residual(mouth.shown()) == *usual);
        QVERIFY(*mender->residual(mouth.shown(2.0F)) != *usual);
        mouth.upper[7] = 1.0F - mouth.upper[7];
        QVERIFY(*mender->residual(mouth.shown()) != *usual);
    }

    void wrongSizesAreRefused() {
        const auto mender = Fixture(trainedModel()).load();
        QVERIFY(mender.has_value());
        Mouth mouth;
        mouth.alpha.pop_back();
        const auto refused = mender->residual(mouth.shown());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, core::ErrorCode::invalidArgument);
    }

    void hostileWeightsAreRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qlonglong>("value");
        QTest::newRow("another format") << "config.format" << 99LL;
        QTest::newRow("a huge size") << "config.size" << (1LL << 40);
        QTest::newRow("an odd size") << "config.size" << 40LL;
        QTest::newRow("a negative width") << "config.width" << -4LL;
        QTest::newRow("another width than the layers") << "config.width" << 8LL;
    }
    void hostileWeightsAreRefused() {
        QFETCH(QString, name);
        QFETCH(qlonglong, value);
        Fixture fixture(trainedModel());
        fixture.tensors[name.toStdString()] = torch::tensor(static_cast<std::int64_t>(value));
        const auto refused = fixture.load();
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, core::ErrorCode::modelInvalid);
    }

    void missingLayersAreRefused() {
        Fixture fixture(trainedModel());
        fixture.tensors.erase("output.weight");
        QVERIFY(!fixture.load().has_value());
    }
};

QTEST_GUILESS_MAIN(TestMouthMender)
#include "tst_mouthmender.moc"
