// Lips that meet on m, b and p: on posteriors made up, and on speech whose bilabials are known.
#include "engine/assessment/closure.h"
#include "engine/dubbing/bilabialclosure.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/speech/acousticmodel.h"
#include "engine/speech/phoneposteriors.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <optional>

using namespace lipwright;
using dubbing::BilabialSound;

namespace {

constexpr double kFrameSeconds = 0.04;
constexpr double kFirstSecond = 2.0;
constexpr double kBumpSecond = 2.5;  ///< frame 12.5 of the curves
/// Closed lips are 2 deviations below this actor's mean.
const face::MouthRange kActor{{0.10F, 1.0F, 0.3F, 0.8F, 0.3F, 0.4F},
                              {0.05F, 0.1F, 0.1F, 0.1F, 0.1F, 0.1F}};
constexpr float kClosed = -2.0F;

std::size_t columnOf(const char* phone) {
    const auto model = speech::AcousticModel::load();
    const auto& phones = (*model)->phones();
    return static_cast<std::size_t>(std::ranges::find(phones, phone) - phones.begin());
}

/// A second of evenly spread posteriors; for `rows` around its middle a phone has `probability`.
std::vector<float> posteriors(const char* phone, int rows, float probability) {
    std::vector<float> result(100 * speech::kPhones, 0.5F / speech::kPhones);
    const std::size_t column = columnOf(phone);
    for (int row = 50 - rows / 2; row < 50 - rows / 2 + rows; ++row) {
        result[static_cast<std::size_t>(row) * speech::kPhones + column] = probability;
    }
    return result;
}

std::vector<BilabialSound> heard(const char* phone, int rows, float probability) {
    return dubbing::bilabialSounds(posteriors(phone, rows, probability), kFirstSecond);
}

std::vector<double> frameTimes(std::size_t frames, double first) {
    std::vector<double> times;
    for (std::size_t t = 0; t < frames; ++t) {
        times.push_back(first + static_cast<double>(t) * kFrameSeconds);
    }
    return times;
}

/// A second of a mouth that stands still.
std::vector<float> openings(float opening, const std::vector<BilabialSound>& sounds) {
    face::MouthShape shape{};
    shape[0] = opening;
    synthesis::ShapeCurve curve{0, std::vector<face::MouthShape>(25, shape)};
    dubbing::closeOnBilabials(curve, frameTimes(25, kFirstSecond), sounds, kActor);
    std::vector<float> result;
    for (const auto& made : curve.shapes) {
        result.push_back(made[0]);
    }
    return result;
}

assessment::MouthCurve mouthOf(const synthesis::ShapeCurve& curve,
                               const std::vector<double>& times) {
    assessment::MouthCurve mouth{{}, kActor.absolute({-1.4F})[0]};
    for (std::size_t t = 0; t < times.size(); ++t) {
        mouth.samples.push_back({times[t], kActor.absolute(curve.shapes[t])[0]});
    }
    return mouth;
}

}  // namespace

class TestBilabialClosure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        auto speeches = assessment::speakBilabials(m_folder.path().toStdString());
        QVERIFY2(speeches.has_value(), speeches ? "" : speeches.error().reason.c_str());
        m_speeches = std::move(*speeches);
        auto network = dubbing::loadShapeNetwork(
            {qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString()}, nets::Device::cpu);
        QVERIFY2(network.has_value(), network ? "" : network.error().reason.c_str());
        m_network.emplace(std::move(*network));
    }

    void eachBilabialIsHeardInItsPlace_data() {
        QTest::addColumn<QString>("phone");
        for (const char* phone : {"M", "B", "P"}) {
            QTest::newRow(phone) << QString(phone);
        }
    }

    void eachBilabialIsHeardInItsPlace() {
        QFETCH(QString, phone);
        const auto sounds = heard(phone.toUtf8().constData(), 7, 0.4F);
        QCOMPARE(sounds.size(), std::size_t{1});
        QVERIFY(std::abs(sounds.front().seconds - kBumpSecond) < 0.011);
        QVERIFY(sounds.front().probability > 0.2F && sounds.front().probability < 0.4F);
    }

    void otherSoundsAreNone() {
        QVERIFY(heard("N", 7, 0.9F).empty());
        QVERIFY(heard("F", 7, 0.9F).empty());
        QVERIFY(heard("SIL", 7, 0.9F).empty());
    }

    void noiseOfOneRowAndLongNoiseAreNone() {
        QVERIFY(heard("P", 1, 0.2F).empty());
        QCOMPARE(heard("M", 15, 0.4F).size(), std::size_t{1});
        QVERIFY(heard("M", 40, 0.4F).empty());
    }

    void nothingIsHeardInNothing() {
        QVERIFY(dubbing::bilabialSounds({}, 0.0).empty());
        QVERIFY(openings(0.5F, {}) == std::vector<float>(25, 0.5F));
    }

    void lipsMeetInOneFrameAndPartOnBothSides() {
        const auto closed = openings(-0.5F, {{kBumpSecond, 0.3F}});
        const auto lowest = std::ranges::min_element(closed) - closed.begin();
        QVERIFY(lowest == 11 || lowest == 12);
        QVERIFY(std::abs(closed[static_cast<std::size_t>(lowest)] - kClosed) < 1e-4F);
        for (std::ptrdiff_t t = 0; t < 25; ++t) {
            const float opening = closed[static_cast<std::size_t>(t)];
            const bool near = std::abs(t - lowest) <= 2;
            QVERIFY(near ? opening < -0.5F : opening == -0.5F);
        }
        const auto at = static_cast<std::size_t>(lowest);
        QVERIFY(closed[at - 1] < closed[at - 2] && closed[at + 1] < closed[at + 2]);
    }

    // An actor's own network, or a style, opens the mouth otherwise; the same sounds close it.
    void theUsualOpeningTellsWhetherLipsMeet() {
        const auto lowestOf = [](std::optional<float> usual) {
            return std::ranges::min(openings(1.0F, {{kBumpSecond, 0.16F, usual}}));
        };
        QCOMPARE(lowestOf(std::nullopt), 1.0F);
        QVERIFY(std::abs(lowestOf(-1.0F) - kClosed) < 1e-4F);

        std::vector<BilabialSound> sounds = {{kBumpSecond, 0.16F}, {kFirstSecond + 3.0, 0.16F}};
        std::vector<face::MouthShape> usual(25, face::MouthShape{0.5F});
        usual[12][0] = -1.0F;
        dubbing::judgeByOpening(sounds, usual, frameTimes(25, kFirstSecond));
        QCOMPARE(sounds[0].usualOpening.value_or(0.0F), -1.0F);
        QVERIFY(!sounds[1].usualOpening.has_value());
    }

    void theNetworksOwnDipIsDeepened() {
        synthesis::ShapeCurve curve{0, std::vector<face::MouthShape>(25)};
        curve.shapes[12][0] = -0.2F;
        dubbing::closeOnBilabials(curve, frameTimes(25, kFirstSecond),
                                  std::vector<BilabialSound>{{kBumpSecond, 0.3F}}, kActor);
        QVERIFY(std::abs(curve.shapes[12][0] - kClosed) < 1e-4F);
    }

    void doubtClosesLessAndAnOpenMouthIsDoubted() {
        const auto lowestOf = [](float opening, float probability) {
            return std::ranges::min(openings(opening, {{kBumpSecond, probability}}));
        };
        QCOMPARE(lowestOf(0.0F, 0.12F), 0.0F);
        const float half = lowestOf(0.0F, 0.155F);
        QVERIFY(half < -0.5F && half > -1.5F);
        QVERIFY(lowestOf(-1.0F, 0.12F) < -1.0F);
        QCOMPARE(lowestOf(2.0F, 0.17F), 2.0F);
    }

    void nothingIsOpened() {
        const auto pressed = openings(-2.5F, {{kBumpSecond, 0.3F}});
        QVERIFY(pressed == std::vector<float>(25, -2.5F));
    }

    void soundsBeyondTheCurveAreLeftOut() {
        const auto open = openings(0.0F, {{kFirstSecond - 1.0, 0.3F}, {kFirstSecond + 3.0, 0.3F}});
        QVERIFY(open == std::vector<float>(25, 0.0F));
    }

    void aStyleClosesOnTheSameSounds() {
        const auto voice = dubbing::SpeechTrack::open(m_speeches.front().sound);
        const auto times = frameTimes(100, 0.0);
        const auto plain = voice->mouthAt(times, m_network->listeners());
        const auto wide = voice->mouthAt(times, m_network->listeners({1.0, 0.0}));
        QVERIFY(plain && wide && !plain->bilabials.empty() && plain->shapes != wide->shapes);
        auto judged = plain->bilabials;
        dubbing::judgeByOpening(judged, plain->shapes, times);
        QCOMPARE(wide->bilabials.size(), judged.size());
        for (std::size_t i = 0; i < judged.size(); ++i) {
            QVERIFY(!plain->bilabials[i].usualOpening.has_value());
            QVERIFY(wide->bilabials[i].usualOpening == judged[i].usualOpening);
        }
    }

    // The network alone closes on half of them, the other moments of the curve seldom.
    void realSpeechClosesOnItsBilabials() {
        double closed = 0.0;
        double ajar = 0.0;
        double chance = 0.0;
        for (const auto& speech : m_speeches) {
            const auto voice = dubbing::SpeechTrack::open(speech.sound);
            const auto frames = static_cast<std::size_t>(voice->seconds() / kFrameSeconds);
            const auto times = frameTimes(frames, 0.0);
            const auto mouth = voice->mouthAt(times, m_network->listeners());
            QVERIFY(mouth.has_value());
            const synthesis::ShapeCurve before{0, mouth->shapes};
            const auto after = dubbing::curveOf(*mouth, times, 0, kActor);
            const auto found = assessment::lipClosure(mouthOf(after, times), speech.bilabials);
            closed += found.closed;
            chance += found.chance;
            ajar += assessment::lipClosure(mouthOf(before, times), speech.bilabials).closed;
        }
        const auto all = static_cast<double>(m_speeches.size());
        qInfo("closed %.2f, by chance %.2f, before %.2f", closed / all, chance / all, ajar / all);
        QVERIFY(closed / all > 0.65);
        QVERIFY(closed > 2.0 * chance);
        QVERIFY(closed > 1.4 * ajar);
    }

private:
    QTemporaryDir m_folder;
    std::vector<assessment::BilabialSpeech> m_speeches;
    std::optional<dubbing::VerifiedShapeNetwork> m_network;
};

QTEST_GUILESS_MAIN(TestBilabialClosure)
#include "tst_bilabialclosure.moc"
