#include "engine/evaluation/filmscore.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/nets/expertmodel_p.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::evaluation;

namespace {

constexpr std::size_t kCrop = std::size_t{48} * 96 * 3;

/// An untrained expert: enough for everything but the quality of its judgement.
core::Result<nets::LipSyncExpert> smallExpert(const QTemporaryDir& folder) {
    torch::manual_seed(1);
    nets::ExpertModel model(nets::ExpertConfig{2, 16, 0.0});
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

std::vector<float> melOf(double seconds) {
    torch::manual_seed(4);
    const torch::Tensor mel =
        torch::rand({static_cast<std::int64_t>(80 * seconds) + 1, 80}) * 8 - 4;
    return {mel.data_ptr<float>(), mel.data_ptr<float>() + mel.numel()};
}

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
            QVERIFY(scorer.push(1.0 + i / 25.0, crop(i)).has_value());
        }
        const auto mel = melOf(6.0);
        const auto curve = scorer.finish(soundOf(mel, {}));
        QVERIFY(curve.has_value());
        QCOMPARE(curve->score.windows, std::int64_t{56});
        QCOMPARE(curve->score.coverage, 1.0);
        // Mean distance at shift +2 by hand.
        double sum = 0.0;
        for (int w = 0; w < 56; ++w) {
            std::vector<std::uint8_t> window;
            for (int k = 0; k < 5; ++k) {
                const auto one = crop(w + k);
                window.insert(window.end(), one.begin(), one.end());
            }
            const auto column =
                static_cast<std::size_t>(std::floor(80.0 * (1.0 + (w + 2) / 25.0) + 1e-6));
            const auto seen = expert->embedPictures(window, 1);
            const auto heard = expert->embedSound(std::span(mel).subspan(column * 80, 16 * 80), 1);
            double squares = 0.0;
            for (std::size_t i = 0; i < 16; ++i) {
                squares += std::pow((*seen)[i] - (*heard)[i], 2);
            }
            sum += std::sqrt(squares);
        }
        QVERIFY(std::abs(curve->score.meanDistance[kSyncReach + 2] - sum / 56) < 1e-3);
    }

    void framesAreLookedAtOnAGridOf25() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        const auto mel = melOf(6.0);
        SyncScorer plain(*expert);
        SyncScorer doubled(*expert);
        for (int i = 0; i < 50; ++i) {
            QVERIFY(plain.push(i / 25.0, crop(i)).has_value());
            QVERIFY(doubled.push(i / 25.0, crop(i)).has_value());
            QVERIFY(doubled.push(i / 25.0 + 0.02, crop(1000 + i)).has_value());
        }
        const auto a = plain.finish(soundOf(mel, {}));
        const auto b = doubled.finish(soundOf(mel, {}));
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
            QVERIFY(
                scorer.push(i / 25.0, seen ? crop(i) : std::vector<std::uint8_t>{}).has_value());
        }
        const auto mel = melOf(6.0);
        std::vector<std::uint8_t> activity(600, 1);
        std::fill(activity.begin() + 280, activity.end(), 0);  // silence from 2.8 s
        const auto curve = scorer.finish(soundOf(mel, activity));
        QVERIFY(curve.has_value());
        QVERIFY(!std::isnan(curve->frames[20].confidence));
        QVERIFY(!std::isnan(curve->frames[20].probability));
        QVERIFY(std::isnan(curve->frames[35].confidence));
        QVERIFY(!std::isnan(curve->frames[60].confidence));
        QVERIFY(std::isnan(curve->frames[90].confidence));
        QVERIFY(curve->score.coverage > 0.4 && curve->score.coverage < 0.8);
    }

    void soundThatEndsEarlyIsNoError() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        SyncScorer scorer(*expert);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(scorer.push(i / 25.0, crop(i)).has_value());
        }
        const auto mel = melOf(2.0);
        const auto curve = scorer.finish(soundOf(mel, {}));
        QVERIFY(curve.has_value());
        QVERIFY(curve->score.coverage < 0.6);
        QVERIFY(std::isnan(curve->frames[80].confidence));
    }

    void refusesWrongInput() {
        QTemporaryDir folder;
        const auto expert = smallExpert(folder);
        SyncScorer scorer(*expert);
        QVERIFY(!scorer.push(0.0, std::vector<std::uint8_t>(10)).has_value());
        QVERIFY(scorer.push(1.0, crop(1)).has_value());
        QVERIFY(!scorer.push(1.0, crop(1)).has_value());
        SyncScorer empty(*expert);
        const auto mel = melOf(1.0);
        QVERIFY(!empty.finish(soundOf(mel, {})).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSyncScorer)
#include "tst_syncscorer.moc"
