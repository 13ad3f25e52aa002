#include "engine/face/mouthshape.h"
#include "engine/training/clipstore.h"
#include "engine/training/random.h"
#include "tests/training/syntheticdataset.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <set>

using namespace lipwright;
using namespace lipwright::training;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

DatasetIndex indexOf(int natural, int words) {
    DatasetIndex index;
    for (int i = 0; i < natural + words; ++i) {
        ClipRecord clip;
        clip.id = (i < natural ? "syn_" : "lrwar_") + std::to_string(i);
        clip.speaker = "s" + std::to_string(i);
        clip.split = "train";
        clip.frames = clip.usableFrames = 100;
        index.clips.push_back(clip);
    }
    return index;
}

}  // namespace

class TestClipStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresBecomeRelativeLikeAnActors() {
        const ClipData clip = tests::syntheticClip(200, 0, 3);
        std::vector<face::MouthShape> shapes(200);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            std::copy_n(clip.measures.begin() + static_cast<std::ptrdiff_t>(i * kClipMeasures),
                        kClipMeasures, shapes[i].begin());
        }
        static_assert(kClipMeasures == face::kMouthMeasures);
        const face::MouthRange expected = face::MouthRange::of(shapes);
        const SpeakerRange range = speakerRange(clip.measures);
        for (std::size_t m = 0; m < kClipMeasures; ++m) {
            QVERIFY(std::abs(range.centre[m] - expected.centre[m]) < 1e-6F);
            QVERIFY(std::abs(range.range[m] - expected.range[m]) < 1e-6F);
        }
    }

    void loadsOnlyWhatIsWanted() {
        QTemporaryDir folder;
        QVERIFY(tests::writeSyntheticDataset(pathOf(folder), {3, 2, 30, 0, 1}).has_value());
        const auto store = ClipStore::load(
            pathOf(folder), [](const ClipRecord& clip) { return clip.speaker == "natural1"; });
        QVERIFY(store.has_value());
        QCOMPARE(store->clips.size(), std::size_t{2});
        QCOMPARE(store->clips[0].relative.size(), std::size_t{30 * kClipMeasures});
        QVERIFY(
            !ClipStore::load(pathOf(folder), [](const ClipRecord&) { return false; }).has_value());
    }

    void offsetMovesTheSound() {
        QTemporaryDir folder;
        QVERIFY(tests::writeSyntheticDataset(pathOf(folder), {2, 1, 30, 0, 1}).has_value());
        auto index = readIndex(pathOf(folder));
        index->clips[0].soundLate = 5;
        QVERIFY(writeIndex(pathOf(folder), *index).has_value());
        const auto store = ClipStore::load(pathOf(folder), [](const ClipRecord&) { return true; });
        QVERIFY(std::abs(store->clips[0].soundSeconds(10) - (0.4 + 0.2)) < 1e-9);
    }

    void splitHoldsOutSpeakersOfBothKinds() {
        DatasetIndex index = indexOf(20, 10);
        index.clips[0].split = "test";
        const SpeakerSplit split = SpeakerSplit::of(index);
        int natural = 0;
        int words = 0;
        for (const ClipRecord& clip : index.clips) {
            (clip.isolatedWord() ? words : natural) += split.heldOut(clip) ? 1 : 0;
        }
        QCOMPARE(natural, 4);
        QCOMPARE(words, 2);
        QVERIFY(!split.heldOut(index.clips[0]));
    }

    void foldsCoverEverySpeakerOnce() {
        const DatasetIndex index = indexOf(11, 4);
        std::multiset<std::string> seen;
        for (int fold = 0; fold < 3; ++fold) {
            const SpeakerSplit split = SpeakerSplit::fold(index, fold, 3);
            for (const ClipRecord& clip : index.clips) {
                if (split.heldOut(clip)) {
                    seen.insert(clip.speaker);
                }
            }
        }
        QCOMPARE(seen.size(), std::size_t{15});
        QCOMPARE(std::set<std::string>(seen.begin(), seen.end()).size(), std::size_t{15});
    }

    void samplingIsBySpeaker() {
        std::vector<StoredClip> stored(4);
        for (std::size_t i = 0; i < 4; ++i) {
            stored[i].record.id = (i == 3 ? "lrwar_" : "syn_") + std::to_string(i);
            stored[i].record.speaker = i < 2 ? "much" : "s" + std::to_string(i);
            stored[i].record.usableFrames = i < 2 ? 450 : 100;
        }
        std::vector<const StoredClip*> clips;
        for (const StoredClip& clip : stored) {
            clips.push_back(&clip);
        }
        const auto weights = samplingWeights(clips, {0.5, 1500.0, 0.25});
        // 900 against 100 frames: three times as often, not nine times; words one in four.
        QVERIFY(std::abs((weights[0] + weights[1]) / weights[2] - 3.0) < 1e-9);
        QVERIFY(std::abs(weights[3] - 0.25) < 1e-9);
        Random random(1);
        const WeightedChoice choice(weights);
        std::array<int, 4> drawn{};
        for (int i = 0; i < 20000; ++i) {
            ++drawn[choice.draw(random)];
        }
        QVERIFY(std::abs(drawn[3] / 20000.0 - 0.25) < 0.02);
    }
};

QTEST_GUILESS_MAIN(TestClipStore)
#include "tst_clipstore.moc"
