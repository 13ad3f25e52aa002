#include "engine/speech/speechfeatures.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace lipwright::speech;

namespace {

std::vector<float> babble(std::size_t count) {
    std::mt19937 random(11);
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float loudness = (i / 8000) % 2 == 0 ? 0.3F : 0.0005F;
        samples[i] = loudness * (static_cast<float>(random() % 2001) / 1000.0F - 1.0F);
    }
    return samples;
}

}  // namespace

class TestSpeechFeatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsNumbersWhileForgetting() {
        const std::vector<float> samples = babble(20 * kSampleRate);
        const std::vector<float> whole = MelSpectrogram::of(samples);
        auto window = FeatureWindow::create();
        QVERIFY(window.has_value());
        std::int64_t compared = 0;
        for (std::size_t second = 0; second < 20; ++second) {
            window->push(std::span(samples).subspan(second * kSampleRate, kSampleRate));
            window->dropBefore(static_cast<double>(second) - 1.0);
            QVERIFY(window->endColumn() - window->firstColumn() <= 2 * kMelColumnsPerSecond);
            QVERIFY(window->endStep() - window->firstStep() <= 2 * kActivityStepsPerSecond);
            const auto columns = window->columns(window->firstColumn(), window->endColumn());
            const auto* wanted = whole.data() + window->firstColumn() * kMelBands;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                QVERIFY(std::abs(columns[i] - wanted[i]) < 1e-5F);
                ++compared;
            }
        }
        window->finish();
        QVERIFY(compared > 19 * 80 * 80);
        QCOMPARE(window->endColumn(), std::int64_t{20 * 80 + 1});
        QCOMPARE(window->endStep(), std::int64_t{2000});
    }

    void spansOutsideAreEmptyOrPadded() {
        auto window = FeatureWindow::create();
        window->push(babble(3 * kSampleRate));
        window->finish();
        window->dropBefore(1.0);
        QCOMPARE(window->firstColumn(), std::int64_t{80});
        QVERIFY(window->columns(79, 90).empty());
        QVERIFY(window->columns(200, 300).empty());
        QVERIFY(window->columns(90, 90).empty());
        QVERIFY(window->activity(99, 110).empty());
        QCOMPARE(window->activity(100, 300).size(), std::size_t{200});
        const std::vector<float> over = window->paddedColumns(239, 243);
        const auto known = window->columns(239, 241);
        QCOMPARE(over.size(), std::size_t{4 * kMelBands});
        QVERIFY(std::equal(known.begin(), known.end(), over.begin()));
        QCOMPARE(over[2 * kMelBands], -4.0F);
        QCOMPARE(window->paddedColumns(-20, -10), std::vector<float>(10 * kMelBands, -4.0F));
        QCOMPARE(window->paddedColumns(900, 910), std::vector<float>(10 * kMelBands, -4.0F));
    }

    void forgettingTooMuchIsHarmless() {
        auto window = FeatureWindow::create();
        window->push(babble(kSampleRate));
        window->dropBefore(1e12);
        window->dropBefore(std::nan(""));
        window->dropBefore(-5.0);
        QCOMPARE(window->firstColumn(), window->endColumn());
        window->push(babble(kSampleRate));
        QVERIFY(window->endColumn() > window->firstColumn());
    }
};

QTEST_GUILESS_MAIN(TestSpeechFeatures)
#include "tst_speechfeatures.moc"
