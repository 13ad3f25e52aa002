// When a mouth comes to rest because its voice is silent.
#include "engine/dubbing/silencegate.h"

#include <QtTest>
#include <cmath>
#include <numbers>

using namespace lipwright;
using dubbing::VoiceLevels;

namespace {

constexpr int kRate = 16000;
constexpr double kFrameSeconds = 0.04;

/// A curve of ones at 25 frames/s that begins with the levels.
synthesis::ShapeCurve gated(const VoiceLevels& levels, double gate, std::size_t frames) {
    face::MouthShape open;
    open.fill(1.0F);
    synthesis::ShapeCurve curve{0, std::vector<face::MouthShape>(frames, open)};
    std::vector<double> times;
    for (std::size_t t = 0; t < frames; ++t) {
        times.push_back(levels.firstSecond + static_cast<double>(t) * kFrameSeconds);
    }
    face::MouthShape rest;
    rest.fill(-2.0F);
    dubbing::restInSilence(curve, times, levels, gate, rest);
    return curve;
}

/// Loud, silent for some seconds, loud.
VoiceLevels interrupted(double silence) {
    VoiceLevels levels{3.0, std::vector<float>(100, -20.0F)};
    levels.decibels.insert(levels.decibels.end(),
                           static_cast<std::size_t>(std::lround(silence * 100)), -60.0F);
    levels.decibels.insert(levels.decibels.end(), 100, -20.0F);
    return levels;
}

}  // namespace

class TestSilenceGate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void levelsAreThoseOfTheSamples() {
        std::vector<float> samples(kRate / 2, 0.0F);
        for (int i = 0; i < kRate / 4; ++i) {
            samples[static_cast<std::size_t>(i)] =
                static_cast<float>(0.5 * std::sin(2.0 * std::numbers::pi * 200.0 * i / kRate));
        }
        const auto levels = dubbing::levelsOf(samples, kRate, -1.5);
        QCOMPARE(levels.firstSecond, -1.5);
        QCOMPARE(levels.decibels.size(), std::size_t{50});
        QVERIFY(std::abs(levels.decibels[10] - -9.03F) < 0.01F);
        QCOMPARE(levels.decibels[40], -120.0F);
    }

    void aLongSilenceRestsInItsMiddleOnly() {
        const auto curve = gated(interrupted(0.8), -40.0, 70);  // silent from 1.0 s to 1.8 s
        for (std::size_t t = 0; t < curve.shapes.size(); ++t) {
            const double second = static_cast<double>(t) * kFrameSeconds;
            const float value = curve.shapes[t][0];
            const bool speaks = second < 1.0 + 1e-6 || second > 1.8 - 1e-6;
            const bool rests = second > 1.13 && second < 1.67;
            QVERIFY2(!speaks || value == 1.0F, qPrintable(QString::number(second)));
            QVERIFY2(!rests || value == -2.0F, qPrintable(QString::number(second)));
            if (t > 0) {
                QVERIFY(std::abs(value - curve.shapes[t - 1][0]) < 1.6F);  // over some frames
            }
        }
    }

    void aPauseIsPartOfSpeech() {
        for (const auto& shape : gated(interrupted(0.18), -40.0, 50).shapes) {
            QCOMPARE(shape[0], 1.0F);
        }
    }

    void whatIsLouderThanTheGateSpeaks() {
        for (const auto& shape : gated(interrupted(0.8), -70.0, 70).shapes) {
            QCOMPARE(shape[0], 1.0F);
        }
    }

    void silenceAtAnEndGoesOnBeyondIt() {
        const VoiceLevels silent{0.0, std::vector<float>(30, -90.0F)};
        for (const auto& shape : gated(silent, -40.0, 20).shapes) {
            QCOMPARE(shape[0], -2.0F);
        }
    }
};

QTEST_GUILESS_MAIN(TestSilenceGate)
#include "tst_silencegate.moc"
