#include "engine/project/interchange.h"
#include "tests/project/sampleproject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace lipwright;
using namespace lipwright::project;

namespace {

CueClock clockOf(core::TimecodeFormat format, std::int64_t frames = 10'000) {
    return {format,
            [rate = format.framesPerSecond](double seconds) {
                return static_cast<std::int64_t>(std::llround(seconds * rate));
            },
            frames};
}

core::Result<CueList> read(const char* name, const std::string& text,
                           const CueClock& clock = clockOf({25, false, 0})) {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(name).toStdString();
    std::ofstream(file, std::ios::binary) << text;
    return importCues(file, clock);
}

/// "first-end text (actor)" of every cue.
QStringList shown(const core::Result<CueList>& list) {
    QStringList lines;
    if (!list) {
        return {QString::fromStdString(list.error().text())};
    }
    for (const Cue& cue : list->cues) {
        lines << QStringLiteral("%1-%2 %3 (%4)")
                     .arg(cue.frames.first)
                     .arg(cue.frames.end)
                     .arg(QString::fromStdString(cue.text), QString::fromStdString(cue.actor));
    }
    return lines;
}

std::string otioTime(double value, double rate) {
    return "{\"OTIO_SCHEMA\":\"RationalTime.1\",\"value\":" + std::to_string(value) +
           ",\"rate\":" + std::to_string(rate) + "}";
}

std::string otioItem(const char* schema, const char* name, double start, double length,
                     double rate) {
    return std::string("{\"OTIO_SCHEMA\":\"") + schema + "\",\"name\":\"" + name +
           "\",\"source_range\":{\"OTIO_SCHEMA\":\"TimeRange.1\",\"start_time\":" +
           otioTime(start, rate) + ",\"duration\":" + otioTime(length, rate) + "}}";
}

std::string otioTimeline(const std::string& items, const std::string& markers = {}) {
    return "{\"OTIO_SCHEMA\":\"Timeline.1\",\"tracks\":{\"OTIO_SCHEMA\":\"Stack.1\",\"markers\":[" +
           markers + "],\"children\":[{\"OTIO_SCHEMA\":\"Track.1\",\"kind\":\"Video\"," +
           "\"children\":[" + items + "]}]}}";
}

/// Segment 2 has a take over [100,200), segment 5 gets one that reaches beyond it, 8 is bypassed.
Project changedProject() {
    Project project = lipwright::testing::sampleProject();
    project.segments[1].takes = {lipwright::testing::sampleTake(7, {180, 250})};
    project.segments[1].activeTake = 7;
    Segment bypassed = project.segments[0];
    bypassed.id = 8;
    bypassed.frames = {500, 600};
    bypassed.takes = {lipwright::testing::sampleTake(9, {500, 600})};
    bypassed.activeTake = 9;
    bypassed.status = SegmentStatus::bypass;
    Segment later = bypassed;
    later.id = 10;
    later.frames = {700, 800};
    later.takes = {lipwright::testing::sampleTake(11, {690, 750})};
    later.activeTake = 11;
    later.status = SegmentStatus::review;
    later.text = "=cmd(), \"quoted\"";
    project.segments.push_back(bypassed);
    project.segments.push_back(later);
    project.nextId = 12;
    return project;
}

const core::TimecodeFormat kHour{25, false, 90'000};

}  // namespace

class TestInterchange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsCues_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("cues");
        QTest::addColumn<int>("notes");
        const auto row = [](const char* what, const char* name, const QByteArray& text,
                            const QStringList& cues, int notes = 0) {
            QTest::newRow(what) << QString(name) << text << cues << notes;
        };
        row("srt", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello\nyou\n\n",
            {"25-50 Hello\nyou ()"});
        row("srt with BOM and CRLF", "a.SRT",
            "\xEF\xBB\xBF"
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Hi</i>\r\n\r\n2\r\n"
            "00:00:03,000 --> 00:00:04,000 X1:10\r\n{\\an8}Bye",
            {"25-50 Hi ()", "75-100 Bye ()"});
        row("srt without indices", "a.srt",
            "00:00:03.000 --> 00:00:04.000\nb\n\n00:00:01,000 --> 00:00:02,000\na\n",
            {"25-50 a ()", "75-100 b ()"});
        row("srt with overlaps", "a.srt",
            "1\n00:00:01,000 --> 00:00:03,000\na\n\n2\n00:00:02,000 --> 00:00:04,000\nb\n",
            {"25-75 a ()", "50-100 b ()"});
        row("srt beyond the film, without length, damaged", "a.srt",
            "1\n01:00:01,000 --> 01:00:03,000\na\n\n2\n00:00:02,000 --> 00:00:02,000\nb\n\n"
            "3\n00:00:x2,000 --> 00:00:03,000\nc\n\n4\n00:06:39,000 --> 00:07:00,000\nd\n",
            {"9975-10000 d ()"}, 5);
        row("csv", "a.csv", "start,end,text,actor\n1,2.5,\"a, \"\"b\"\"\nc\",Oksana\n",
            {"25-63 a, \"b\"\nc (Oksana)"});
        row("csv in another order", "a.csv",
            "Actor;Text;End;Start\r\nO;x;00:00:02:00;00:00:01:00\r\n\r\nT;y;0:00:04.0;0:00:03.0",
            {"25-50 x (O)", "75-100 y (T)"});
        row("csv with tabs", "a.csv", "in\tout\n1\t2\nx\t3\n", {"25-50  ()"}, 1);
        row("otio", "a.otio",
            QByteArray::fromStdString(otioTimeline(otioItem("Gap.1", "", 0, 48, 24) + "," +
                                                   otioItem("Clip.2", "a", 86'400, 24, 24) + "," +
                                                   otioItem("Clip.1", "b", 0, 50, 50))),
            {"50-75 a ()", "75-100 b ()"});
        QString marker = QString::fromStdString(otioItem("Marker.2", "m", 25, 50, 25));
        row("otio markers", "a.otio",
            QByteArray::fromStdString(
                otioTimeline("", marker.replace("source_range", "marked_range").toStdString())),
            {"25-75 m ()"});
    }
    void readsCues() {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, cues);
        QFETCH(int, notes);
        const auto list = read(qPrintable(name), text.toStdString());
        QCOMPARE(shown(list), cues);
        QCOMPARE(static_cast<int>(list->notes.size()), notes);
    }

    void readsEdl() {
        const std::string text =
            "TITLE: SHOW\r\nFCM: NON-DROP FRAME\r\n\r\n"
            "001  AX       V     C        00:00:00:00 00:00:02:00 01:00:01:00 01:00:03:00\r\n"
            "* FROM CLIP NAME: Oksana\r\n"
            "* LOC: 01:00:01:10 GREEN   what she says\r\n"
            "M2   AX       025.0                00:00:00:00\r\n"
            "002  BL       V     C        00:00:00:00 00:00:01:00 01:00:03:00 01:00:04:00\r\n"
            "003  AX       A     C        00:00:00:00 00:00:01:00 01:00:03:00 01:00:04:00\r\n"
            "004  AX       V     C        00:00:00:00 00:00:00:00 01:00:04:00 01:00:04:00\r\n"
            "004  AY       V     D    025 00:00:00:00 00:00:01:00 01:00:04:00 01:00:05:00\r\n"
            "005  AX       V     C        00:00:00:00 00:00:01:00 00:59:00:00 00:59:01:00\r\n";
        const auto list = read("a.edl", text, clockOf(kHour));
        QCOMPARE(shown(list), QStringList({"25-75 what she says (Oksana)", "100-125  ()"}));
        QCOMPARE(list->notes.size(), std::size_t{3});  // speed, dissolve, outside
    }

    void readsDropFrameEdl() {
        const std::string event =
            "001  AX       V     C        00:00:00;00 00:00:02;00 00:01:00;02 00:10:00;00\n";
        const auto list =
            read("a.edl", "FCM: DROP FRAME\n" + event, clockOf({30, true, 0}, 20'000));
        QCOMPARE(shown(list), QStringList({"1800-17982  ()"}));
        QVERIFY(list->notes.empty());
        const auto other =
            read("a.edl", "FCM: DROP FRAME\n" + event, clockOf({30, false, 0}, 20'000));
        QCOMPARE(shown(other), QStringList({"1800-17982  ()"}));
        QCOMPARE(other->notes.size(), std::size_t{1});
    }

    void refusesWhatIsNoList_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("other file") << "a.txt" << QByteArray("x") << "a.txt";
        QTest::newRow("empty srt") << "a.srt" << QByteArray() << "line 1";
        QTest::newRow("binary srt") << "a.srt" << QByteArray("\x00\xFF\x01--", 5) << "line 1";
        QTest::newRow("edl without events") << "a.edl" << QByteArray("TITLE: X\n") << "line 1";
        QTest::newRow("edl with half an event")
            << "a.edl" << QByteArray("TITLE: X\n001 AX V C 00:00:00:00") << "line 2";
        QTest::newRow("edl of another rate")
            << "a.edl" << QByteArray("001 AX V C 00:00:00:00 00:00:01:00 00:00:00:29 00:00:01:00\n")
            << "line 1";
        QTest::newRow("csv without header") << "a.csv" << QByteArray("1,2,x\n") << "line 1";
        QTest::newRow("empty csv") << "a.csv" << QByteArray() << "line 1";
        QTest::newRow("otio damaged") << "a.otio" << QByteArray("{\"a\":") << "byte 6";
        QTest::newRow("otio of another kind")
            << "a.otio" << QByteArray("{\"OTIO_SCHEMA\":\"Clip.1\"}") << "timeline";
        QTest::newRow("otio nested") << "a.otio" << QByteArray(1'000'000, '[') << "deeply";
    }
    void refusesWhatIsNoList() {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto list = read(qPrintable(name), text.toStdString());
        QVERIFY(!list.has_value());
        const QString error = QString::fromStdString(list.error().text());
        QVERIFY2(error.contains(place) && error.contains(name), qPrintable(error));
    }

    void hostileFilesEndSoon() {
        QElapsedTimer timer;
        timer.start();
        const std::string big(8'000'000, '<');
        const auto srt = read("a.srt", "00:00:01,000 --> 00:00:02,000\n" + big);
        QVERIFY(srt && srt->cues.empty() && srt->notes.size() == 1);
        QVERIFY(read("a.csv", "start,end\n" + std::string(8'000'000, ',')).has_value());
        QVERIFY(read("a.csv", "start,end\n\"" + std::string(8'000'000, '"')).has_value());
        std::string cues;
        for (int i = 0; i < 250'000; ++i) {
            cues += "0:0:1 --> 0:0:2\nx\n\n";
        }
        const auto many = read("a.srt", cues);
        QVERIFY(many && many->cues.size() == 200'000 && many->notes.size() == 1);
        for (const char* times : {"1e300,2e300", "nan,inf", "-5,3", "9999999999999999999,1", ","}) {
            const auto list = read("a.csv", std::string("start,end\n") + times + "\n");
            QVERIFY(list && list->cues.empty() && list->notes.size() == 1);
        }
        const auto otio = read("a.otio", otioTimeline(otioItem("Clip.1", "a", 0, 1e300, 1e-300)));
        QVERIFY(otio && otio->cues.empty());
        QVERIFY(timer.elapsed() < 10'000);
    }

    void everyTruncationIsSurvived() {
        const std::string text = otioTimeline(otioItem("Clip.1", "a", 0, 25, 25));
        for (std::size_t length = 0; length < text.size(); length += 7) {
            QVERIFY(!read("a.otio", text.substr(0, length)).has_value());
        }
    }

    void writesAnEdlThatReadsBack() {
        const std::string text = changeList(changedProject(), ChangeListFormat::edl, kHour);
        QVERIFY(QString::fromStdString(text).startsWith("TITLE: film\nFCM: NON-DROP FRAME\n"));
        QVERIFY(text.find("001  FILM     V     C        01:00:04:00 01:00:10:00 "
                          "01:00:04:00 01:00:10:00\n") != std::string::npos);
        const auto back = read("a.edl", text, clockOf(kHour));
        QVERIFY(back && back->cues.size() == 2 && back->notes.empty());
        QVERIFY(back->cues[0].frames == (core::FrameRange{100, 250}));
        QVERIFY(back->cues[1].frames == (core::FrameRange{700, 750}));
        QCOMPARE(back->cues[0].actor, std::string("Oksana"));
    }

    void writesATableThatReadsBack() {
        const std::string text = changeList(changedProject(), ChangeListFormat::csv, kHour);
        QVERIFY(
            QString::fromStdString(text).contains("01:00:28:00,01:00:30:00,700,750,\"Oksana\""));
        QVERIFY(text.find("\"=cmd") == std::string::npos);  // a spreadsheet would run it
        const auto back = read("a.csv", text, clockOf(kHour));
        QVERIFY(back && back->cues.size() == 2);
        QVERIFY(back->cues[0].frames == (core::FrameRange{100, 250}));
        QCOMPARE(back->cues[0].text, std::string("line one\nline two"));
    }

    void writesATimelineThatReadsBack() {
        const std::string text = changeList(changedProject(), ChangeListFormat::otio, kHour);
        const auto back = read("a.otio", text, clockOf(kHour));
        QVERIFY(back && back->cues.size() == 2 && back->notes.empty());
        QVERIFY(back->cues[0].frames == (core::FrameRange{100, 250}));
        QVERIFY(back->cues[1].frames == (core::FrameRange{700, 750}));
        const auto root = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        const auto items = root["tracks"]["children"][0]["children"].toArray();
        QCOMPARE(items.size(), 4);
        QCOMPARE(items[0]["OTIO_SCHEMA"].toString(), QString("Gap.1"));
        QCOMPARE(items[1]["media_reference"]["OTIO_SCHEMA"].toString(),
                 QString("ExternalReference.1"));
        QCOMPARE(items[1]["source_range"]["start_time"]["value"].toDouble(), 90'100.0);
    }

    void anUnchangedFilmHasNoRanges() {
        Project project = lipwright::testing::sampleProject();
        project.segments[0].activeTake = 0;
        QCOMPARE(changeList(project, ChangeListFormat::csv, kHour),
                 std::string("start,end,start frame,end frame,actor,take,text\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestInterchange)
#include "tst_interchange.moc"
