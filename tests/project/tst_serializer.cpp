#include "engine/project/delta.h"
#include "engine/project/serializer.h"
#include "tests/project/sampleproject.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <functional>

using namespace lipwright;
using namespace lipwright::project;
using lipwright::testing::sampleProject;

namespace {

const std::filesystem::path kFolder = "/films/show";

std::string sampleText() {
    return toJson(sampleProject(), kFolder);
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
        QVERIFY(*read == sampleProject());
        QCOMPARE(toJson(*read, kFolder), sampleText());
    }

    void readsAnEmptyProject() {
        const auto read = projectFromJson(toJson({}, kFolder), kFolder, "p");
        QVERIFY(read && *read == Project{});
    }

    void readsTheFixtureOfVersion1() {
        QFile file(QStringLiteral(LIPWRIGHT_TEST_DATA "/version-1.lipwright"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        const auto read = projectFromJson(text, kFolder, "p");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == sampleProject());
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
        QVERIFY(read && *read == sampleProject());
    }

    void refusesDamage_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("place");  // the error names it
        const auto row = [](const char* name, const char* from, const char* to, const char* place) {
            QTest::newRow(name) << from << to << place;
        };
        row("other format", "lipwright project", "another", "not a Lipwright project");
        row("newer version", "\"version\": 1", "\"version\": 2", "newer Lipwright");
        row("version of words", "\"version\": 1", "\"version\": \"1\"", "version");
        row("version zero", "\"version\": 1", "\"version\": 0", "version");
        row("no nextId", "\"nextId\"", "\"nextID\"", "nextId");
        row("nextId too small", "\"nextId\": 7", "\"nextId\": 3", "id is out of range");
        row("nextId negative", "\"nextId\": 7", "\"nextId\": -7", "nextId");
        row("nextId huge", "\"nextId\": 7", "\"nextId\": 18446744073709551615", "nextId");
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
        row("strength", "\"strength\": 1.25", "\"strength\": 2.5", "segments[0].takes[0].settings");
        row("id twice", "\"id\": 4", "\"id\": 3", "used twice");
        row("active take", "\"activeTake\": 3", "\"activeTake\": 5", "segment 2");
        row("voice", "\"dubTrack\": 1", "\"dubTrack\": 2", "segment 2");
        row("segments an object", "\"segments\": [", "\"segments\": 3, \"x\": [", "segments");
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
        for (std::size_t place = 0; place < whole.size(); ++place) {
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
        QVERIFY(saveProject(file, sampleProject()).has_value());
        const auto read = loadProject(file);
        QVERIFY(read && *read == sampleProject());
        QCOMPARE(dataFolder(file).filename().string(), std::string("a.lipwright-data"));
        const auto absent = loadProject(folder.filePath("b.lipwright").toStdString());
        QVERIFY(!absent && absent.error().text().find("b.lipwright") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSerializer)
#include "tst_serializer.moc"
