#include "engine/core/atomicfile.h"
#include "tests/training/drawnpairs.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

using namespace lipwright;
using training::MappedPairs;

namespace {

std::filesystem::path fileIn(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / "a.pairs";
}

}  // namespace

class TestPairFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip() {
        QTemporaryDir folder;
        training::PairData pairs = tests::drawnPairs(5, 2);
        pairs.goals = {0, 1, 2, 8, 9};  // another mouth is aimed at from the fourth on
        QVERIFY(training::writePairs(fileIn(folder), pairs).has_value());
        const auto read = MappedPairs::open(fileIn(folder));
        QVERIFY(read.has_value());
        const MappedPairs copy = *read;  // shares the mapping
        QCOMPARE(copy.count(), std::size_t{5});
        QCOMPARE(copy.size, pairs.size);
        QVERIFY(std::ranges::equal(copy.frames, pairs.frames));
        QVERIFY(std::ranges::equal(copy.goals, pairs.goals));
        QVERIFY(std::ranges::equal(copy.shapes, pairs.shapes));
        QVERIFY(std::ranges::equal(copy.upper, pairs.upper));
        QVERIFY(std::ranges::equal(copy.warped, pairs.warped));
        QVERIFY(std::ranges::equal(copy.alpha, pairs.alpha));
        QVERIFY(std::ranges::equal(copy.goal, pairs.goal));
        QVERIFY(copy.continuesAfter(0) && copy.continuesAfter(3));
        QVERIFY(!copy.continuesAfter(2) && !copy.continuesAfter(4));
    }

    void inconsistentPairsAreNotWritten() {
        QTemporaryDir folder;
        training::PairData pairs = tests::drawnPairs(3, 0);
        pairs.alpha.pop_back();
        QVERIFY(!training::writePairs(fileIn(folder), pairs).has_value());
        QVERIFY(!std::filesystem::exists(fileIn(folder)));
    }

    void damagedFilesAreRefused_data() {
        QTest::addColumn<int>("cut");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("value");
        QTest::newRow("cut short") << 64 << 0 << int{'L'};
        QTest::newRow("longer than it says") << -64 << 0 << int{'L'};
        QTest::newRow("another kind of file") << 0 << 0 << int{'X'};
        QTest::newRow("more pairs than it has") << 0 << 9 << 1;
        QTest::newRow("absurdly many pairs") << 0 << 15 << 255;
        QTest::newRow("larger pictures than it has") << 0 << 16 << 34;
        QTest::newRow("nothing but the beginning of a header") << 1 << 0 << int{'L'};
    }
    void damagedFilesAreRefused() {
        QFETCH(int, cut);
        QFETCH(int, at);
        QFETCH(int, value);
        QTemporaryDir folder;
        QVERIFY(training::writePairs(fileIn(folder), tests::drawnPairs(3, 0)).has_value());
        auto bytes = core::readSmallFile(fileIn(folder));
        QVERIFY(bytes.has_value());
        (*bytes)[static_cast<std::size_t>(at)] = static_cast<char>(value);
        bytes->resize(cut == 1 ? 10 : bytes->size() - static_cast<std::size_t>(cut));
        QVERIFY(core::writeFileAtomically(fileIn(folder), *bytes).has_value());
        QVERIFY(!MappedPairs::open(fileIn(folder)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPairFile)
#include "tst_pairfile.moc"
