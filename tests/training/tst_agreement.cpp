#include "engine/training/agreement.h"
#include "tests/training/syntheticdataset.h"

#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::training;

namespace {

/// What a perfect network predicts from the clip's sound: the measures themselves, 50 per second,
/// where the sound says them.
ClipCurve perfectCurve(const ClipData& clip, int soundLate) {
    ClipCurve curve;
    const double seconds = static_cast<double>(clip.mel.size() / kClipMelBands) / 80.0;
    const double last = static_cast<double>(clip.seconds.size() - 1);
    for (int row = 0; row < static_cast<int>(50 * seconds); ++row) {
        const double frame = std::clamp((row / 50.0 - soundLate / 25.0) * 25.0, 0.0, last);
        const auto low = static_cast<std::size_t>(frame);
        const std::size_t high = std::min(low + 1, clip.seconds.size() - 1);
        const auto t = static_cast<float>(frame - static_cast<double>(low));
        for (std::size_t m = 0; m < kClipMeasures; ++m) {
            curve.values.push_back(clip.measures[low * kClipMeasures + m] * (1 - t) +
                                   clip.measures[high * kClipMeasures + m] * t);
        }
    }
    return curve;
}

MeasuredFrames framesOf(const ClipData& clip) {
    return {clip.seconds, clip.measures, clip.usable};
}

}  // namespace

class TestAgreement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheShiftExactly_data() {
        QTest::addColumn<int>("late");
        for (int late = -12; late <= 12; ++late) {
            QTest::addRow("sound %d frames late", late) << late;
        }
    }
    void findsTheShiftExactly() {
        QFETCH(int, late);
        const ClipData clip = tests::syntheticClip(120, late, 5);
        const ShiftEstimate estimate =
            estimateShift(agreementOverShifts(perfectCurve(clip, late), framesOf(clip)));
        QCOMPARE(estimate.soundLate, late);
        QVERIFY(estimate.peak > 0.99);
        QVERIFY(estimate.confidence > 2.0);
    }

    void correlationIsPearsons() {
        const ClipData clip = tests::syntheticClip(100, 0, 6);
        const auto same = correlations(perfectCurve(clip, 0), framesOf(clip));
        QVERIFY(same[0] > 0.999 && same[1] > 0.999);
        ClipCurve inverted = perfectCurve(clip, 0);
        for (float& value : inverted.values) {
            value = 3.0F - 2.0F * value;
        }
        QVERIFY(correlations(inverted, framesOf(clip))[0] < -0.999);
        const ClipData other = tests::syntheticClip(100, 0, 77);
        QVERIFY(std::abs(correlations(perfectCurve(other, 0), framesOf(clip))[0]) < 0.6);
    }

    void unusableFramesDoNotCount() {
        ClipData clip = tests::syntheticClip(100, 0, 6);
        const ClipCurve curve = perfectCurve(clip, 0);
        for (std::size_t i = 40; i < 70; ++i) {
            clip.usable[i] = 0;
            clip.measures[i * kClipMeasures] = 99.0F;
        }
        QVERIFY(correlations(curve, framesOf(clip))[0] > 0.999);
        std::fill(clip.usable.begin() + 15, clip.usable.end(), 0);
        QVERIFY(std::isnan(correlations(curve, framesOf(clip))[0]));
    }

    void poolingIgnoresWhatIsNotKnown() {
        ShiftCurve a{};
        ShiftCurve b{};
        a.fill(0.0);
        b.fill(1.0);
        b[3] = std::nan("");
        const ShiftCurve both =
            pooled(std::vector<ShiftCurve>{a, b}, std::vector<double>{1.0, 3.0});
        QCOMPARE(both[0], 0.75);
        QCOMPARE(both[3], 0.0);
        ShiftCurve unknown{};
        unknown.fill(std::nan(""));
        QCOMPARE(estimateShift(unknown).confidence, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
