#include "engine/evaluation/filmscore.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/nets/expertmodel_p.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <span>

using namespace lipwright;
using namespace lipwright::evaluation;

namespace {

constexpr std::size_t kCrop = std::size_t{48} * 96 * 3;

/// An untrained expert: enough for everything but the quality of its judgement.
core::Result<nets::LipSyncExpert> smallExpert(
    const QTemporaryDir& folder, nets::ExpertSight sight = nets::ExpertSight::pictures) {
    torch::manual_seed(1);
    nets::ExpertModel model(nets::ExpertConfig{sight, 2, 8, 16, 42, 0.0});
    model->eval();
    const std::filesystem::path file =
        std::filesystem::path(folder.path().toStdString()) / "expert.weights";
    const auto written = nets::writeTensors(file, nets::expertArchive(*model, {5.0F, 0.0F}),
                                            nets::StoredPrecision::full);
    return written ? nets::LipSyncExpert::load(file) : core::passOn(written);
}

std::vector<std::uint8_t> crop(int seed) {
    std::vector<std::uint8_t> bytes(kCrop);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>((i * 7 + static_cast<std::size_t>(seed) * 31) % 251);
    }
    return bytes;
}

/// Noise of as many seconds.
struct Noise {
    explicit Noise(double seconds) {
        torch::manual_seed(4);
        mel = valuesOf(torch::rand({static_cast<std::int64_t>(80 * seconds) + 1, 80}) * 8 - 4);
        phones = valuesOf(
            torch::softmax(3 * torch::randn({static_cast<std::int64_t>(100 * seconds), 42}), 1));
    }
    static std::vector<float> valuesOf(const torch::Tensor& tensor) {
        const torch::Tensor plain = tensor.contiguous();
        return {plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel()};
    }
    [[nodiscard]] SyncSound sound(std::span<const std::uint8_t> activity = {}) const {
        return soundOf(mel, phones, activity);
    }
    std::vector<float> mel;
    std::vector<float> phones;
};

/// Unit vectors of 16: distance.
double distance(std::span<const float> a, std::span<const float> b) {
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        squares += std::pow(a[i] - b[i], 2);
    }
    return std::sqrt(squares);
}

/// What the scorer should compare: embeddings of 56 windows and of the sounds around them.
struct ByHand {
    ByHand(const nets::LipSyncExpert& expert, const Noise& noise, double start) {
        std::vector<std::uint8_t> crops;
        for (int i = 0; i < 60; ++i) {
            const auto one = crop(i);
            crops.insert(crops.end(), one.begin(), one.end());
        }
        auto features = *expert.frameFeatures(crops, 60);
        nets::FaceReference::of(expert.sight(), features).makeRelative(expert.sight(), features);
        seen = *expert.embedFrames(features, 60);
        heard = *expert.embedSound({noise.mel, noise.phones, 0.0}, start - 15 / 25.0, 86);
    }
    [[nodiscard]] double at(int window, int shift) const {
        return distance(
            std::span(seen).subspan(static_cast<std::size_t>(window) * 16, 16),
            std::span(heard).subspan(static_cast<std::size_t>(window + shift + 15) * 16, 16));
    }
    std::vector<float> seen;
    std::vector<float> heard;
};

}  // namespace

class TestSyncScorer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void distancesAreThoseOfTheEmbeddings() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        QVERIFY(expert.has_value());
        SyncScorer scorer(*expert);
        for (int i = 0; i < 60; ++i) {
            QVERIFY(scorer.pushPicture(1.0 + i / 25.0, crop(i)).has_value());
        }
        const Noise noise(6.0);
        const auto curve = scorer.finish(noise.sound());
        QVERIFY(curve.has_value());
        QCOMPARE(curve->score.windows, std::int64_t{56});
        QCOMPARE(curve->score.coverage, 1.0);
        const ByHand byHand(*expert, noise, 1.0);
        for (const int shift : {-15, 0, 2}) {
            double sum = 0.0;
            for (int w = 0; w < 56; ++w) {
                sum += byHand.at(w, shift);
            }
            const auto at = static_cast<std::size_t>(kSyncReach + shift);
            QVERIFY(std::abs(curve->score.meanDistance[at] - sum / 56) < 1e-3);
        }
        // The middle frame of the tenth window carries its raw confidence.
        const auto best = static_cast<int>(std::ranges::min_element(curve->score.meanDistance) -
                                           curve->score.meanDistance.begin());
        const double raw = curve->score.lseC + curve->score.lseD - byHand.at(10, best - kSyncReach);
        QVERIFY(std::abs(curve->frames[12].raw - raw) < 1e-3);
    }

    void zeroPaddingIsTheReferenceTools() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        SyncScorer scorer(*expert);
        for (int i = 0; i < 60; ++i) {
            QVERIFY(scorer.pushPicture(1.0 + i / 25.0, crop(i)).has_value());
        }
        const Noise noise(6.0);
        SyncOptions options;
        options.zeroPadding = true;
        const auto curve = scorer.finish(noise.sound(), options);
        QVERIFY(curve.has_value());
        // As calc_pdist does it: 15 zero vectors before and behind the stretch's own 56 sounds.
        const ByHand byHand(*expert, noise, 1.0);
        for (const int shift : {-15, -3, 0, 8}) {
            double sum = 0.0;
            for (int w = 0; w < 56; ++w) {
                sum += w + shift < 0 || w + shift >= 56 ? 1.0 : byHand.at(w, shift);
            }
            const auto at = static_cast<std::size_t>(kSyncReach + shift);
            QVERIFY(std::abs(curve->score.meanDistance[at] - sum / 56) < 1e-3);
        }
    }

    void aReferenceOfMoreFilmIsUsed() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        const Noise noise(6.0);
        SyncScorer whole(*expert);
        SyncScorer part(*expert);
        SyncScorer alone(*expert);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(whole.pushPicture(i / 25.0, crop(i)).has_value());
            if (i >= 30 && i < 80) {
                QVERIFY(part.pushPicture(i / 25.0, crop(i)).has_value());
                QVERIFY(alone.pushPicture(i / 25.0, crop(i)).has_value());
            }
        }
        const auto all = whole.finish(noise.sound());
        SyncOptions options;
        options.reference = all->reference;
        const auto segment = part.finish(noise.sound(), options);
        const auto other = alone.finish(noise.sound());
        QCOMPARE(segment->frames[20].probability, all->frames[50].probability);
        QVERIFY(other->frames[20].probability != all->frames[50].probability);
    }

    void theJudgeOfLandmarksTakesValues() {
        QTemporaryDir folder;
        const auto judge = smallExpert(folder, nets::ExpertSight::landmarks);
        QVERIFY(judge.has_value());
        SyncScorer scorer(*judge);
        QVERIFY(!scorer.pushPicture(0.0, crop(0)).has_value());
        for (int i = 0; i < 60; ++i) {
            std::vector<float> values(nets::kExpertMouthValues);
            for (std::size_t v = 0; v < values.size(); ++v) {
                values[v] = static_cast<float>(std::sin(0.7 * i + static_cast<double>(v)));
            }
            QVERIFY(scorer.pushValues(i / 25.0, values).has_value());
        }
        QVERIFY(!scorer.pushValues(9.0, std::vector<float>(3)).has_value());
        const Noise noise(4.0);
        const auto curve = scorer.finish(noise.sound());
        QVERIFY(curve.has_value());
        QCOMPARE(curve->score.coverage, 1.0);
    }

    void framesAreLookedAtOnAGridOf25() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        const Noise noise(6.0);
        SyncScorer plain(*expert);
        SyncScorer doubled(*expert);
        for (int i = 0; i < 50; ++i) {
            QVERIFY(plain.pushPicture(i / 25.0, crop(i)).has_value());
            QVERIFY(doubled.pushPicture(i / 25.0, crop(i)).has_value());
            QVERIFY(doubled.pushPicture(i / 25.0 + 0.02, crop(1000 + i)).has_value());
        }
        const auto a = plain.finish(noise.sound());
        const auto b = doubled.finish(noise.sound());
        QVERIFY(a.has_value() && b.has_value());
        QCOMPARE(b->frames.size(), std::size_t{100});
        QVERIFY(std::abs(a->score.lseD - b->score.lseD) < 1e-4);
        QCOMPARE(a->score.avOffset, b->score.avOffset);
    }

    void gapsInFaceAndSpeechAreGapsInTheCurve() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        SyncScorer scorer(*expert);
        for (int i = 0; i < 100; ++i) {
            const bool seen = i < 30 || i >= 40;
            QVERIFY(scorer.pushPicture(i / 25.0, seen ? crop(i) : std::vector<std::uint8_t>{})
                        .has_value());
        }
        const Noise noise(6.0);
        std::vector<std::uint8_t> activity(600, 1);
        std::fill(activity.begin() + 280, activity.end(), 0);  // silence from 2.8 s
        const auto curve = scorer.finish(noise.sound(activity));
        QVERIFY(curve.has_value());
        QVERIFY(!std::isnan(curve->frames[20].confidence));
        QVERIFY(!std::isnan(curve->frames[20].probability));
        QVERIFY(std::isnan(curve->frames[35].confidence));
        QCOMPARE(curve->frames[35].gap, SyncGap::noFace);
        QCOMPARE(curve->frames[20].gap, SyncGap::none);
        QCOMPARE(curve->frames[90].gap, SyncGap::silence);
        QVERIFY(!std::isnan(curve->frames[60].confidence));
        QVERIFY(std::isnan(curve->frames[90].confidence));
        QVERIFY(curve->score.coverage > 0.4 && curve->score.coverage < 0.8);
    }

    void soundThatEndsEarlyIsNoError() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        SyncScorer scorer(*expert);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(scorer.pushPicture(i / 25.0, crop(i)).has_value());
        }
        const Noise noise(2.0);
        const auto curve = scorer.finish(noise.sound());
        QVERIFY(curve.has_value());
        QVERIFY(curve->score.coverage < 0.6);
        QVERIFY(std::isnan(curve->frames[80].confidence));
        QCOMPARE(curve->frames[80].gap, SyncGap::noSound);
    }

    void refusesWrongInput() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        SyncScorer scorer(*expert);
        QVERIFY(!scorer.pushPicture(0.0, std::vector<std::uint8_t>(10)).has_value());
        QVERIFY(scorer.pushPicture(1.0, crop(1)).has_value());
        QVERIFY(!scorer.pushPicture(1.0, crop(1)).has_value());
        SyncScorer empty(*expert);
        const Noise noise(1.0);
        QVERIFY(!empty.finish(noise.sound()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSyncScorer)
#include "tst_syncscorer.moc"
