#include "engine/nets/batchhalving_p.h"
#include "engine/nets/generatormodel_p.h"
#include "engine/nets/mouthgenerator.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <new>

using namespace lipwright;
using nets::GeneratorConfig;
using nets::GeneratorPrecision;
using nets::MouthGenerator;

namespace {

constexpr int kSize = 32;
constexpr std::size_t kHalf = kSize * kSize / 2 * 3;
constexpr std::int64_t kPhones = 3;

GeneratorConfig tiny() {
    GeneratorConfig config;
    config.size = kSize;
    config.width = 4;
    config.embedding = 12;
    config.phonetic = kPhones;
    return config;
}

struct Fixture {
    QTemporaryDir folder;
    std::filesystem::path file;

    explicit Fixture(const GeneratorConfig& config = tiny()) {
        torch::manual_seed(5);
        nets::GeneratorModel model(config);
        model->eval();
        file = std::filesystem::path(folder.path().toStdString()) / "generator.weights";
        if (!nets::writeTensors(file, nets::generatorArchive(*model),
                                nets::StoredPrecision::full)) {
            qFatal("weights not written");
        }
    }
    [[nodiscard]] MouthGenerator load(GeneratorPrecision precision = GeneratorPrecision::float32,
                                      int batch = 16) const {
        auto loaded = MouthGenerator::load(file, {nets::Device::cpu, precision, batch});
        if (!loaded) {
            qFatal("%s", loaded.error().text().c_str());
        }
        return std::move(*loaded);
    }
};

std::vector<std::uint8_t> halves(int n, unsigned seed) {
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(n) * kHalf);
    std::uint32_t state = seed;
    for (std::uint8_t& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::uint8_t>(state >> 24U);
    }
    return bytes;
}

std::vector<float> noise(std::size_t count, unsigned seed) {
    std::vector<float> values(count);
    std::uint32_t state = seed;
    for (float& value : values) {
        state = state * 1664525U + 1013904223U;
        value = static_cast<float>(state >> 8U) / static_cast<float>(1U << 24U) - 0.5F;
    }
    return values;
}

double largest(const std::vector<float>& a, const std::vector<float>& b) {
    double most = a.size() == b.size() ? 0.0 : 1e9;
    for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k) {
        most = std::max(most, std::abs(static_cast<double>(a[k]) - static_cast<double>(b[k])));
    }
    return most;
}

std::vector<float> posteriors() {
    std::vector<float> values = noise(100 * kPhones, 4);
    for (float& value : values) {
        value += 0.5F;  // never negative: the network sees their logarithm
    }
    return values;
}

// One second from 2.0 on.
struct Sound {
    std::vector<float> mel = noise(80 * 81, 3);
    std::vector<float> phones = posteriors();
    [[nodiscard]] nets::SpeechFeatures features() const { return {mel, phones, 2.0}; }
};

struct Painting {
    nets::ReferenceMouths references;
    std::vector<std::uint8_t> upper;
    std::vector<float> drives;
    int n = 0;

    Painting(const MouthGenerator& generator, int frames)
        : references(encoded(generator)),
          upper(halves(frames, 2)),
          drives(noise(static_cast<std::size_t>(frames * generator.driveValues()), 8)),
          n(frames) {}
    static nets::ReferenceMouths encoded(const MouthGenerator& generator) {
        auto made = generator.encodeReferences(halves(4, 9), 4);
        if (!made) {
            qFatal("%s", made.error().text().c_str());
        }
        return std::move(*made);
    }
    [[nodiscard]] nets::PaintedMouths by(const MouthGenerator& generator) const {
        auto painted = generator.paint(upper, drives, n, references);
        if (!painted) {
            qFatal("%s", painted.error().text().c_str());
        }
        return *painted;
    }
};

}  // namespace

class TestMouthGenerator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItTakes() {
        GeneratorConfig config = tiny();
        config.shape = false;
        const Fixture fixture(config);
        const MouthGenerator generator = fixture.load();
        QCOMPARE(generator.size(), kSize);
        QVERIFY(generator.hearsSound());
        QVERIFY(!generator.takesShape());
        QCOMPARE(generator.phoneticValues(), static_cast<int>(kPhones));
        QCOMPARE(generator.driveValues(), 12);
    }

    // What comes out is what the module makes of the same bytes: order of colours, rows, columns.
    void paintsAsTheModuleDoes() {
        const Fixture fixture;
        const MouthGenerator generator = fixture.load();
        const Painting painting(generator, 3);
        const auto painted = painting.by(generator);
        torch::NoGradGuard noGradient;
        auto model = *nets::loadGenerator(*nets::readTensors(fixture.file), "test");
        const auto pictures = [](std::vector<std::uint8_t> bytes, int n) {
            return torch::from_blob(bytes.data(), {n, kSize / 2, kSize, 3}, torch::kByte)
                .clone()
                .permute({0, 3, 1, 2})
                .to(torch::kFloat)
                .div(255.0);
        };
        std::vector<float> drives = painting.drives;
        const auto expected =
            model->paint(pictures(painting.upper, 3), torch::from_blob(drives.data(), {3, 12}),
                         model->encodeReferences(pictures(halves(4, 9), 4).unsqueeze(0)),
                         torch::zeros({3}, torch::kLong));
        const torch::Tensor rgb = expected.rgb.permute({0, 2, 3, 1}).contiguous();
        const torch::Tensor mask = expected.mask.contiguous();
        QVERIFY(largest(painted.rgb, {rgb.data_ptr<float>(), rgb.data_ptr<float>() + rgb.numel()}) <
                1e-4);
        QVERIFY(largest(painted.mask,
                        {mask.data_ptr<float>(), mask.data_ptr<float>() + mask.numel()}) < 1e-4);
        // Random weights still paint something, or nothing would have been compared.
        const auto [low, high] = std::ranges::minmax(painted.rgb);
        QVERIFY(high - low > 1e-3F);
    }

    void batchesChangeNothing() {
        const Fixture fixture;
        const MouthGenerator whole = fixture.load();
        const MouthGenerator pairs = fixture.load(GeneratorPrecision::float32, 2);
        const Painting painting(whole, 5);
        const auto a = painting.by(whole);
        const auto b = painting.by(pairs);
        QVERIFY(largest(a.rgb, b.rgb) < 1e-5);
        QVERIFY(largest(a.mask, b.mask) < 1e-5);
    }

    void bfloat16StaysNearTheReference() {
        const Fixture fixture;
        const MouthGenerator reference = fixture.load();
        const MouthGenerator shorter = fixture.load(GeneratorPrecision::bfloat16);
        QCOMPARE(shorter.precision(), GeneratorPrecision::bfloat16);
        const auto a = Painting(reference, 2).by(reference);
        const auto b = Painting(shorter, 2).by(shorter);
        const double error = largest(a.rgb, b.rgb);
        QVERIFY2(error > 0.0 && error < 0.02, qPrintable(QString::number(error)));
        QVERIFY(largest(a.mask, b.mask) < 0.02);
    }

    void automaticIsOneOfTheTwo() {
        const Fixture fixture;
        const MouthGenerator chosen = fixture.load(GeneratorPrecision::automatic);
        const MouthGenerator same = fixture.load(chosen.precision());
        QVERIFY(chosen.precision() != GeneratorPrecision::automatic);
        QCOMPARE(Painting(chosen, 1).by(chosen).rgb, Painting(same, 1).by(same).rgb);
    }

    void referencesCountAndCanBeLeftOut() {
        const Fixture fixture;
        const MouthGenerator generator = fixture.load();
        Painting painting(generator, 1);
        const auto all = painting.by(generator);
        QCOMPARE(painting.references.count(), 4);
        const std::vector<int> places = {0, 3};
        painting.references = painting.references.only(places);
        QCOMPARE(painting.references.count(), 2);
        const auto some = painting.by(generator);
        QVERIFY(largest(all.rgb, some.rgb) > 1e-6);
        // As if only these two had been shown.
        auto bytes = halves(4, 9);
        std::copy_n(bytes.begin() + 3 * kHalf, kHalf, bytes.begin() + kHalf);
        bytes.resize(2 * kHalf);
        painting.references = *generator.encodeReferences(bytes, 2);
        QVERIFY(largest(painting.by(generator).rgb, some.rgb) < 1e-5);
    }

    // 0.2 s of sound around each frame drive it, and no other.
    void soundAroundTheFrameDrives() {
        const Fixture fixture;
        const MouthGenerator generator = fixture.load();
        const std::vector<double> times = {2.3, 2.7};
        const auto shapes = noise(2 * 5 * 6, 6);
        Sound sound;
        const auto before = *generator.encodeDrive(sound.features(), times, shapes);
        QCOMPARE(before.size(), std::size_t{24});
        for (std::size_t row = 66; row < 74; ++row) {
            sound.phones[row * kPhones] += 0.4F;
        }
        const auto after = *generator.encodeDrive(sound.features(), times, shapes);
        QVERIFY(std::equal(before.begin(), before.begin() + 12, after.begin()));
        QVERIFY(!std::equal(before.begin() + 12, before.end(), after.begin() + 12));
    }

    void soundBeyondItsEndsIsSilence() {
        const Fixture fixture;
        const MouthGenerator generator = fixture.load();
        const Sound sound;
        const auto shapes = noise(2 * 5 * 6, 6);
        const std::vector<double> times = {-60.0, 90.0};
        std::vector<float> same(shapes.begin(), shapes.begin() + 30);
        same.insert(same.end(), shapes.begin(), shapes.begin() + 30);
        const auto drives = *generator.encodeDrive(sound.features(), times, same);
        QVERIFY(std::equal(drives.begin(), drives.begin() + 12, drives.begin() + 12));
    }

    void wantedShapesDrive() {
        const Fixture fixture;
        const MouthGenerator generator = fixture.load();
        const Sound sound;
        const std::vector<double> times = {2.5};
        auto shapes = noise(30, 6);
        const auto before = *generator.encodeDrive(sound.features(), times, shapes);
        shapes[12] += 1.0F;
        QVERIFY(largest(before, *generator.encodeDrive(sound.features(), times, shapes)) > 1e-4);
    }

    void badInputsAreErrors() {
        const Fixture fixture;
        const MouthGenerator generator = fixture.load();
        const Sound sound;
        const std::vector<double> times = {2.5};
        const auto shapes = noise(30, 6);
        QVERIFY(!generator.encodeReferences({}, 0));
        QVERIFY(!generator.encodeReferences(halves(1, 1), 2));
        QVERIFY(!generator.encodeDrive(sound.features(), times, {}));
        QVERIFY(!generator.encodeDrive({}, times, shapes));
        QVERIFY(!generator.encodeDrive({sound.mel, {}, 0.0}, times, shapes));
        const Painting painting(generator, 1);
        QVERIFY(!generator.paint(painting.upper, painting.drives, 2, painting.references));
        QCOMPARE(generator.paint(painting.upper, {}, 1, painting.references).error().code,
                 core::ErrorCode::invalidArgument);
    }

    void otherWeightsAreRefused() {
        const Fixture fixture;
        auto tensors = *nets::readTensors(fixture.file);
        tensors.erase(tensors.begin());
        QVERIFY(nets::writeTensors(fixture.file, tensors, nets::StoredPrecision::full));
        const auto loaded = MouthGenerator::load(fixture.file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, core::ErrorCode::modelInvalid);
    }

    // Memory for three items at a time: the batch is halved until it fits, nothing is left out.
    void batchIsHalvedWhereMemoryEnds() {
        std::vector<int> done;
        int refused = 0;
        const int batch = nets::inBatches(10, 8, [&](int first, int count) {
            if (count > 3) {
                ++refused;
                throw std::bad_alloc();
            }
            for (int k = first; k < first + count; ++k) {
                done.push_back(k);
            }
        });
        QCOMPARE(batch, 2);
        QCOMPARE(refused, 2);
        QCOMPARE(done, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

    void halvingEndsAtOneItem() {
        int calls = 0;
        QVERIFY_EXCEPTION_THROWN(
            (void)nets::inBatches(4, 4,
                                  [&](int, int) {
                                      ++calls;
                                      throw std::runtime_error("CUDA out of memory");
                                  }),
            std::runtime_error);
        QCOMPARE(calls, 3);
    }

    void otherExceptionsGoOnAtOnce() {
        int calls = 0;
        QVERIFY_EXCEPTION_THROWN((void)nets::inBatches(4, 4,
                                                       [&](int, int) {
                                                           ++calls;
                                                           throw std::runtime_error("wrong shape");
                                                       }),
                                 std::runtime_error);
        QCOMPARE(calls, 1);
    }
};

QTEST_GUILESS_MAIN(TestMouthGenerator)
#include "tst_mouthgenerator.moc"
