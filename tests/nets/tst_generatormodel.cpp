#include "engine/nets/generatorgrowth_p.h"
#include "engine/nets/generatormodel_p.h"
#include "engine/nets/referencechoice.h"
#include "engine/nets/soundgrid_p.h"

#include <QtTest>
#include <cmath>
#include <set>

using namespace lipwright;
using namespace lipwright::nets;

namespace {

GeneratorConfig small() {
    GeneratorConfig config;
    config.size = 64;
    config.width = 4;
    config.embedding = 16;
    config.phonetic = 5;
    return config;
}

/// Three frames of two takes, four references each.
struct Input {
    explicit Input(const GeneratorConfig& config)
        : references(torch::rand({2, 4, 3, config.size / 2, config.size})),
          upper(torch::rand({3, 3, config.size / 2, config.size})),
          grid(torch::randn({3, gridChannels(config.phonetic), kGeneratorSoundRows})),
          shapes(torch::randn({3, kGeneratorShapeFrames * kGeneratorShapeValues})),
          take(torch::tensor({0, 1, 1}, torch::kLong)) {}

    torch::Tensor references, upper, grid, shapes, take;
};

PaintedMouth paint(GeneratorModel& model, const Input& input) {
    const torch::NoGradGuard noGradient;
    model->eval();
    return model->paint(input.upper, model->encodeDrive(input.grid, input.shapes),
                        model->encodeReferences(input.references), input.take);
}

double largest(const torch::Tensor& difference) {
    return difference.abs().max().item<double>();
}

}  // namespace

class TestGeneratorModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { torch::manual_seed(3); }

    /// Eq. 5 with two references whose products with the drive are 0 and ln 3.
    void attentionFollowsTheEquation() {
        const torch::Tensor drive = torch::tensor({{std::log(3.0F), 0.0F}});
        const torch::Tensor embeddings = torch::tensor({{{0.0F, 1.0F}, {1.0F, 0.0F}}});
        const auto first = [&](ReferenceAttention attention) {
            return attentionWeights(attention, drive, embeddings)[0][0].item<double>();
        };
        // σ(0) = 1/2, σ(ln 3) = 3/4.
        const double even = std::exp(-0.5) / (std::exp(-0.5) + std::exp(-0.75));
        QVERIFY(std::abs(first(ReferenceAttention::mean) - 0.5) < 1e-6);
        QVERIFY(std::abs(first(ReferenceAttention::paper) - even) < 1e-6);
        QVERIFY(std::abs(first(ReferenceAttention::positive) - (1.0 - even)) < 1e-6);
        const double scaled = 1.0 / (1.0 + std::pow(3.0, 1.0 / std::sqrt(2.0)));
        QVERIFY(std::abs(first(ReferenceAttention::scaled) - scaled) < 1e-6);
    }

    void paintsTheLowerHalf() {
        const Input input(small());
        GeneratorModel model(small());
        const PaintedMouth painted = paint(model, input);
        QCOMPARE(painted.rgb.sizes().vec(), (std::vector<std::int64_t>{3, 3, 32, 64}));
        QCOMPARE(painted.mask.sizes().vec(), (std::vector<std::int64_t>{3, 1, 32, 64}));
        QVERIFY(painted.rgb.min().item<double>() >= 0.0);
        QVERIFY(painted.rgb.max().item<double>() <= 1.0);
    }

    void everyInputCounts() {
        const Input input(small());
        GeneratorModel model(small());
        const torch::Tensor before = paint(model, input).rgb;
        for (const auto part : {&Input::upper, &Input::grid, &Input::shapes, &Input::references}) {
            Input other = input;
            other.*part = other.*part * 0.5;
            QVERIFY(largest(paint(model, other).rgb - before) > 1e-5);
        }
    }

    void aTakesReferencesAreItsOwn() {
        const Input input(small());
        GeneratorModel model(small());
        const torch::Tensor before = paint(model, input).rgb;
        Input other = input;
        other.references = input.references.clone();
        other.references[1] *= 0.5;
        const torch::Tensor after = paint(model, other).rgb;
        QVERIFY(largest(after[0] - before[0]) < 1e-6);
        QVERIFY(largest(after[1] - before[1]) > 1e-5);
    }

    void whatDoesNotDriveMayBeMissing() {
        GeneratorConfig config = small();
        config.sound = false;
        Input input(config);
        input.grid = torch::Tensor();
        GeneratorModel model(config);
        QCOMPARE(paint(model, input).rgb.size(0), 3);
    }

    void withoutAMaskHeadAllIsPainted() {
        GeneratorConfig config = small();
        config.maskHead = config.residual = config.driveSkips = false;
        GeneratorModel model(config);
        QCOMPARE(paint(model, Input(config)).mask.min().item<double>(), 1.0);
    }

    void anArchiveHoldsItAll() {
        GeneratorConfig config = small();
        config.attention = ReferenceAttention::paper;
        GeneratorModel model(config);
        const Input input(config);
        auto loaded = loadGenerator(generatorArchive(*model), "here");
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().text().c_str());
        QVERIFY((*loaded)->config.attention == ReferenceAttention::paper);
        QVERIFY(largest(paint(*loaded, input).rgb - paint(model, input).rgb) < 1e-6);
    }

    void hostileArchivesAreRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("value");
        QTest::newRow("size not whole") << "size" << 65;
        QTest::newRow("huge") << "width" << 100000;
        QTest::newRow("nothing drives") << "drives" << 0;
        QTest::newRow("another network's") << "width" << 5;
        QTest::newRow("unknown attention") << "attention" << 9;
    }
    void hostileArchivesAreRefused() {
        QFETCH(QString, name);
        QFETCH(int, value);
        const GeneratorModel model(small());
        TensorMap tensors = generatorArchive(*model);
        if (name == "drives") {
            writeConfig(tensors, "sound", 0);
            writeConfig(tensors, "shape", 0);
        } else {
            writeConfig(tensors, name.toStdString(), value);
        }
        const auto loaded = loadGenerator(tensors, "bad.weights");
        QVERIFY(!loaded.has_value());
        QVERIFY(loaded.error().code == core::ErrorCode::modelInvalid);
        QCOMPARE(loaded.error().place.substr(0, 11), std::string("bad.weights"));
    }

    void referencesDifferInTheirMouths() {
        // 30 frames of three mouths, 20 : 7 : 3, told apart by the lower lip.
        std::vector<float> landmarks;
        for (int frame = 0; frame < 30; ++frame) {
            const float open = frame < 20 ? 0.0F : frame < 27 ? 0.2F : 0.5F;
            for (int i = 0; i < 136; ++i) {
                const float noise = 0.001F * static_cast<float>((frame * 7 + i * 3) % 5);
                landmarks.push_back(i >= 110 ? open + noise : noise);
            }
        }
        const auto chosen = chooseReferences(landmarks, 3);
        QCOMPARE(chosen.size(), std::size_t(3));
        QVERIFY(chosen[0] < 20);
        QVERIFY(chosen[1] >= 20 && chosen[1] < 27);
        QVERIFY(chosen[2] >= 27);
        QCOMPARE(chooseReferences(landmarks, 3), chosen);
        const auto many = chooseReferences(landmarks, 40);
        QVERIFY(many.size() <= 30);
        QCOMPARE(std::set<std::size_t>(many.begin(), many.end()).size(), many.size());
        QVERIFY(chooseReferences({}, 3).empty());
    }

    /// What a layer reads from an even map, and writes to it, is the same for larger crops.
    void weightsGrowToLargerCrops() {
        GeneratorModel model(small());
        const TensorMap archive = generatorArchive(*model);
        const auto grown = resizedGenerator(archive, 96, "test");
        QVERIFY(grown);
        for (const char* name : {"identity.embed.weight", "reference.embed.weight"}) {
            const auto perChannel = [](const torch::Tensor& weight, std::int64_t cells) {
                return weight.view({weight.size(0), -1, cells}).sum(2);
            };
            QVERIFY(largest(perChannel(archive.at(name), 2 * 4) -
                            perChannel(grown->at(name), 3 * 6)) < 1e-5);
        }
        const auto channels = torch::arange(32, torch::kFloat32);  // 8 · width
        TensorMap even = archive;
        even["decoder.begin.bias"] = channels.repeat_interleave(2 * 4);
        QVERIFY(torch::equal(resizedGenerator(even, 96, "test")->at("decoder.begin.bias"),
                             channels.repeat_interleave(3 * 6)));
        auto larger = loadGenerator(*grown, "test");
        QVERIFY(larger);
        QCOMPARE((*larger)->config.size, 96);
        const PaintedMouth painted = paint(*larger, Input((*larger)->config));
        QCOMPARE(painted.rgb.size(3), 96);
    }

    void theSameSizeChangesNothing() {
        GeneratorModel model(small());
        const TensorMap archive = generatorArchive(*model);
        const auto same = resizedGenerator(archive, 64, "test");
        QVERIFY(same);
        for (const auto& [name, tensor] : archive) {
            QVERIFY2(torch::equal(tensor, same->at(name)), name.c_str());
        }
    }

    void growingRefusesAnArchiveWithoutSize() { QVERIFY(!resizedGenerator({}, 96, "nothing")); }
};

QTEST_GUILESS_MAIN(TestGeneratorModel)
#include "tst_generatormodel.moc"
