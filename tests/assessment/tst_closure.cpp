// Closed lips on m, b and p: counted on made-up curves, and the sentences that ask for them.
#include "engine/assessment/closure.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>

using namespace lipwright::assessment;

namespace {

constexpr double kFrame = 0.04;
constexpr int kFrames = 100;

/// A mouth 0.3 open that closes to 0.02 around frames 20 and 60.
MouthCurve speaking() {
    MouthCurve curve{{}, 0.02};
    for (int i = 0; i < kFrames; ++i) {
        const int away = std::min(std::abs(i - 20), std::abs(i - 60));
        curve.samples.push_back({i * kFrame, away == 0 ? 0.02 : away == 1 ? 0.15 : 0.3});
    }
    return curve;
}

SpokenSound at(int frame) {
    return {frame * kFrame, (frame + 1) * kFrame};
}

}  // namespace

class TestClosure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lipsThatCloseAreCounted() {
        const std::vector<SpokenSound> sounds{at(20), at(40), at(60), at(80)};
        const LipClosure closure = lipClosure(speaking(), sounds);
        QCOMPARE(closure.bilabials, 4);
        QCOMPARE(closure.closed, 0.5);
        QCOMPARE(closure.chance, 0.0);
    }

    void twoFramesBesideIsNearEnoughAndThreeIsNot() {
        QCOMPARE(lipClosure(speaking(), std::vector{at(22)}).closed, 1.0);
        QCOMPARE(lipClosure(speaking(), std::vector{at(23)}).closed, 0.0);
    }

    void whatClosesElsewhereIsChance() {
        const LipClosure closure = lipClosure(speaking(), std::vector{at(80)});
        QCOMPARE(closure.closed, 0.0);
        QVERIFY2(closure.chance > 0.08 && closure.chance < 0.15,
                 QByteArray::number(closure.chance));
    }

    void aStillMouthClosesNowhere() {
        MouthCurve shut = speaking();
        for (OpeningSample& sample : shut.samples) {
            sample.opening = shut.closedOpening;
        }
        QCOMPARE(lipClosure(shut, std::vector{at(20), at(60)}).closed, 0.0);
        MouthCurve open = speaking();
        for (OpeningSample& sample : open.samples) {
            sample.opening = 0.3;
        }
        QCOMPARE(lipClosure(open, std::vector{at(20), at(60)}).closed, 0.0);
    }

    void soundsBesideTheCurveDoNotCount() {
        QCOMPARE(lipClosure(speaking(), std::vector{at(20), at(500)}).bilabials, 1);
        QCOMPARE(lipClosure({}, std::vector{at(20)}).bilabials, 0);
    }

    void sentencesAreSpokenWithTheirTimes() {
        const QTemporaryDir folder;
        const auto speeches = speakBilabials(folder.path().toStdString());
        QVERIFY2(speeches.has_value(), speeches ? "" : speeches.error().text().c_str());
        QVERIFY(speeches->size() >= 4);
        for (const BilabialSpeech& speech : *speeches) {
            QVERIFY2(speech.bilabials.size() >= 20, speech.language.c_str());
            QVERIFY(std::filesystem::file_size(speech.sound) > 200'000);
            double last = 0.0;
            for (const SpokenSound& sound : speech.bilabials) {
                QVERIFY2(sound.startSeconds >= last && sound.endSeconds > sound.startSeconds &&
                             sound.endSeconds - sound.startSeconds < 0.5,
                         speech.language.c_str());
                last = sound.startSeconds;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestClosure)
#include "tst_closure.moc"
