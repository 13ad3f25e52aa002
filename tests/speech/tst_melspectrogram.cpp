#include "engine/speech/melspectrogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace lipwright::speech;

namespace {

struct Golden {
    std::vector<float> samples;
    std::vector<float> columns;
};

Golden readGolden() {
    QFile file(QStringLiteral(LIPWRIGHT_GOLDEN_DIR "/mel.bin"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray bytes = file.readAll();
    std::int32_t counts[2] = {0, 0};
    if (bytes.size() < 8) {
        return {};
    }
    std::memcpy(counts, bytes.constData(), 8);
    Golden golden;
    golden.samples.resize(static_cast<std::size_t>(counts[0]));
    golden.columns.resize(static_cast<std::size_t>(counts[1]) * kMelBands);
    const auto size = static_cast<qsizetype>(golden.samples.size() * 4);
    if (bytes.size() != 8 + size + static_cast<qsizetype>(golden.columns.size() * 4)) {
        return {};
    }
    std::memcpy(golden.samples.data(), bytes.constData() + 8, golden.samples.size() * 4);
    std::memcpy(golden.columns.data(), bytes.constData() + 8 + size, golden.columns.size() * 4);
    return golden;
}

float largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    float largest = a.size() == b.size() ? 0.0F : std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, std::abs(a[i] - b[i]));
    }
    return largest;
}

std::vector<float> noise(std::size_t count) {
    std::mt19937 random(3);
    std::vector<float> samples(count);
    for (float& sample : samples) {
        sample = static_cast<float>(random() % 20001) / 10000.0F - 1.0F;
    }
    return samples;
}

std::vector<float> streamed(const std::vector<float>& samples, std::size_t block) {
    MelSpectrogram mel;
    std::vector<float> columns;
    for (std::size_t at = 0; at < samples.size(); at += block) {
        mel.push(std::span(samples).subspan(at, std::min(block, samples.size() - at)), columns);
    }
    mel.finish(columns);
    return columns;
}

}  // namespace

class TestMelSpectrogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesTheDefinition() {
        const Golden golden = readGolden();
        QVERIFY(!golden.samples.empty());
        const std::vector<float> columns = MelSpectrogram::of(golden.samples);
        QCOMPARE(columns.size(), golden.columns.size());
        // float32 against float64: 0.002 of a scale 8 wide is 0.025 dB.
        QVERIFY2(largestDifference(columns, golden.columns) < 2e-3F,
                 qPrintable(QString::number(largestDifference(columns, golden.columns))));
    }

    void streamsAsTheWhole_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("block");
        for (const int count : {1, 2, 199, 200, 400, 401, 402, 800, 1001, 52345}) {
            for (const int block : {1, 160, 1024, 40000}) {
                QTest::addRow("%d samples by %d", count, block) << count << block;
            }
        }
    }

    void streamsAsTheWhole() {
        QFETCH(int, count);
        QFETCH(int, block);
        const std::vector<float> samples = noise(static_cast<std::size_t>(count));
        const std::vector<float> whole = MelSpectrogram::of(samples);
        QCOMPARE(whole.size(), static_cast<std::size_t>((1 + count / kMelHopSamples) * kMelBands));
        QVERIFY(largestDifference(whole, streamed(samples, static_cast<std::size_t>(block))) <
                1e-5F);
    }

    void givesColumnsAsSoonAsTheyAreComplete() {
        const std::vector<float> samples = noise(16000);
        MelSpectrogram mel;
        std::vector<float> columns;
        mel.push(samples, columns);
        QCOMPARE(columns.size(), std::size_t{79 * kMelBands});
    }

    void silenceIsTheLowestValue() {
        for (const float value : MelSpectrogram::of(std::vector<float>(4000, 0.0F))) {
            QCOMPARE(value, -4.0F);
        }
    }

    void survivesValuesThatAreNotFinite() {
        std::vector<float> samples = noise(4000);
        samples[1000] = std::numeric_limits<float>::quiet_NaN();
        samples[2000] = std::numeric_limits<float>::infinity();
        for (const float value : MelSpectrogram::of(samples)) {
            QVERIFY(value >= -4.0F && value <= 4.0F);
        }
        QVERIFY(MelSpectrogram::of({}).empty());
    }

    void isFast() {
        const std::vector<float> samples = noise(16000 * 30);
        QElapsedTimer timer;
        timer.start();
        const std::vector<float> columns = MelSpectrogram::of(samples);
        const double speed = 30e9 / static_cast<double>(timer.nsecsElapsed());
        qInfo("%.0f x real time", speed);
        QVERIFY(!columns.empty());
        QVERIFY2(speed > 20.0, "slower than a tenth of what an idle core does");
    }
};

QTEST_GUILESS_MAIN(TestMelSpectrogram)
#include "tst_melspectrogram.moc"
