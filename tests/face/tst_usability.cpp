#include "engine/face/usability_p.h"
#include "tests/face/facefixture.h"

#include <QtTest>

using namespace lipwright::face;
using namespace lipwright::face::test;

namespace {

constexpr std::size_t kFrames = 120;

/// A track that is usable throughout: sharp, frontal, its lower face changing a little as it
/// speaks.
RawTrack goodTrack() {
    RawTrack raw;
    std::mt19937 random(1);
    std::uniform_int_distribution<int> flicker(-12, 12);
    for (std::size_t i = 0; i < kFrames; ++i) {
        FaceObservation o;
        o.usability = FaceUsability::usable;
        o.box = {100, 100, 150, 150};
        o.pose.residual = 0.018F;
        o.pose.yaw = 0.1F * std::sin(static_cast<float>(i) * 0.2F);
        o.sharpness = 150.0F;
        raw.track.observations.push_back(o);
        FrameSignals signals;
        for (int p = 0; p < kLowerFaceColumns * kLowerFaceRows; ++p) {
            signals.lowerFace.push_back(
                static_cast<std::uint8_t>(120 + 60 * std::sin(p * 0.7) + flicker(random)));
        }
        raw.signals.push_back(signals);
    }
    return raw;
}

void cover(FrameSignals& signals) {
    for (std::size_t p = 0; p < signals.lowerFace.size(); ++p) {
        signals.lowerFace[p] =
            static_cast<std::uint8_t>(120 + 60 * std::cos(static_cast<double>(p) * 0.31));
    }
}

using Harm = std::function<void(RawTrack&, std::size_t)>;

}  // namespace

class TestUsability : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goodTrackIsUsable();
    void reasons_data();
    void reasons();
    void aSoftTrackIsNotBlurred();
    void oneFailedCheckIsForgiven();
    void everyReasonHasWords();
};

void TestUsability::goodTrackIsUsable() {
    RawTrack raw = goodTrack();
    judgeUsability(raw, {});
    for (const auto& o : raw.track.observations) {
        QCOMPARE(o.usability, FaceUsability::usable);
    }
}

void TestUsability::reasons_data() {
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<FaceUsability>("reason");
    const auto row = [](const char* name, FaceUsability reason, Harm harm) {
        QTest::newRow(name) << harm << reason;
    };
    row("gone", FaceUsability::noFace, [](RawTrack& raw, std::size_t i) {
        raw.track.observations[i] = {};
        raw.signals[i] = {};
    });
    row("small", FaceUsability::tooSmall,
        [](RawTrack& raw, std::size_t i) { raw.track.observations[i].box.height = 59; });
    row("to the side", FaceUsability::turnedAway,
        [](RawTrack& raw, std::size_t i) { raw.track.observations[i].pose.yaw = -0.7F; });
    row("down", FaceUsability::turnedAway,
        [](RawTrack& raw, std::size_t i) { raw.track.observations[i].pose.pitch = 0.7F; });
    row("blurred", FaceUsability::blurred,
        [](RawTrack& raw, std::size_t i) { raw.track.observations[i].sharpness = 9.0F; });
    row("misfit", FaceUsability::occluded,
        [](RawTrack& raw, std::size_t i) { raw.track.observations[i].pose.residual = 0.08F; });
    row("covered", FaceUsability::occluded,
        [](RawTrack& raw, std::size_t i) { cover(raw.signals[i]); });
    row("unseen by the detector", FaceUsability::occluded, [](RawTrack& raw, std::size_t i) {
        raw.track.observations[i].pose.residual = 0.035F;
        raw.signals[i].doubted = i % 6 == 0;
    });
}

void TestUsability::reasons() {
    QFETCH(Harm, harm);
    QFETCH(FaceUsability, reason);
    RawTrack raw = goodTrack();
    for (std::size_t i = 60; i <= 72; ++i) {
        harm(raw, i);
    }
    judgeUsability(raw, {});
    for (std::size_t i = 0; i < kFrames; ++i) {
        const auto wanted = i >= 60 && i <= 72 ? reason : FaceUsability::usable;
        QVERIFY2(raw.track.observations[i].usability == wanted, qPrintable(QString::number(i)));
    }
}

void TestUsability::aSoftTrackIsNotBlurred() {
    RawTrack raw = goodTrack();
    for (auto& o : raw.track.observations) {
        o.sharpness = 6.0F;
    }
    judgeUsability(raw, {});
    QCOMPARE(raw.track.observations[50].usability, FaceUsability::usable);
}

void TestUsability::oneFailedCheckIsForgiven() {
    RawTrack raw = goodTrack();
    raw.signals[60].doubted = true;
    raw.track.observations[60].pose.residual = 0.035F;
    judgeUsability(raw, {});
    QCOMPARE(raw.track.observations[60].usability, FaceUsability::usable);
}

void TestUsability::everyReasonHasWords() {
    QSet<QString> words;
    for (int u = 0; u <= static_cast<int>(FaceUsability::occluded); ++u) {
        words.insert(toString(static_cast<FaceUsability>(u)));
    }
    QCOMPARE(words.size(), 6);
}

QTEST_GUILESS_MAIN(TestUsability)
#include "tst_usability.moc"
