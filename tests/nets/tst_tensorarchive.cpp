#include "engine/core/atomicfile.h"
#include "engine/nets/tensorarchive_p.h"
#include "engine/nets/weights.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;

namespace {

std::filesystem::path fileIn(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / "a.weights";
}

nets::TensorMap sample() {
    torch::manual_seed(1);
    return {{"b.weight", torch::randn({4, 3})},
            {"count", torch::full({1}, 7, torch::kLong)},
            {"scalar", torch::tensor(2.5F)}};
}

std::string contentOf(const std::filesystem::path& file) {
    return core::readSmallFile(file).value();
}

}  // namespace

class TestTensorArchive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data() {
        QTest::addColumn<bool>("half");
        QTest::newRow("full") << false;
        QTest::newRow("half") << true;
    }
    void roundTrip() {
        QFETCH(bool, half);
        QTemporaryDir folder;
        const nets::TensorMap written = sample();
        QVERIFY(nets::writeTensors(fileIn(folder), written,
                                   half ? nets::StoredPrecision::half : nets::StoredPrecision::full)
                    .has_value());
        const auto read = nets::readTensors(fileIn(folder));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), written.size());
        QCOMPARE(read->at("b.weight").scalar_type(), torch::kFloat);
        QVERIFY(
            torch::allclose(read->at("b.weight"), written.at("b.weight"), 0.0, half ? 2e-3 : 0.0));
        QCOMPARE(read->at("count").item<std::int64_t>(), std::int64_t{7});
        QCOMPARE(read->at("scalar").item<float>(), 2.5F);
    }

    void refusesDamagedFiles_data() {
        QTest::addColumn<QByteArray>("content");
        QTemporaryDir folder;
        QVERIFY(
            nets::writeTensors(fileIn(folder), sample(), nets::StoredPrecision::full).has_value());
        const std::string good = contentOf(fileIn(folder));
        const auto bytes = [](const std::string& text) {
            return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("these are no weights, just some words in a file");
        QTest::newRow("zip header only") << QByteArray("PK\x03\x04") + QByteArray(40, '\0');
        for (const double part : {0.1, 0.5, 0.9, 0.99}) {
            QTest::addRow("truncated to %d %%", static_cast<int>(100 * part)) << bytes(
                good.substr(0, static_cast<std::size_t>(part * static_cast<double>(good.size()))));
        }
        std::string noPickle = good;
        const auto at = noPickle.find("data.pkl");
        QVERIFY(at != std::string::npos);
        for (std::size_t i = 60; i < 120; ++i) {
            noPickle[at + i] = '\x7f';
        }
        QTest::newRow("garbage in the pickle") << bytes(noPickle);
    }
    void refusesDamagedFiles() {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QVERIFY(core::writeFileAtomically(fileIn(folder), content.toStdString()).has_value());
        const auto read = nets::readTensors(fileIn(folder));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, core::ErrorCode::modelInvalid);
        QVERIFY(read.error().place.find("a.weights") != std::string::npos);
        QVERIFY(!read.error().remedy.empty());
    }

    void refusesWhatIsNoDictionaryOfTensors() {
        QTemporaryDir folder;
        const auto store = [&folder](const torch::IValue& value) {
            const std::vector<char> data = torch::pickle_save(value);
            QVERIFY(
                core::writeFileAtomically(fileIn(folder), {data.data(), data.size()}).has_value());
        };
        store(torch::ones({2}));
        QVERIFY(!nets::readTensors(fileIn(folder)).has_value());
        c10::Dict<std::string, std::int64_t> numbers;
        numbers.insert("a", 1);
        store(numbers);
        QVERIFY(!nets::readTensors(fileIn(folder)).has_value());
    }

    void missingFileIsNamed() {
        const auto read = nets::readTensors("/nowhere/a.weights");
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, core::ErrorCode::fileNotFound);
        QVERIFY(read.error().place.find("/nowhere/a.weights") != std::string::npos);
    }

    void assignsOnlyWhatFits() {
        torch::nn::Linear layer(3, 4);
        nets::TensorMap values = {{"weight", torch::ones({4, 3})},
                                  {"bias", torch::zeros({4})},
                                  {"config.width", torch::ones({1})}};
        QVERIFY(nets::assignTensors(*layer, values, "file").has_value());
        QCOMPARE(layer->weight.sum().item<float>(), 12.0F);
        values["weight"] = torch::ones({3, 4});
        QVERIFY(!nets::assignTensors(*layer, values, "file").has_value());
        values["weight"] = torch::ones({4, 3});
        values["other"] = torch::ones({1});
        QVERIFY(!nets::assignTensors(*layer, values, "file").has_value());
        values.erase("other");
        values.erase("bias");
        const auto missing = nets::assignTensors(*layer, values, "file");
        QVERIFY(!missing.has_value());
        QVERIFY(missing.error().reason.find("bias") != std::string::npos);
    }

    void comparesWithTheManifest() {
        QTemporaryDir folder;
        QVERIFY(
            nets::writeTensors(fileIn(folder), sample(), nets::StoredPrecision::half).has_value());
        auto shapes = nets::weightShapes(fileIn(folder));
        QVERIFY(shapes.has_value());
        QCOMPARE(shapes->at("b.weight"), (std::vector<std::int64_t>{4, 3}));
        QVERIFY(nets::checkWeights(fileIn(folder), *shapes).has_value());
        nets::WeightShapes other = *shapes;
        other["b.weight"] = {3, 4};
        QVERIFY(!nets::checkWeights(fileIn(folder), other).has_value());
        other = *shapes;
        other.erase("count");
        QVERIFY(!nets::checkWeights(fileIn(folder), other).has_value());
        other = *shapes;
        other["more"] = {1};
        QVERIFY(!nets::checkWeights(fileIn(folder), other).has_value());
    }
};

QTEST_GUILESS_MAIN(TestTensorArchive)
#include "tst_tensorarchive.moc"
