#include "engine/speech/melspectrogram.h"
#include "engine/speech/voiceactivity.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <cmath>
#include <numbers>
#include <random>

using namespace lipwright::speech;

namespace {

std::vector<std::uint8_t> activityOf(std::span<const float> samples, std::size_t block = 4096) {
    auto voice = VoiceActivity::create();
    std::vector<std::uint8_t> steps;
    for (std::size_t at = 0; at < samples.size(); at += block) {
        voice->push(samples.subspan(at, std::min(block, samples.size() - at)), steps);
    }
    voice->finish(steps);
    return steps;
}

double share(const std::vector<std::uint8_t>& steps) {
    double sum = 0.0;
    for (const std::uint8_t step : steps) {
        sum += step;
    }
    return steps.empty() ? 0.0 : sum / static_cast<double>(steps.size());
}

std::vector<float> noise(double seconds, float rms) {
    std::mt19937 random(5);
    std::normal_distribution<float> normal(0.0F, rms);
    std::vector<float> samples(static_cast<std::size_t>(seconds * kSampleRate));
    for (float& sample : samples) {
        sample = normal(random);
    }
    return samples;
}

/// espeak-ng's voice at 16 kHz without the silence at its ends; empty when it can not be had.
std::vector<float> spoken(const QString& text, const QString& language) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.wav"));
    QProcess::execute(QStringLiteral("espeak-ng"),
                      {QStringLiteral("-v"), language, QStringLiteral("-w"), path, text});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray bytes = file.readAll().mid(44);
    constexpr double kRatio = 22050.0 / kSampleRate;
    const auto count = static_cast<std::size_t>(static_cast<double>(bytes.size() / 2 - 1) / kRatio);
    std::vector<float> samples(count);
    const auto* raw = reinterpret_cast<const uchar*>(bytes.constData());
    for (std::size_t i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) * kRatio;
        const auto left = static_cast<std::size_t>(at);
        const auto fraction = static_cast<float>(at - static_cast<double>(left));
        const float a = qFromLittleEndian<qint16>(raw + 2 * left) / 32768.0F;
        const float b = qFromLittleEndian<qint16>(raw + 2 * left + 2) / 32768.0F;
        samples[i] = a + fraction * (b - a);
    }
    const auto loud = [](float sample) { return std::abs(sample) > 0.004F; };
    samples.erase(std::find_if(samples.rbegin(), samples.rend(), loud).base(), samples.end());
    samples.erase(samples.begin(), std::find_if(samples.begin(), samples.end(), loud));
    return samples;
}

}  // namespace

class TestVoiceActivity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsSentencesBetweenPauses_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<double>("noiseLevel");
        QTest::newRow("English") << "en"
                                 << "Good morning everyone"
                                 << "We will see" << 0.0;
        QTest::newRow("English, room noise") << "en"
                                             << "Good morning everyone"
                                             << "We will see" << 0.001;
        QTest::newRow("Ukrainian") << "uk"
                                   << "Доброго ранку"
                                   << "Побачимо завтра" << 0.0;
        QTest::newRow("German") << "de"
                                << "Guten Morgen"
                                << "Wir werden sehen" << 0.0005;
        QTest::newRow("Spanish") << "es"
                                 << "Buenos días"
                                 << "Ya veremos" << 0.0;
    }

    void findsSentencesBetweenPauses() {
        QFETCH(QString, language);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(double, noiseLevel);
        if (QStandardPaths::findExecutable(QStringLiteral("espeak-ng")).isEmpty()) {
            QSKIP("espeak-ng is not installed");
        }
        const std::vector<float> a = spoken(first, language);
        const std::vector<float> b = spoken(second, language);
        QVERIFY(a.size() > 4000 && b.size() > 4000);
        const std::size_t startA = 11200;
        const std::size_t startB = startA + a.size() + 14400;
        std::vector<float> film = noise(static_cast<double>(startB + b.size()) / kSampleRate + 0.8,
                                        static_cast<float>(noiseLevel));
        std::transform(a.begin(), a.end(), film.begin() + startA, film.begin() + startA,
                       std::plus<>());
        std::transform(b.begin(), b.end(), film.begin() + static_cast<std::ptrdiff_t>(startB),
                       film.begin() + static_cast<std::ptrdiff_t>(startB), std::plus<>());
        const auto stretches = speechStretches(activityOf(film));
        QCOMPARE(stretches.size(), std::size_t{2});
        const std::size_t ends[4] = {startA, startA + a.size(), startB, startB + b.size()};
        const double found[4] = {stretches[0].startSeconds, stretches[0].endSeconds,
                                 stretches[1].startSeconds, stretches[1].endSeconds};
        for (int i = 0; i < 4; ++i) {
            const double wanted = static_cast<double>(ends[i]) / kSampleRate;
            QVERIFY2(std::abs(found[i] - wanted) <= 0.060,
                     qPrintable(QStringLiteral("border %1: %2 s, wanted %3 s")
                                    .arg(i)
                                    .arg(found[i])
                                    .arg(wanted)));
        }
    }

    void hearsNoVoice_data() {
        QTest::addColumn<std::vector<float>>("samples");
        std::vector<float> hum(5 * kSampleRate);
        for (std::size_t i = 0; i < hum.size(); ++i) {
            hum[i] = 0.02F * std::sin(static_cast<float>(2.0 * std::numbers::pi * 100.0 / 16000.0 *
                                                         static_cast<double>(i)));
        }
        QTest::newRow("digital silence") << std::vector<float>(5 * kSampleRate, 0.0F);
        QTest::newRow("noise at -60 dB") << noise(5.0, 0.001F);
        QTest::newRow("noise at -46 dB") << noise(5.0, 0.005F);
        QTest::newRow("mains hum") << hum;
    }

    void hearsNoVoice() {
        QFETCH(std::vector<float>, samples);
        QVERIFY(speechStretches(activityOf(samples)).empty());
    }

    void loudSteadyNoisePassesForTwoSecondsAtMost() {
        const std::vector<std::uint8_t> steps = activityOf(noise(8.0, 0.1F));
        QCOMPARE(steps.size(), std::size_t{800});
        QCOMPARE(share({steps.begin() + 210, steps.end()}), 0.0);
    }

    void blocksDoNotMatter() {
        std::vector<float> samples = noise(3.0, 0.001F);
        const std::vector<float> burst = noise(1.0, 0.2F);
        std::copy(burst.begin(), burst.end(), samples.begin() + 16123);
        const auto steps = activityOf(samples);
        QCOMPARE(steps.size(), std::size_t{300});
        QVERIFY(share(steps) > 0.2);
        QCOMPARE(activityOf(samples, 1), steps);
        QCOMPARE(activityOf(samples, 163), steps);
    }

    void stretchesBridgeAndDrop() {
        std::vector<std::uint8_t> steps(200, 0);
        std::fill(steps.begin() + 10, steps.begin() + 40, 1);
        std::fill(steps.begin() + 60, steps.begin() + 80, 1);    // 0.20 s later: joined
        std::fill(steps.begin() + 120, steps.begin() + 125, 1);  // 0.05 s long: dropped
        std::fill(steps.begin() + 160, steps.begin() + 180, 1);
        const auto stretches = speechStretches(steps);
        QCOMPARE(stretches.size(), std::size_t{2});
        QCOMPARE(stretches[0].startSeconds, 0.10);
        QCOMPARE(stretches[0].endSeconds, 0.80);
        QCOMPARE(stretches[1].startSeconds, 1.60);
        QVERIFY(speechStretches({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestVoiceActivity)
#include "tst_voiceactivity.moc"
