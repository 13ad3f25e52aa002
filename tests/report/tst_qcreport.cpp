// The quality report's figures and its texts, with names that try to break out of them.
#include "engine/report/qcreport.h"
#include "engine/report/worstmoments.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>
#include <limits>

using namespace lipwright;
using dubbing::SegmentSync;
using dubbing::SyncLane;
using dubbing::SyncReason;
using report::QcReport;

namespace {

constexpr float kNotMeasured = std::numeric_limits<float>::quiet_NaN();
const std::string kHostile = "</td><script>alert(\"1\")</script>&amp;' onload='x";

SyncLane laneOf(std::int64_t first, const std::vector<float>& values, double confidence) {
    SyncLane lane;
    lane.firstFrame = first;
    for (const float value : values) {
        lane.points.push_back(
            {value, value, std::isnan(value) ? SyncReason::silence : SyncReason::none});
    }
    lane.expert = {confidence + 1.0, 7.25, confidence, 0.75, 1};
    lane.judge = {confidence, 8.0, confidence - 1.0, 0.7, 1};
    return lane;
}

project::Take takeOf(project::Id id, std::int64_t bytes) {
    project::Take take;
    take.id = id;
    take.folder = std::to_string(id);
    take.frames = {10, 60};
    take.engine = "warped 1";
    take.models = {{"shape", std::string(64, 'a')}};
    take.bytes = bytes;
    return take;
}

project::Project sampleProject() {
    project::Project made;
    made.film.media.path = "/films/show & tell.mov";
    made.film.frameCount = 1000;
    made.film.startTimecode = "01:00:00:00";
    project::DubTrack voice;
    voice.id = 1;
    voice.name = "Spanish";
    voice.language = "spa";
    made.dubs = {voice};
    made.cast = {{0, kHostile, project::Consent{"Oksana", "2026-11-21", "all", "no. 7"}},
                 {1, "=cmd()", {}}};
    made.segments.resize(3);
    const auto place = [&made](std::size_t i, project::Id id, core::FrameRange frames) {
        made.segments[i].id = id;
        made.segments[i].frames = frames;
        made.segments[i].dubTrack = 1;
    };
    place(0, 2, {10, 60});
    place(1, 3, {100, 150});
    place(2, 4, {200, 225});
    made.segments[0].status = project::SegmentStatus::approved;
    made.segments[0].takes = {takeOf(10, 1000), takeOf(11, 500)};
    made.segments[0].activeTake = 10;
    made.segments[0].settings.strength = 1.25;
    made.segments[0].retouch.opacity = {{20, 0.5}};
    made.segments[0].shape = {{20, {}}, {21, {}}, {900, {}}};
    made.segments[0].notes = kHostile;
    made.segments[1].status = project::SegmentStatus::bypass;
    made.segments[1].takes = {takeOf(12, 70)};
    made.segments[1].activeTake = 12;
    made.segments[1].notes = "=1+1,\"quoted\"\nnext";
    made.segments[2].actor = 1;
    made.nextId = 20;
    return made;
}

/// The first segment is measured with a gap in the middle, the second as one on bypass, the third
/// not at all.
std::map<project::Id, report::Measured> sampleMeasurements() {
    std::vector<float> after(50, 5.0F);
    after[30] = 0.5F;
    after[31] = 0.25F;
    for (std::size_t i = 10; i < 20; ++i) {
        after[i] = kNotMeasured;
    }
    SegmentSync first;
    first.baseline = laneOf(10, std::vector<float>(50, 6.0F), 6.0);
    first.before = laneOf(10, std::vector<float>(50, 1.0F), 1.0);
    first.after = laneOf(10, after, 4.5);
    first.offset = {2, 80'000, true, {}, true};
    SegmentSync second = first;
    second.offset = {0, 0, false, kHostile, false};
    return {{2, {first, {}}}, {3, {second, {}}}, {4, {{}, "no face"}}};
}

QcReport sampleReport() {
    QcReport made = report::gatherReport(sampleProject(), sampleMeasurements(), kHostile,
                                         "2026-11-21T10:00:00Z");
    made.worst = report::findWorstMoments(made, 3);
    made.worst.front().filmPicture = "\xFF\xD8jpeg";
    made.worst.front().takePicture = "\xFF\xD8other";
    return made;
}

struct Page {
    QString error;
    QStringList elements;
    QStringList attributes;  ///< names
    QStringList pictures;    ///< sources
    QString text;
};

/// The page is written so that it is XML too: whatever breaks out of its place breaks that.
Page pageOf(const std::string& html) {
    Page page;
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            page.elements << reader.name().toString();
            for (const auto& attribute : reader.attributes()) {
                page.attributes << attribute.name().toString();
            }
            if (reader.name() == QLatin1String("img")) {
                page.pictures << reader.attributes().value("src").toString();
            }
        } else if (reader.isCharacters()) {
            page.text += reader.text();
        }
    }
    page.error = reader.errorString();
    return page;
}

/// RFC 4180.
QList<QStringList> tableOf(const std::string& csv) {
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    const QString text = QString::fromStdString(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            rows.last().last() += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == ',') {
            rows.last() << QString();
        } else if (!quoted && text[i] == '\r') {
            ++i;
            rows << QStringList{QString()};
        } else {
            rows.last().last() += text[i];
        }
    }
    rows.removeLast();
    return rows;
}

}  // namespace

class TestQcReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gathersWhatTheProjectHolds() {
        const QcReport made = sampleReport();
        QCOMPARE(made.byStatus, (std::array<std::int64_t, 5>{1, 0, 0, 1, 1}));
        QCOMPARE(made.dubbedFrames, 50);  // one on bypass shows the film
        QCOMPARE(made.storage.takes, 3);
        QCOMPARE(made.storage.activeBytes, 1070);
        QCOMPARE(made.storage.otherBytes, 500);
        QCOMPARE(made.segments[0].begin, std::string("01:00:00:10"));
        QCOMPARE(made.segments[0].shapedFrames, 2);
        QCOMPARE(made.segments[0].settings.size(), std::size_t{1});
        QCOMPARE(made.segments[0].settings[0].name, std::string("mouth strength"));
        QCOMPARE(made.segments[0].settings[0].value, std::string("1.25"));
        QCOMPARE(made.segments[0].retouch.size(), std::size_t{1});
        QCOMPARE(made.baseline.median, 6.0F);
        QCOMPARE(made.baseline.frames, 100);
        QCOMPARE(made.models.size(), std::size_t{1});
        QCOMPARE(made.models[0].takes, 2);
        QVERIFY(made.actors[0].consent && !made.actors[1].consent);
        QCOMPARE(made.actors[0].dubbedFrames, 50);
    }

    void bypassShowsTheFilm() {
        const QcReport made = sampleReport();
        QVERIFY(report::laneSeen(made.segments[0]) == &*made.segments[0].measured.sync->after);
        QVERIFY(report::laneSeen(made.segments[1]) == &made.segments[1].measured.sync->before);
        QVERIFY(report::laneSeen(made.segments[2]) == nullptr);
    }

    void worstMomentsAreApartAndOfTakesShown() {
        const QcReport made = sampleReport();
        QCOMPARE(made.worst.size(), std::size_t{2});  // a second apart: two fit into the segment
        QCOMPARE(made.worst[0].segment, 1);
        QCOMPARE(made.worst[0].frame, 41);
        QCOMPARE(made.worst[0].confidence, 0.25F);
        QCOMPARE(made.worst[0].timecode, std::string("01:00:01:16"));
        QVERIFY(std::abs(made.worst[1].frame - made.worst[0].frame) >= 25);
        QCOMPARE(report::findWorstMoments(made, 1).size(), std::size_t{1});
    }

    void namesCanNotBreakOutOfThePage() {
        const Page page = pageOf(report::reportHtml(sampleReport()));
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QVERIFY(!page.elements.contains("script"));
        QVERIFY(!page.attributes.contains("onload"));
        // Title, heading, person, notes and doubt as they were typed; in two lists of persons.
        QVERIFY(page.text.count(QString::fromStdString(kHostile)) >= 5);
        QCOMPARE(page.pictures.size(), 4);
        for (const QString& picture : page.pictures) {
            QVERIFY(picture.startsWith("data:image/jpeg;base64,"));
        }
        QCOMPARE(QByteArray::fromBase64(page.pictures[0].section(',', 1).toLatin1()),
                 QByteArray("\xFF\xD8jpeg"));
    }

    void thePageTellsWhatWasMeasured() {
        const Page page = pageOf(report::reportHtml(sampleReport()));
        QVERIFY(page.text.contains("silence, 10 frames"));
        QVERIFY(page.text.contains("confidence 1.00 → 4.50"));
        QVERIFY(page.text.contains("offset +2 frames (80 ms)"));
        QVERIFY(page.text.contains("offset uncertain: "));
        QVERIFY(page.text.contains("no consent is recorded"));
        QVERIFY(page.text.contains("mouth strength 1.25 (default 1)"));
        QVERIFY(page.text.contains("2 of 3"));  // reviewed
        QVERIFY(page.text.contains("no face"));
        QVERIFY(page.text.contains(QString(64, 'a')));
    }

    void curvesHaveGaps() {
        const std::string html = report::reportHtml(sampleReport());
        const auto start = html.find("Confidence along segment 1");
        const auto curve = html.find("class=\"after\" d=\"", start);
        QVERIFY(start != std::string::npos && curve != std::string::npos);
        const std::string commands = html.substr(curve, html.find('>', curve) - curve);
        QCOMPARE(std::ranges::count(commands, 'M'), 2);
        QCOMPARE(std::ranges::count(commands, 'L'), 38);  // 40 measured in two runs
    }

    void anEmptyProjectHasAReport() {
        const QcReport made = report::gatherReport({}, {}, "empty", "now");
        const Page page = pageOf(report::reportHtml(made));
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QCOMPARE(tableOf(report::reportCsv(made)).size(), 1);
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(report::reportJson(made)))
                    .isObject());
    }

    void theTableHasARowPerSegment() {
        const auto rows = tableOf(report::reportCsv(sampleReport()));
        QCOMPARE(rows.size(), 4);
        for (const QStringList& row : rows) {
            QCOMPARE(row.size(), rows[0].size());
        }
        const auto cell = [&rows](int row, const char* name) {
            return rows[row][rows[0].indexOf(QLatin1String(name))];
        };
        QCOMPARE(cell(1, "confidence_after"), QString("4.5"));
        QCOMPARE(cell(1, "confidence_before"), QString("1"));
        QCOMPARE(cell(1, "baseline_confidence"), QString("6"));
        QCOMPARE(cell(1, "offset_ms"), QString("80"));
        QCOMPARE(cell(1, "offset_certain"), QString("yes"));
        QCOMPARE(cell(1, "gaps"), QString("silence 10"));
        QCOMPARE(cell(2, "notes"), QString("'=1+1,\"quoted\"\nnext"));
        QCOMPARE(cell(2, "offset_frames"), QString());
        QCOMPARE(cell(3, "actor"), QString("'=cmd()"));
        QCOMPARE(cell(3, "problem"), QString("no face"));
        QCOMPARE(cell(3, "confidence_after"), QString());
    }

    void theJsonHoldsTheCurves() {
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromStdString(report::reportJson(sampleReport())))
                .object();
        QCOMPARE(json["format"].toString(), QString("lipwright quality report"));
        QCOMPARE(json["version"].toInt(), 1);
        QCOMPARE(json["status"].toObject()["approved"].toInt(), 1);
        QCOMPARE(json["project"].toString(), QString::fromStdString(kHostile));
        const QJsonArray segments = json["segments"].toArray();
        QCOMPARE(segments.size(), 3);
        const auto after = segments[0].toObject()["sync"].toObject()["after"].toObject();
        QCOMPARE(after["confidence"].toArray().size(), 50);
        QVERIFY(after["confidence"].toArray()[10].isNull());
        QCOMPARE(after["gaps"].toObject()["silence"].toInt(), 10);
        QCOMPARE(after["expert"].toObject()["lseC"].toDouble(), 5.5);
        const auto offset = [&segments](int i) {
            return segments[i].toObject()["sync"].toObject()["offset"].toObject();
        };
        QCOMPARE(offset(0)["microseconds"].toInt(), 80'000);
        QVERIFY(!offset(1)["certain"].toBool() && !offset(1).contains("frames"));
        QCOMPARE(segments[2].toObject()["sync"].toObject()["problem"].toString(),
                 QString("no face"));
        QVERIFY(json["actors"].toArray()[1].toObject()["consent"].isNull());
        QCOMPARE(json["worst"].toArray().size(), 2);
    }

    void filesAppearWholeOrNotAtAll() {
        QTemporaryDir folder;
        const auto files = report::reportFilesIn(folder.path().toStdString(), "show");
        QCOMPARE(files.html.filename().string(), std::string("show-quality.html"));
        QVERIFY(report::writeReport(sampleReport(), {files.html, {}, files.json}).has_value());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
        QFile file(QString::fromStdString(files.html.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), report::reportHtml(sampleReport()));
        QVERIFY(report::checkWritable(files).has_value());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
        QVERIFY(!report::checkWritable({folder.filePath("none/a.html").toStdString(), {}, {}}));
        const auto lost = report::writeReport(
            sampleReport(), {folder.filePath("none/a.html").toStdString(), {}, {}});
        QVERIFY(!lost && lost.error().text().find("none") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestQcReport)
#include "tst_qcreport.moc"
