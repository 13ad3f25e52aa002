#include "engine/evaluation/syncscore.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace lipwright::evaluation;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// Windows whose distance is smallest where the sound comes `later` frames later.
std::vector<SyncWindow> windowsWithMatch(int later, int count = 60) {
    std::vector<SyncWindow> windows(static_cast<std::size_t>(count));
    for (SyncWindow& window : windows) {
        for (int shift = -kSyncReach; shift <= kSyncReach; ++shift) {
            window.distance[static_cast<std::size_t>(shift + kSyncReach)] =
                shift == later ? 0.6F : 1.2F;
        }
        window.measurable = true;
    }
    return windows;
}

}  // namespace

class TestSyncScore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void soundThatLeadsIsPositive_data() {
        QTest::addColumn<int>("later");
        for (const int later : {-15, -12, -3, 0, 1, 6, 15}) {
            QTest::addRow("sound %d frames later", later) << later;
        }
    }
    void soundThatLeadsIsPositive() {
        QFETCH(int, later);
        const SyncScore score = scoreWindows(windowsWithMatch(later));
        // Matching sound later than the picture: it lags, and SyncNet's offset is negative.
        QCOMPARE(score.avOffset, -later);
        QVERIFY(std::abs(score.lseD - 0.6) < 1e-6);
        QVERIFY(std::abs(score.lseC - 0.6) < 1e-6);
        QVERIFY(std::abs(score.confidenceAtZero - (later == 0 ? 0.6 : 0.0)) < 1e-6);
        QCOMPARE(score.coverage, 1.0);
    }

    void medianIsTheSixteenthOfThirtyOne() {
        SyncWindow window;
        for (std::size_t i = 0; i < kSyncShifts; ++i) {
            window.distance[i] = static_cast<float>(i);
        }
        window.measurable = true;
        const SyncScore score = scoreWindows(std::vector<SyncWindow>(3, window));
        QCOMPARE(score.lseD, 0.0);
        QCOMPARE(score.lseC, 15.0);
        QCOMPARE(score.avOffset, 15);
    }

    void missingSoundDoesNotCount() {
        // The clip's end: no sound at large shifts for the later windows.
        auto windows = windowsWithMatch(2);
        for (std::size_t i = 30; i < windows.size(); ++i) {
            for (std::size_t shift = 20; shift < kSyncShifts; ++shift) {
                windows[i].distance[shift] = kNaN;
            }
        }
        const SyncScore score = scoreWindows(windows);
        QCOMPARE(score.avOffset, -2);
        QVERIFY(std::abs(score.lseC - 0.6) < 1e-6);
    }

    void windowsThatCanNotBeJudgedAreGaps() {
        auto windows = windowsWithMatch(0);
        for (std::size_t i = 10; i < 25; ++i) {
            windows[i].measurable = false;
            windows[i].distance.fill(0.0F);  // would win if it counted
        }
        const SyncScore score = scoreWindows(windows);
        QCOMPARE(score.windows, std::int64_t{60});
        QCOMPARE(score.coverage, 45.0 / 60.0);
        QVERIFY(std::abs(score.lseD - 0.6) < 1e-6);
        for (std::size_t i = 0; i < windows.size(); ++i) {
            QCOMPARE(std::isnan(score.confidence[i]), i >= 10 && i < 25);
        }
    }

    void curveIsMedianFilteredOverNine() {
        auto windows = windowsWithMatch(0);
        for (std::size_t i = 20; i < 24; ++i) {  // four bad windows: fewer than half of nine
            windows[i].distance[kSyncReach] = 1.2F;
        }
        for (std::size_t i = 40; i < 46; ++i) {  // six: they show
            windows[i].distance[kSyncReach] = 1.2F;
        }
        const SyncScore score = scoreWindows(windows);
        QVERIFY(std::abs(score.confidence[21] - score.confidence[5]) < 1e-6F);
        QVERIFY(score.confidence[43] < score.confidence[5] - 0.5F);
    }

    void nothingToJudge() {
        QCOMPARE(scoreWindows({}).windows, std::int64_t{0});
        std::vector<SyncWindow> windows(5);
        const SyncScore score = scoreWindows(windows);
        QCOMPARE(score.coverage, 0.0);
        QCOMPARE(score.avOffset, 0);
        QVERIFY(std::isnan(score.confidence[2]));
    }
};

QTEST_GUILESS_MAIN(TestSyncScore)
#include "tst_syncscore.moc"
