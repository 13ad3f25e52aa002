#include "engine/core/atomicfile.h"
#include "engine/training/datasetindex.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
using training::ClipRecord;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

}  // namespace

class TestDatasetIndex : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip() {
        QTemporaryDir folder;
        ClipRecord clip;
        clip.id = "set_a-1.b";
        clip.split = "train";
        clip.speaker = "somebody";
        clip.language = "tr";
        clip.licenceClass = "B";
        clip.genuine = false;
        clip.frames = 100;
        clip.usableFrames = 90;
        clip.seconds = 4.0;
        clip.soundLate = -3;
        clip.soundDrift = -0.015625;
        clip.offsetSource = "set";
        clip.offsetConfidence = 2.5;
        clip.skipped = "no \xc3\xbcsable face";
        QVERIFY(training::writeIndex(pathOf(folder), {{clip}}).has_value());
        const auto read = training::readIndex(pathOf(folder));
        QVERIFY(read.has_value());
        QCOMPARE(read->clips.size(), std::size_t{1});
        const ClipRecord& same = read->clips.front();
        QCOMPARE(same.id, clip.id);
        QCOMPARE(same.speaker, clip.speaker);
        QCOMPARE(same.genuine, false);
        QCOMPARE(same.usableFrames, std::int64_t{90});
        QCOMPARE(same.soundLate, -3);
        QCOMPARE(same.soundDrift, -0.015625);
        QCOMPARE(same.offsetSource, clip.offsetSource);
        QCOMPARE(same.skipped, clip.skipped);
    }

    void setsByTheirIds_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("set");
        QTest::newRow("plain") << "lrs2_007"
                               << "lrs2";
        QTest::newRow("numbered films") << "dolos_EP16_truth5"
                                        << "dolos_EP16";
        QTest::newRow("of one speaker") << "grid_s1_a"
                                        << "anna";
        QTest::newRow("no underscore") << "single"
                                       << "anna";
    }
    void setsByTheirIds() {
        QFETCH(QString, id);
        QFETCH(QString, set);
        ClipRecord clip;
        clip.id = id.toStdString();
        clip.speaker = "anna";
        QCOMPARE(QString::fromStdString(clip.set()), set);
    }

    void refusesMalformed_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("another version") << "{'version':9,'clips':[]}";
        QTest::newRow("no clips") << "{'version':1}";
        QTest::newRow("clip without fields") << "{'version':1,'clips':[{}]}";
    }
    void refusesMalformed() {
        QFETCH(QString, text);
        QTemporaryDir folder;
        QVERIFY(core::writeFileAtomically(pathOf(folder) / "index.json",
                                          text.replace("'", "\"").toStdString())
                    .has_value());
        QVERIFY(!training::readIndex(pathOf(folder)).has_value());
    }

    void refusesIdsThatAreNoNames_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("parent") << "../escape";
        QTest::newRow("hidden") << ".hidden";
        QTest::newRow("slash") << "a/b";
        QTest::newRow("empty") << "";
    }
    void refusesIdsThatAreNoNames() {
        QFETCH(QString, id);
        QTemporaryDir folder;
        ClipRecord clip;
        clip.id = id.toStdString();
        QVERIFY(training::writeIndex(pathOf(folder), {{clip}}).has_value());
        QVERIFY(!training::readIndex(pathOf(folder)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestDatasetIndex)
#include "tst_datasetindex.moc"
