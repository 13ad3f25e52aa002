#include "engine/nets/shapemodel_p.h"
#include "engine/nets/shapenetwork.h"
#include "engine/nets/soundgrid_p.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using nets::ShapeNetwork;

namespace {

constexpr std::int64_t kPhones = 3;

struct Fixture {
    QTemporaryDir folder;
    std::filesystem::path file;
    nets::TensorMap tensors;

    explicit Fixture(std::int64_t phonetic = kPhones) {
        torch::manual_seed(1);
        nets::ShapeModel model(nets::ShapeConfig{phonetic, 8, 2, 6, 0.0});
        model->eval();
        tensors = nets::shapeArchive(*model, torch::ones({6}));
        file = std::filesystem::path(folder.path().toStdString()) / "shape.weights";
    }
    core::Result<ShapeNetwork> load() {
        if (!nets::writeTensors(file, tensors, nets::StoredPrecision::full)) {
            return core::fail(core::ErrorCode::internal, "not written");
        }
        return ShapeNetwork::load(file);
    }
};

struct Sound {
    std::vector<float> mel;
    std::vector<float> phones;

    explicit Sound(double seconds, unsigned seed = 1) {
        torch::manual_seed(seed);
        const auto columns = static_cast<std::int64_t>(80 * seconds) + 1;
        const torch::Tensor m = torch::rand({columns, 80}) * 6 - 3;
        mel.assign(m.data_ptr<float>(), m.data_ptr<float>() + m.numel());
        const torch::Tensor p =
            torch::rand({static_cast<std::int64_t>(100 * seconds) + 1, kPhones});
        phones.assign(p.data_ptr<float>(), p.data_ptr<float>() + p.numel());
    }
    [[nodiscard]] nets::SpeechFeatures features(double start = 0.0) const {
        return {mel, phones, start};
    }
};

std::vector<double> instants(double from, double to) {
    std::vector<double> times;
    for (double t = from; t < to; t += 0.04) {
        times.push_back(t);
    }
    return times;
}

float largestDifference(std::span<const float> a, std::span<const float> b) {
    float largest = a.size() == b.size() ? 0.0F : 1e9F;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, std::abs(a[i] - b[i]));
    }
    return largest;
}

}  // namespace

class TestShapeNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void predictsTheSameAfterARoundTrip() {
        Fixture fixture;
        const auto network = fixture.load();
        QVERIFY(network.has_value());
        QCOMPARE(network->measures(), 6);
        QVERIFY(network->takesPhonetic());
        const Sound sound(3.0);
        const auto times = instants(0.0, 3.0);
        const auto shapes = network->predict(sound.features(), times);
        QVERIFY(shapes.has_value());
        QCOMPARE(shapes->size(), times.size() * 6);
        // Against the module itself, one pass over the whole sound between zeros.
        const auto loaded = nets::loadShapeModel(fixture.tensors, "memory");
        QVERIFY(loaded.has_value());
        const torch::NoGradGuard noGradient;
        nets::ShapeModel model = loaded->model;
        const std::int64_t context = model->config.context();
        const torch::Tensor grid = nets::gridFeatures(sound.features(), kPhones);
        const torch::Tensor rows =
            model->forward(torch::constant_pad_nd(grid, {2 * context, 2 * context}).unsqueeze(0))
                .slice(1, context);
        const float expected = rows[0][50][1].item<float>();  // 1.0 s
        QVERIFY(std::abs(expected - (*shapes)[25 * 6 + 1]) < 1e-4F);
    }

    void resultDoesNotDependOnWhereChunksEnd() {
        Fixture fixture;
        const auto network = fixture.load();
        QVERIFY(network.has_value());
        const Sound sound(20.0);  // several chunks of 256 rows at 50 per second
        const auto whole = network->predict(sound.features(), instants(0.0, 20.0));
        QVERIFY(whole.has_value());
        const auto end = network->predict(sound.features(), instants(5.08, 5.4));
        QVERIFY(end.has_value());
        const std::span<const float> same(whole->data() + 127 * 6, end->size());
        QVERIFY(largestDifference(*end, same) < 1e-4F);
    }

    void aStretchWithItsContextGivesTheSame() {
        Fixture fixture;
        const auto network = fixture.load();
        QVERIFY(network.has_value());
        const Sound sound(40.0);
        const auto whole = network->predict(sound.features(), instants(20.0, 20.4));
        const double begin = 10.0;  // on both grids; more than contextSeconds() away
        QVERIFY(network->contextSeconds() < 10.0);
        const nets::SpeechFeatures part{
            std::span(sound.mel).subspan(800 * 80, 1601 * 80),
            std::span(sound.phones).subspan(1000 * kPhones, 2001 * kPhones), begin};
        const auto cut = network->predict(part, instants(20.0, 20.4));
        QVERIFY(whole.has_value() && cut.has_value());
        QVERIFY(largestDifference(*whole, *cut) < 1e-3F);
    }

    void levelOfTheSoundDoesNotMatter() {
        Fixture fixture;
        const auto network = fixture.load();
        Sound loud(3.0);
        const auto before = network->predict(loud.features(), instants(0.5, 2.5));
        for (float& value : loud.mel) {
            value += 0.5F;
        }
        const auto after = network->predict(loud.features(), instants(0.5, 2.5));
        QVERIFY(before.has_value() && after.has_value());
        QVERIFY(largestDifference(*before, *after) < 1e-3F);
    }

    void gainScalesTheCurves() {
        Fixture fixture;
        const Sound sound(2.0);
        const auto plain = fixture.load()->predict(sound.features(), instants(0.0, 2.0));
        fixture.tensors["calibration.gain"] = torch::full({6}, 2.0F);
        const auto doubled = fixture.load()->predict(sound.features(), instants(0.0, 2.0));
        QVERIFY(plain.has_value() && doubled.has_value());
        QCOMPARE((*doubled)[7], 2.0F * (*plain)[7]);
    }

    void olderWeightsHaveNoStyle() {
        Fixture fixture;
        const Sound sound(2.0);
        const auto times = instants(0.0, 2.0);
        const auto network = fixture.load();
        QVERIFY(network.has_value() && network->takesStyle());
        const auto universal = network->predict(sound.features(), times);
        std::erase_if(fixture.tensors, [](const auto& item) {
            return item.first.starts_with("style.") || item.first == "config.style";
        });
        const auto older = fixture.load();
        QVERIFY2(older.has_value(), older ? "" : older.error().text().c_str());
        QVERIFY(!older->takesStyle());
        QCOMPARE(older->predict(sound.features(), times).value(), universal.value());
        QCOMPARE(older->predict(sound.features(), times, {1.0, -1.0}).value(), universal.value());
    }

    void styleMovesTheCurve() {
        Fixture fixture;
        const Sound sound(2.0);
        const auto times = instants(0.0, 2.0);
        const auto universal = fixture.load()->predict(sound.features(), times).value();
        torch::manual_seed(2);
        for (const char* block : {"0", "1"}) {
            fixture.tensors[std::string("style.blocks.") + block + ".weight"] =
                torch::randn({16, nets::kStyleSize});
        }
        const auto network = fixture.load();
        const auto spoken = [&](nets::SpeakingStyle style) {
            return network->predict(sound.features(), times, style).value();
        };
        QCOMPARE(spoken({}), universal);  // the universal latent is zero, whatever the layers say
        QVERIFY(largestDifference(spoken({1.0, 0.0}), universal) > 1e-3F);
        QVERIFY(largestDifference(spoken({1.0, 0.0}), spoken({0.0, 1.0})) > 1e-3F);
        QCOMPARE(spoken({9.0, 0.0}), spoken({1.0, 0.0}));

        const auto articulated = spoken({1.0, 0.0});  // an actor's latent is where he begins
        fixture.tensors["style.latent"] = fixture.tensors["style.axes"][0].clone();
        QCOMPARE(fixture.load()->predict(sound.features(), times).value(), articulated);
    }

    void worksWithoutPhones() {
        Fixture fixture(0);
        const auto network = fixture.load();
        QVERIFY(network.has_value());
        QVERIFY(!network->takesPhonetic());
        const Sound sound(1.0);
        QVERIFY(network->predict({sound.mel, {}, 0.0}, instants(0.0, 1.0)).has_value());
    }

    void refusesWrongFeatures() {
        Fixture fixture;
        const auto network = fixture.load();
        const Sound sound(1.0);
        const auto times = instants(0.0, 1.0);
        QVERIFY(!network->predict({{}, sound.phones, 0.0}, times).has_value());
        QVERIFY(!network->predict({sound.mel, {}, 0.0}, times).has_value());
        QVERIFY(!network->predict({std::span(sound.mel).subspan(1), sound.phones, 0.0}, times)
                     .has_value());
        QVERIFY(network->predict(sound.features(), {}).value().empty());
    }

    void refusesWrongWeights_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("fault");  // 0: missing, 1: another shape, 2: too large
        QTest::newRow("no format") << "config.format" << 0;
        QTest::newRow("no width") << "config.width" << 0;
        QTest::newRow("huge width") << "config.width" << 2;
        QTest::newRow("huge depth") << "config.blocks" << 2;
        QTest::newRow("no gain") << "calibration.gain" << 0;
        QTest::newRow("short gain") << "calibration.gain" << 1;
        QTest::newRow("no layer") << "input.weight" << 0;
        QTest::newRow("layer of another shape") << "input.weight" << 1;
        QTest::newRow("no latent") << "style.latent" << 0;
        QTest::newRow("axes of another shape") << "style.axes" << 1;
        QTest::newRow("huge style") << "config.style" << 2;
    }
    void refusesWrongWeights() {
        QFETCH(QString, name);
        QFETCH(int, fault);
        Fixture fixture;
        const std::string key = name.toStdString();
        QVERIFY(fixture.tensors.contains(key));
        if (fault == 0) {
            fixture.tensors.erase(key);
        } else {
            fixture.tensors[key] = fault == 1
                                       ? torch::ones({2, 2})
                                       : torch::full({1}, std::int64_t{1} << 40, torch::kLong);
        }
        const auto network = fixture.load();
        QVERIFY(!network.has_value());
        QCOMPARE(network.error().code, core::ErrorCode::modelInvalid);
        QVERIFY(network.error().place.find("shape.weights") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestShapeNetwork)
#include "tst_shapenetwork.moc"
