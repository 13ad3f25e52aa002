#include "engine/project/delta.h"
#include "engine/project/serializer.h"
#include "tests/project/sampleproject.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <functional>

using namespace lipwright;
using namespace lipwright::project;
using lipwright::testing::retouchedProject;
using lipwright::testing::sampleProject;

namespace {

const std::filesystem::path kFolder = "/films/show";

std::string sampleText() {
    return toJson(retouchedProject(), kFolder);
}

core::Result<Project> readFixture(const char* name) {
    QFile file(QStringLiteral(LIPWRIGHT_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(core::ErrorCode::ioFailure, "it is not there", name);
    }
    return projectFromJson(file.readAll().toStdString(), kFolder, name);
}

/// The text with one place replaced; the test fails where the place is not there.
std::string damaged(const QString& from, const QString& to) {
    QString text = QString::fromStdString(sampleText());
    const auto place = text.indexOf(from);
    if (place < 0) {
        qFatal("the sample has no such place: %s", qPrintable(from));
    }
    return text.replace(place, from.size(), to).toStdString();
}

}  // namespace

class TestSerializer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote() {
        const auto read = projectFromJson(sampleText(), kFolder, "p");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == retouchedProject());
        QCOMPARE(toJson(*read, kFolder), sampleText());
    }

    void readsAnEmptyProject() {
        const auto read = projectFromJson(toJson({}, kFolder), kFolder, "p");
        QVERIFY(read && *read == Project{});
    }

    void readsTheFixtureOfVersion1() {
        const auto read = readFixture("version-1.lipwright");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == sampleProject());
    }

    /// Files of version 2 knew no speaking style.
    void readsTheFixtureOfVersion2() {
        const auto read = readFixture("version-2.lipwright");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        Project wanted = retouchedProject();
        wanted.segments[0].settings.articulation = 0.0;
        wanted.segments[0].settings.liveliness = 0.0;
        QVERIFY(*read == wanted);
    }

    void readsTheFixtureOfVersion3() {
        const auto read = readFixture("version-3.lipwright");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == retouchedProject());
        QFile file(QStringLiteral(LIPWRIGHT_TEST_DATA "/version-3.lipwright"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromStdString(sampleText()), QString::fromUtf8(file.readAll()));
    }

    /// Files of version 1 never named these; a newer program's must not be guessed from them.
    void version1HasNoRetouching() {
        QString text = QString::fromStdString(sampleText());
        text.replace("\"version\": 3", "\"version\": 1");
        const auto read = projectFromJson(text.toStdString(), kFolder, "p");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        Project wanted = sampleProject();
        wanted.nextId = 8;
        QVERIFY(*read == wanted);
    }

    void decimalsStayShort() {
        const QString text = QString::fromStdString(sampleText());
        QVERIFY(text.contains("0.1,\n") && !text.contains("0.10000000149"));
    }

    void shapedFramesAreRuns() {
        const auto place = sampleText().find("\"shape\"");
        const std::string shape =
            sampleText().substr(place, sampleText().find("\"retouch\"") - place);
        QCOMPARE(QString::fromStdString(shape).count("\"frame\""), 2);
    }

    void mediaFollowAMovedProject() {
        const auto read = projectFromJson(sampleText(), "/elsewhere/now", "p");
        QVERIFY(read.has_value());
        QCOMPARE(read->film.media.path, std::filesystem::path("/elsewhere/now/film.mov"));
        QCOMPARE(read->dubs[0].media.path, std::filesystem::path("/elsewhere/now/sound/ukr.wav"));
    }

    void unknownKeysAreNoError() {
        const auto read = projectFromJson(
            damaged("\"nextId\"", "\"futureThing\": {\"a\": [1]}, \"nextId\""), kFolder, "p");
        QVERIFY(read && *read == retouchedProject());
    }

    void refusesDamage_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("place");  // the error names it
        const auto row = [](const char* name, const char* from, const char* to, const char* place) {
            QTest::newRow(name) << from << to << place;
        };
        row("other format", "lipwright project", "another", "not a Lipwright project");
        row("newer version", "\"version\": 3", "\"version\": 4", "newer Lipwright");
        row("version of words", "\"version\": 3", "\"version\": \"3\"", "version");
        row("version zero", "\"version\": 3", "\"version\": 0", "version");
        row("no nextId", "\"nextId\"", "\"nextID\"", "nextId");
        row("nextId too small", "\"nextId\": 8", "\"nextId\": 3", "id is out of range");
        row("nextId negative", "\"nextId\": 8", "\"nextId\": -7", "nextId");
        row("nextId huge", "\"nextId\": 8", "\"nextId\": 18446744073709551615", "nextId");
        row("frame count fraction", "\"frameCount\": 1000", "\"frameCount\": 1000.5",
            "film.frameCount");
        row("frame count huge", "\"frameCount\": 1000", "\"frameCount\": 1e99", "film.frameCount");
        row("frame count small", "\"frameCount\": 1000", "\"frameCount\": 10", "out of range");
        row("rate of zero", "1,\n   25", "0,\n   25", "film.frameDuration[0]");
        row("path not text", "\"path\": \"film.mov\"", "\"path\": 5", "film.media.path");
        row("gain", "\"gainDecibels\": -3.5", "\"gainDecibels\": 1e9", "dubs[0].gainDecibels");
        row("gain null", "\"gainDecibels\": -3.5", "\"gainDecibels\": null",
            "dubs[0].gainDecibels");
        row("stream", "\"stream\": 0", "\"stream\": -1", "dubs[0].stream");
        row("muted", "\"muted\": false", "\"muted\": 0", "dubs[0].muted");
        row("actor", "\"actor\": 0", "\"actor\": 4294967296", "actor");
        row("consent", "\"person\"", "\"parson\"", "cast[0].consent");
        row("marker", "\"frame\": 50", "\"frame\": 1000", "marker here");
        row("status", "\"review\"", "\"reviewed\"", "segments[0].status");
        row("quality", "\"final\"", "\"finest\"", "segments[0].takes[0].quality");
        row("take folder absolute", "\"segment-3\"", "\"/etc\"", "segments[0].takes[0]");
        row("take folder above", "\"segment-3\"", "\"../../x\"", "segments[0].takes[0]");
        row("take folder hidden climb", "\"segment-3\"", "\"a/../../x\"", "segments[0].takes[0]");
        row("take folder empty", "\"segment-3\"", "\"\"", "segments[0].takes[0]");
        row("take folder itself", "\"segment-3\"", "\".\"", "segments[0].takes[0]");
        row("liveliness", "\"liveliness\": -0.5", "\"liveliness\": 7", "segments[0].settings");
        row("strength", "\"strength\": 1.25", "\"strength\": 2.5", "segments[0].takes[0].settings");
        row("id twice", "\"id\": 4", "\"id\": 3", "used twice");
        row("active take", "\"activeTake\": 3", "\"activeTake\": 5", "segment 2");
        row("voice", "\"dubTrack\": 1", "\"dubTrack\": 2", "segment 2");
        row("segments an object", "\"segments\": [", "\"segments\": 3, \"x\": [", "segments");
        row("shape of words", "0.1,\n", "\"0.1\",\n", "segments[0].shape[0].opening");
        row("shape huge", "0.1,\n", "1e39,\n", "segments[0].shape[0].opening");
        row("shape too wide", "2.5,", "25,", "segments[0].shape");
        row("shape lists differ", "0.1,\n", "0.1, 3,\n", "one length");
        row("shape runs overlap", "\"frame\": 150", "\"frame\": 121", "follow the run before");
        row("shape outside", "\"frame\": 150", "\"frame\": 1000", "segment 2");
        row("shape negative", "\"frame\": 120", "\"frame\": -120", "segments[0].shape[0].frame");
        row("grow", "\"grow\": -0.05", "\"grow\": -0.5", "segments[0].retouch");
        row("grow infinite", "\"grow\": -0.05", "\"grow\": 1e999", "damaged");
        row("grow no number", "\"grow\": -0.05", "\"grow\": NaN", "damaged");
        row("keyframes out of order", "\"frame\": 110", "\"frame\": 180", "segments[0].retouch");
        row("odd points", "-0.3,", "-0.3, 1, ", "segments[0].retouch.mask[0].strokes[0].points");
        row("point far away", "-0.3,", "-30,", "segments[0].retouch");
        row("brush", "\"radius\": 0.2", "\"radius\": 0", "segments[0].retouch");
        row("opacity", "\"opacity\": 0.5", "\"opacity\": 1.5", "segments[0].retouch");
        row("forced twice", "140,", "102,", "segments[0].retouch");
        row("gate", "-45.5", "3", "segments[0].settings");
        row("model climbs", "\"oksana\"", "\"../oksana\"", "segments[0].settings");
        row("picked and banned", "700", "4", "segments[0].settings");
        row("picked outside", "700", "70000", "outside of the film");
        row("score", "\"coverage\": 0.9", "\"coverage\": 9", "segments[0].takes[0]");
        row("score missing", "\"judge\"", "\"jury\"", "segments[0].takes[0].scores");
        row("preset's id", "\"id\": 7", "\"id\": 6", "used twice");
        row("preset's name", "\"whisper\"", "\"\"", "preset");
        row("presets an object", "\"presets\": [", "\"presets\": {}, \"x\": [", "presets");
        row("deep", "\"nextId\"", qPrintable("\"x\": " + QString(100'000, '[') + ", \"nextId\""),
            "nests too deeply");
    }
    void refusesDamage() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, place);
        const auto read = projectFromJson(damaged(from, to), kFolder, "the.lipwright");
        QVERIFY(!read.has_value());
        const QString text = QString::fromStdString(read.error().text());
        QVERIFY2(text.contains(place) && text.contains("the.lipwright"), qPrintable(text));
    }

    void refusesMoreThanAnyoneDraws_data() {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("keyframes");
        QTest::newRow("points") << 4097 << 1;
        QTest::newRow("keyframes") << 1 << 2001;
    }
    void refusesMoreThanAnyoneDraws() {
        QFETCH(int, points);
        QFETCH(int, keyframes);
        Project crowded = sampleProject();
        crowded.film.frameCount = 10'000;
        BrushStroke stroke;
        stroke.points.resize(static_cast<std::size_t>(points));
        for (int i = 0; i < keyframes; ++i) {
            crowded.segments[0].retouch.mask.push_back({i, {stroke}});
        }
        const auto read = projectFromJson(toJson(crowded, kFolder), kFolder, "p");
        QVERIFY(!read && read.error().text().find("too long") != std::string::npos);
    }

    void refusesEveryTruncation() {
        const std::string whole = sampleText();
        for (std::size_t length = 0; length + 3 < whole.size(); length += 50) {
            const auto read = projectFromJson(whole.substr(0, length), kFolder, "the.lipwright");
            QVERIFY(!read.has_value());
            QVERIFY(read.error().place.find("the.lipwright") != std::string::npos);
        }
    }

    void survivesEveryChangedByte() {
        const std::string whole = sampleText();
        int refused = 0;
        for (std::size_t place = 0; place < whole.size(); place += 2) {
            for (const char c : {'9', '"', '}', '\0', '\xFF'}) {
                std::string other = whole;
                other[place] = c;
                const auto read = projectFromJson(other, kFolder, "p");
                refused += read ? 0 : 1;
                if (read) {  // then what was read can be written
                    QVERIFY(projectFromJson(toJson(*read, kFolder), kFolder, "p").has_value());
                }
            }
        }
        QVERIFY(refused > 1000);
    }

    void savesAndLoads() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("a.lipwright").toStdString();
        QVERIFY(saveProject(file, retouchedProject()).has_value());
        const auto read = loadProject(file);
        QVERIFY(read && *read == retouchedProject());
        QCOMPARE(dataFolder(file).filename().string(), std::string("a.lipwright-data"));
        const auto absent = loadProject(folder.filePath("b.lipwright").toStdString());
        QVERIFY(!absent && absent.error().text().find("b.lipwright") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSerializer)
#include "tst_serializer.moc"
