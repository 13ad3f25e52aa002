#include "engine/synthesis/take.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
using synthesis::Take;

class TestTake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        const Take take = example();
        const auto read = synthesis::takeFromJson(synthesis::toJson(take), "x");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QCOMPARE(read->engine, take.engine);
        QCOMPARE(read->origin.models, take.origin.models);
        QCOMPARE(read->origin.sources, take.origin.sources);
        QCOMPARE(read->origin.provenance, take.origin.provenance);
        QCOMPARE(read->settings.pickedFrames, take.settings.pickedFrames);
        QCOMPARE(read->settings.bannedFrames, take.settings.bannedFrames);
        QCOMPARE(read->firstFrame, take.firstFrame);
        QCOMPARE(read->patchSize, take.patchSize);
        QCOMPARE(read->bitDepth, 16);
        QCOMPARE(read->notes, take.notes);
        QCOMPARE(read->frames.size(), take.frames.size());
        QCOMPARE(read->frames[0].position, take.frames[0].position);
        QCOMPARE(read->frames[0].wanted, take.frames[0].wanted);
        QCOMPARE(read->frames[0].sources, take.frames[0].sources);
        QCOMPARE(read->frames[1].passThroughReason, take.frames[1].passThroughReason);
        QCOMPARE(synthesis::toJson(*read), synthesis::toJson(take));
    }

    void damageIsAnError_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("other version") << "\"lipwrightTake\": 1"
                                       << "\"lipwrightTake\": 2";
        QTest::newRow("not a take") << "\"lipwrightTake\""
                                    << "\"somethingElse\"";
        QTest::newRow("no engine") << "\"engine\""
                                   << "\"motor\"";
        QTest::newRow("text for a number") << "\"firstFrame\": 7"
                                           << "\"firstFrame\": \"7\"";
        QTest::newRow("negative start") << "\"firstFrame\": 7"
                                        << "\"firstFrame\": -7";
        QTest::newRow("patch of no size") << "64,\n  48"
                                          << "0,\n  48";
        QTest::newRow("patch larger than the film") << "64,\n  48"
                                                    << "6400,\n  48";
        QTest::newRow("patch outside the film") << "12,\n    34"
                                                << "612,\n    34";
        QTest::newRow("negative position") << "12,\n    34"
                                           << "-12,\n    34";
        QTest::newRow("picked frames out of order") << "21,\n   40"
                                                    << "41,\n   40";
        QTest::newRow("odd depth") << "\"bitDepth\": 16"
                                   << "\"bitDepth\": 12";
        QTest::newRow("no chunk length") << "\"chunkFrames\": 250"
                                         << "\"chunkFrames\": 0";
        QTest::newRow("weight above one") << "\"weight\": 1.0"
                                          << "\"weight\": 1.5";
        QTest::newRow("cut short") << "\"frames\""
                                   << "";
    }

    void damageIsAnError() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString text = QString::fromStdString(synthesis::toJson(example()));
        const auto place = text.indexOf(from);
        QVERIFY2(place >= 0, qPrintable(text));
        text = to.isEmpty() ? text.left(place) : text.replace(place, from.size(), to);
        const auto read = synthesis::takeFromJson(text.toStdString(), "the/file");
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::damagedMedia);
        QCOMPARE(read.error().place, std::string("the/file"));
    }

    void missingFolderIsAnError() {
        QTemporaryDir folder;
        QVERIFY(!synthesis::TakeReader::open(folder.path().toStdString()));
        QVERIFY(!synthesis::TakeReader::open(folder.filePath("nowhere").toStdString()));
    }

private:
    static Take example() {
        Take take;
        take.engine = "warped 1";
        take.origin.models = {{"shape", "abc"}};
        take.origin.sources = {{"film", "größer \"x\""}};
        take.origin.provenance = "test";
        take.settings.pickedFrames = {21, 40};
        take.settings.bannedFrames = {22};
        take.firstFrame = 7;
        take.filmSize = {640, 360};
        take.patchSize = {64, 48};
        take.bitDepth = 16;
        take.notes = {"one note"};
        synthesis::FramePlan frame;
        frame.position = {12, 34};
        frame.sources = {3, 99};
        frame.wanted = {0.5F, -1.25F, 0.1F, 3.0F};
        take.frames.push_back(frame);
        frame.passThroughReason = "turnedAway";
        frame.weight = 0.0;
        take.frames.push_back(frame);
        return take;
    }
};

QTEST_GUILESS_MAIN(TestTake)
#include "tst_take.moc"
