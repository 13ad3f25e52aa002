#include "engine/training/adaptation.h"
#include "engine/training/generatortrainer.h"
#include "tests/training/syntheticdataset.h"
#include "tests/training/untaughtexpert.h"

#include <QTemporaryDir>
#include <QtTest>
#include <utility>

using namespace lipwright;
using namespace lipwright::training;

namespace {

namespace fs = std::filesystem;

/// The synthetic speaker made up as nobody whom the universal network has seen: red is blue.
ClipData madeUp(unsigned seed) {
    ClipData clip = tests::syntheticClip(60, 0, seed, 0.0, 48);
    for (std::size_t i = 0; i < clip.faces.size(); i += 3) {
        std::swap(clip.faces[i], clip.faces[i + 2]);
    }
    return clip;
}

/// Clips of one speaker, every third of them kept apart.
void writeActor(const fs::path& folder, int clips) {
    QVERIFY(tests::writeSyntheticDataset(folder, {1, clips, 60, 0, 9, 48}).has_value());
    auto index = readIndex(folder);
    QVERIFY(index.has_value());
    for (std::size_t i = 0; i < index->clips.size(); ++i) {
        const auto seed = static_cast<unsigned>(i + 1);
        QVERIFY(writeClip(folder / index->clips[i].file(), madeUp(seed)).has_value());
        index->clips[i].split = i % 3 == 2 ? "validation" : "train";
    }
    QVERIFY(writeIndex(folder, *index).has_value());
}

}  // namespace

class TestGeneratorAdaptation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_root = fs::path(m_folder.path().toStdString());
        QVERIFY(tests::writeUntaughtExpert(m_root / "expert").has_value());
        QVERIFY(tests::writeSyntheticDataset(m_root / "data", {6, 1, 60, 0, 1, 48}).has_value());
        GeneratorTrainingOptions options;
        options.dataset = m_root / "data";
        options.folder = m_root / "universal";
        options.expert = m_root / "expert";
        options.size = 32;
        options.width = 4;
        options.embedding = 16;
        options.references = 3;
        options.clipsPerStep = 2;
        options.steps = options.validateEvery = 60;
        options.learningRate = 3e-3;
        options.threads = 1;
        const auto report = trainGenerator(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        m_universal = report->weights;
        writeActor(m_root / "actor", 6);
    }

    void becomesBetterOnClipsKeptApart() {
        AdaptationOptions better = options("better", 4.0);
        std::vector<double> heard;
        better.validated = [&heard](double seconds, const models::Metrics&) {
            heard.push_back(seconds);
        };
        const auto adapted = adaptGenerator(better);
        QVERIFY2(adapted.has_value(), adapted ? "" : adapted.error().text().c_str());
        QVERIFY(adapted->better);
        const double left = adapted->after.at("perceptual") / adapted->before.at("perceptual");
        QVERIFY2(left < 0.9, QByteArray::number(left));
        QCOMPARE(adapted->curve.front().metrics, adapted->before);
        QVERIFY(adapted->curve.size() >= 2);
        QCOMPARE(heard.size(), adapted->curve.size());
        for (std::size_t i = 1; i < adapted->curve.size(); ++i) {
            QCOMPARE(heard[i], adapted->curve[i].seconds);
            QVERIFY(adapted->curve[i].seconds > adapted->curve[i - 1].seconds);
        }
        keepsWhatIsUniversal(adapted->weights);
    }

    void aStopKeepsTheWork() {
        std::stop_source stop;
        const auto stopped =
            adaptGenerator(options("stopped", 3.0), stop.get_token(),
                           [&stop](const core::Progress&) { stop.request_stop(); });
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, core::ErrorCode::cancelled);
        const auto resumed = adaptGenerator(options("stopped", 3.0));
        QVERIFY2(resumed.has_value(), resumed ? "" : resumed.error().text().c_str());
        // The universal network was judged before the stop, and not again.
        QVERIFY(resumed->curve[1].seconds > resumed->curve[0].seconds);
        QCOMPARE(resumed->curve.front().metrics, resumed->before);
    }

    void needsClipsKeptApart() {
        AdaptationOptions lone = options("lone", 1.0);
        lone.dataset = m_root / "alone";
        writeActor(lone.dataset, 2);
        const auto adapted = adaptGenerator(lone);
        QVERIFY(!adapted.has_value());
        QVERIFY(adapted.error().place.find("alone") != std::string::npos);
    }

private:
    AdaptationOptions options(const std::string& name, double seconds) {
        AdaptationOptions options;
        options.dataset = m_root / "actor";
        options.universal = m_universal;
        options.folder = m_root / name;
        options.expert = m_root / "expert";
        options.seconds = seconds;
        options.threads = 1;
        return options;
    }

    /// What hears, and what reads fine detail, is the universal network's, bit for bit.
    void keepsWhatIsUniversal(const fs::path& weights) {
        const auto before = nets::readTensors(m_universal);
        const auto after = nets::readTensors(weights);
        QVERIFY(before.has_value() && after.has_value());
        QCOMPARE(before->size(), after->size());
        int moved = 0;
        for (const auto& [name, tensor] : *before) {
            const bool same = torch::equal(tensor, after->at(name));
            const bool frozen = name.starts_with("sound.") || name.starts_with("shape.") ||
                                name.starts_with("identity.level0");
            QVERIFY2(same || !frozen, name.c_str());
            moved += name.starts_with("decoder.") && !same ? 1 : 0;
        }
        QVERIFY(moved > 10);
    }

    QTemporaryDir m_folder;
    fs::path m_root;
    fs::path m_universal;
};

QTEST_GUILESS_MAIN(TestGeneratorAdaptation)
#include "tst_generatoradaptation.moc"
