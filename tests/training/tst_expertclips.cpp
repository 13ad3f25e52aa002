// What the expert is trained on: stretches cut where picture and sound belong together, flipped
// faces, and the loss that pairs them.
#include "engine/training/driftestimation_p.h"
#include "engine/training/expertclips_p.h"
#include "engine/training/experttask_p.h"
#include "engine/training/expertvalidation_p.h"
#include "tests/training/syntheticdataset.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::training;

namespace {

struct Loaded {
    explicit Loaded(int soundLate) {
        const std::filesystem::path path = folder.path().toStdString();
        const auto written = tests::writeSyntheticDataset(path, {2, 1, 90, soundLate, 1});
        auto index = readIndex(path);
        for (ClipRecord& clip : index->clips) {
            clip.soundLate = soundLate;
        }
        const auto again = writeIndex(path, *index);
        store = written && again ? *ClipStore::load(path, [](const auto&) { return true; })
                                 : ClipStore();
        for (const StoredClip& clip : store.clips) {
            clips.push_back(&clip);
        }
    }
    QTemporaryDir folder;
    ClipStore store;
    std::vector<const StoredClip*> clips;
};

double correlation(const torch::Tensor& a, const torch::Tensor& b) {
    const torch::Tensor x = a - a.mean();
    const torch::Tensor y = b - b.mean();
    return ((x * y).sum() / (x.norm() * y.norm())).item<double>();
}

}  // namespace

class TestExpertClips : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void soundIsCutWhereItBelongs_data() {
        QTest::addColumn<int>("soundLate");
        QTest::newRow("in sync") << 0;
        QTest::newRow("sound late") << 4;
        QTest::newRow("sound early") << -3;
    }
    void soundIsCutWhereItBelongs() {
        QFETCH(int, soundLate);
        const Loaded loaded(soundLate);
        const auto clips = expertClips(loaded.clips, 0, 28, true);
        QCOMPARE(clips.size(), std::size_t{2});
        const std::size_t start = clips[0].starts.at(20);
        const ExpertBatch batch = cutStretches(clips, {{0, start}}, 28, true);
        QCOMPARE(batch.pictures.sizes(), (torch::IntArrayRef{1, 28, 3, 48, 96}));
        QCOMPARE(batch.grid.size(2), std::int64_t{112});
        // The synthetic sound is loud in the lower bands when the mouth is open.
        const torch::Tensor loud = batch.grid[0].slice(0, 1, 40).mean(0);
        const torch::Tensor atFrames = loud.index({torch::indexing::Slice(0, 112, 4)});
        QVERIFY(correlation(batch.values[0][0], atFrames) > 0.9);
        const torch::Tensor late = loud.index({torch::indexing::Slice(20, 112, 4)});
        QVERIFY(correlation(batch.values[0][0].slice(0, 0, 23), late) < 0.85);
    }

    void driftIsTakenOut() {
        constexpr double kDrift = 0.04;
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(tests::writeSyntheticDataset(path, {2, 1, 400, 0, 1}).has_value());
        auto index = readIndex(path);
        ClipRecord& drifting = index->clips.front();
        drifting.soundDrift = kDrift;
        QVERIFY(writeClip(path / drifting.file(), tests::syntheticClip(400, 0, 77, kDrift)));
        QVERIFY(writeIndex(path, *index).has_value());
        const auto store = ClipStore::load(path, [](const auto&) { return true; });
        QVERIFY(store.has_value());
        const StoredClip& clip = store->clips.front();
        QVERIFY(std::abs(clip.soundSeconds(300) - (12.0 + kDrift * 100 / 25.0)) < 1e-9);
        const auto clips = expertClips({&clip}, 0, 28, true);
        for (const std::size_t start : {std::size_t{40}, std::size_t{340}}) {
            const ExpertBatch batch = cutStretches(clips, {{0, start}}, 28, false);
            const torch::Tensor loud = batch.grid[0].slice(0, 1, 40).mean(0);
            const torch::Tensor atFrames = loud.index({torch::indexing::Slice(0, 112, 4)});
            QVERIFY(correlation(batch.values[0][0], atFrames) > 0.9);
        }
    }

    void driftIsFound_data() {
        QTest::addColumn<double>("drift");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none") << 0.0 << false;
        QTest::newRow("too little to matter") << 0.002 << false;
        QTest::newRow("sound too slow") << 0.018 << true;
        QTest::newRow("sound too fast") << -0.025 << true;
    }
    void driftIsFound() {
        QFETCH(double, drift);
        QFETCH(bool, accepted);
        torch::manual_seed(4);
        constexpr int kWindows = 600;
        constexpr int kReach = 24;
        torch::Tensor cosines = 0.1 * torch::randn({kWindows, 2 * kReach + 1});
        for (int i = 0; i < kWindows; ++i) {
            const auto at = std::lround(2.0 + drift * (i - 0.5 * kWindows));
            cosines[i][kReach + at] += 0.4;
        }
        cosines[5] = std::nanf("");  // not measurable
        const DriftEstimate found = estimateDrift(cosines);
        QCOMPARE(found.accepted, accepted);
        if (accepted) {
            QVERIFY2(std::abs(found.perFrame - drift) < 0.002,
                     std::to_string(found.perFrame).c_str());
        }
    }

    void brokenStretchesAreNotCut() {
        const Loaded loaded(0);
        StoredClip clip = *loaded.clips.front();
        std::vector<std::uint8_t> usable(clip.data.frames(), 1);
        usable[40] = 0;
        clip.data.usable = usable;
        const auto clips = expertClips({&clip}, 0, 28, true);
        for (const std::size_t start : clips.front().starts) {
            QVERIFY(start > 40 || start + 28 <= 40);
        }
    }

    void flippedFacesHaveFlippedLandmarks() {
        const Loaded loaded(0);
        const auto clips = expertClips(loaded.clips, 0, 28, true);
        torch::Tensor values = cutStretches(clips, {{0, 0}}, 28, false).values.repeat({64, 1, 1});
        const torch::Tensor before = values.clone();
        Random random(1);
        ExpertBatch batch{torch::rand({64, 28, 3, 48, 96}), values, {}};
        augmentPictures(batch, random);
        int flipped = 0;
        for (std::int64_t i = 0; i < 64; ++i) {
            const bool same = torch::equal(batch.values[i], before[i]);
            flipped += same ? 0 : 1;
            // The measures have no sides; x of the left mouth corner becomes −x of the right one.
            QVERIFY(torch::equal(batch.values[i].slice(0, 0, 6), before[i].slice(0, 0, 6)));
            if (!same) {
                QVERIFY(torch::equal(batch.values[i][6], -before[i][6 + 2 * 6]));
                QVERIFY(torch::equal(batch.values[i][7], before[i][7 + 2 * 6]));
                // The upper lip's middle stays where it is but for its side.
                QVERIFY(torch::equal(batch.values[i][6 + 6], -before[i][6 + 6]));
            }
        }
        QVERIFY(flipped > 15 && flipped < 49);
    }

    void pairingLossByHand() {
        // Two clips, four windows, embeddings of two values; near < 2 leaves neighbours out.
        torch::manual_seed(1);
        const torch::Tensor seen = nets::unitLength(torch::randn({2, 2, 4}));
        const torch::Tensor heard = nets::unitLength(torch::randn({2, 2, 4}));
        const double scale = 3.0;
        const auto cosine = [&](int b, int i, int c, int k) {
            double sum = 0.0;
            for (int e = 0; e < 2; ++e) {
                sum += seen[b][e][i].item<double>() * heard[c][e][k].item<double>();
            }
            return scale * sum;
        };
        double within = 0.0;
        for (int b = 0; b < 2; ++b) {
            for (int i = 0; i < 4; ++i) {
                double seenSum = 0.0;
                double heardSum = 0.0;
                for (int k = 0; k < 4; ++k) {
                    if (k == i || std::abs(k - i) >= 2) {
                        seenSum += std::exp(cosine(b, i, b, k));
                        heardSum += std::exp(cosine(b, k, b, i));
                    }
                }
                within += std::log(seenSum) + std::log(heardSum) - 2 * cosine(b, i, b, i);
            }
        }
        double between = 0.0;
        for (int i = 0; i < 4; ++i) {
            for (int b = 0; b < 2; ++b) {
                double seenSum = 0.0;
                double heardSum = 0.0;
                for (int c = 0; c < 2; ++c) {
                    seenSum += std::exp(cosine(b, i, c, i));
                    heardSum += std::exp(cosine(c, i, b, i));
                }
                between += std::log(seenSum) + std::log(heardSum) - 2 * cosine(b, i, b, i);
            }
        }
        const double loss = pairingLoss(seen, heard, torch::full({1}, 3.0), 2, 0.25).item<double>();
        QVERIFY(std::abs(loss - (within + 0.25 * between) / 8) < 1e-4);
    }

    void cosinesOverShiftsFollowTheSound() {
        const Loaded loaded(0);
        auto clips = expertClips(loaded.clips, 0, 1, false);
        torch::manual_seed(1);
        nets::ExpertModel expert(
            nets::ExpertConfig{nets::ExpertSight::landmarks, 2, 8, 16, 0, 0.0});
        expert->eval();
        const torch::NoGradGuard noGradient;
        const torch::Tensor plain = cosinesOverShifts(*expert, clips[0], torch::kCPU);
        QCOMPARE(plain.size(0), std::int64_t{86});
        // The same sound heard three frames later: what was at shift 0 is at shift 3.
        clips[0].grid = torch::cat({clips[0].grid.slice(1, 0, 12), clips[0].grid}, 1);
        const torch::Tensor late = cosinesOverShifts(*expert, clips[0], torch::kCPU);
        for (std::int64_t i = 10; i < 60; ++i) {
            QVERIFY(std::abs(late[i][18].item<double>() - plain[i][15].item<double>()) < 1e-5);
        }
        QVERIFY(std::isnan(plain[0][0].item<float>()));  // before the sound begins
    }
};

QTEST_GUILESS_MAIN(TestExpertClips)
#include "tst_expertclips.moc"
