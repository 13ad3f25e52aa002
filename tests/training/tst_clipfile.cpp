#include "engine/core/atomicfile.h"
#include "engine/training/clipfile.h"
#include "tests/training/syntheticdataset.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cstring>

using namespace lipwright;
using training::ClipData;
using training::MappedClip;

namespace {

std::filesystem::path fileIn(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / "a.clip";
}

ClipData sample() {
    ClipData clip = tests::syntheticClip(20, 0, 1);
    clip.phoneticSize = 3;
    clip.phonetic.assign(3 * 50, 0.25F);
    clip.faceSize = 4;
    for (int i = 0; i < 20 * 4 * 4 * 3; ++i) {
        clip.faces.push_back(static_cast<std::uint8_t>(i % 251));
    }
    clip.faceLandmarks.assign(20 * 136, 1.5F);
    return clip;
}

}  // namespace

class TestClipFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip() {
        QTemporaryDir folder;
        const ClipData clip = sample();
        QVERIFY(training::writeClip(fileIn(folder), clip).has_value());
        const auto read = MappedClip::open(fileIn(folder));
        QVERIFY(read.has_value());
        const MappedClip copy = *read;  // shares the mapping
        QCOMPARE(copy.frames(), std::size_t{20});
        QCOMPARE(copy.phoneticSize, 3U);
        QVERIFY(std::ranges::equal(copy.seconds, clip.seconds));
        QVERIFY(std::ranges::equal(copy.usable, clip.usable));
        QVERIFY(std::ranges::equal(copy.measures, clip.measures));
        QVERIFY(std::ranges::equal(copy.poses, clip.poses));
        QVERIFY(std::ranges::equal(copy.headLandmarks, clip.headLandmarks));
        QVERIFY(std::ranges::equal(copy.crops, clip.crops));
        QVERIFY(std::ranges::equal(copy.mel, clip.mel));
        QVERIFY(std::ranges::equal(copy.activity, clip.activity));
        QVERIFY(std::ranges::equal(copy.phonetic, clip.phonetic));
        QCOMPARE(copy.faceSize, 4U);
        QVERIFY(std::ranges::equal(copy.faces, clip.faces));
        QVERIFY(std::ranges::equal(copy.faceLandmarks, clip.faceLandmarks));
        QCOMPARE(copy.face(3)[5], clip.faces[3 * 48 + 5]);
        QCOMPARE(copy.crop(7)[100], clip.crops[7 * training::kClipCropBytes + 100]);
    }

    void refusesArraysOfDifferentLengths() {
        QTemporaryDir folder;
        ClipData clip = sample();
        clip.usable.pop_back();
        QVERIFY(!training::writeClip(fileIn(folder), clip).has_value());
        clip = sample();
        clip.faceLandmarks.pop_back();
        QVERIFY(!training::writeClip(fileIn(folder), clip).has_value());
        QVERIFY(!std::filesystem::exists(fileIn(folder)));
    }

    void refusesDamagedFiles_data() {
        QTest::addColumn<int>("keep");      // bytes kept, −1: all
        QTest::addColumn<int>("position");  // of 8 bytes overwritten, −1: none
        QTest::addColumn<quint64>("value");
        QTest::newRow("empty") << 0 << -1 << quint64{0};
        QTest::newRow("half a header") << 30 << -1 << quint64{0};
        QTest::newRow("header only") << 64 << -1 << quint64{0};
        QTest::newRow("truncated") << 5000 << -1 << quint64{0};
        QTest::newRow("another magic") << -1 << 0 << quint64{1};
        QTest::newRow("more frames") << -1 << 8 << quint64{21};
        QTest::newRow("overflowing frames") << -1 << 8 << quint64{0x2000000000000000};
        QTest::newRow("overflowing mel") << -1 << 16 << ~quint64{0};
        QTest::newRow("huge phonetic") << -1 << 40 << (quint64{1} << 62);
        QTest::newRow("huge faces") << -1 << 48 << (quint64{1} << 31);
    }
    void refusesDamagedFiles() {
        QFETCH(int, keep);
        QFETCH(int, position);
        QFETCH(quint64, value);
        QTemporaryDir folder;
        QVERIFY(training::writeClip(fileIn(folder), sample()).has_value());
        std::string bytes = core::readSmallFile(fileIn(folder)).value();
        if (keep >= 0) {
            bytes.resize(static_cast<std::size_t>(keep));
        }
        if (position >= 0) {
            std::memcpy(bytes.data() + position, &value, sizeof(value));
        }
        QVERIFY(core::writeFileAtomically(fileIn(folder), bytes).has_value());
        const auto read = MappedClip::open(fileIn(folder));
        QVERIFY(!read.has_value());
        QVERIFY(read.error().place.find("a.clip") != std::string::npos);
    }

    void missingFileIsAnError() { QVERIFY(!MappedClip::open("/nowhere/a.clip").has_value()); }
};

QTEST_GUILESS_MAIN(TestClipFile)
#include "tst_clipfile.moc"
